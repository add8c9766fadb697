import { type Transcript } from '#contract/transcript.ts';

// A text of the reader’s is read by the five networks, and two of its letters are exchanged.
export default {
  steps: [
    { role: 'textbox', name: 'Your text', type: 'The cat sat on the ma' },
    {
      role: 'slider',
      name: 'Places before the last at which the exchanged pair ends, in the picture',
      press: ['ArrowRight'],
    },
  ],
  described:
    /^After the text the network “none” expects “.” with probability 0\.\d+, and “.” with 0\.\d+ once “e” and “␣”, ending 2 places before the last letter, are exchanged\. /,
} satisfies Transcript;
