import { write, type Transcript } from '#contract/transcript.ts';

// A chain that repeats itself nine times in ten has h(0.1) = 0.469; to one who believes in a fair coin all is one bit.
export default {
  steps: [
    { open: 'Which source, and what does the believer believe?' },
    { role: 'radio', name: 'spells of six to ten alike', press: ['ArrowDown'] },
    write('Believer’s first coin: chance of a 1, as a number', '0.5'),
    write('Believer’s second coin: chance of a 1, as a number', '0.5'),
    {
      role: 'slider',
      name: 'Tokens of context to compare with the longest, in the picture',
      press: ['Home', 'ArrowRight'],
    },
  ],
  described:
    /falls from 1\.000 to 0\.469 bits; to a believer in a coin of 0\.5 it goes from 1\.000 to 1\.000 bit\. On 32 tokens .* after 2 tokens of context and \d\.\d+ after 256: /,
} satisfies Transcript;
