import { write, type Transcript } from '#contract/transcript.ts';

// Every second 1 fades: six zeros for four ones, log₂ 5/4 = 0.322 bits, and both columns level.
export default {
  steps: [
    { role: 'radio', name: 'flips', press: ['ArrowDown', 'ArrowDown'] },
    write('How often it does so, as a number', '0.5'),
    {
      role: 'slider',
      name: 'How often each is sent, edge between 0 and 1, in the picture',
      press: ['PageUp'],
    },
  ],
  described:
    /^The line turns 50 percent of the 1s into 0s\. 0 and 1 are sent 60 percent and 40 percent of the time; a letter tells 0\.322 bits on average, and the highest column ends at 0\.322\. The capacity is 0\.322 bits, 32 percent of what the best line with so many letters carries\.$/,
} satisfies Transcript;
