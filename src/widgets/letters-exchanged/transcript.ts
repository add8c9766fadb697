import { write, type Transcript } from '#contract/transcript.ts';

// A text of the reader’s is read by the five networks, and two of its letters are exchanged.
export default {
  steps: [
    write('Your text', 'The cat sat on the ma'),
    {
      role: 'slider',
      name: 'Places before the last at which the exchanged pair ends, in the picture',
      press: ['ArrowRight'],
    },
  ],
  described:
    /^After the text the network “none” expects “n” with probability 0\.4\d, and “n” with 0\.7\d once “e” and “␣”, ending 2 places before the last letter, are exchanged\. The exchange changes its prediction by 0\.93\d bits\. /,
} satisfies Transcript;
