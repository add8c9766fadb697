import { type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'button', name: 'Y, place 5', press: ['Space'] },
    { role: 'button', name: 'X, place 1', press: ['Enter'] },
    { role: 'button', name: 'Y, place 7', press: ['Space'] },
  ],
  described:
    /^X is 0011001, Y is 0011000: they differ in place 7\. .* sends \d\d\d: 3 digits instead of 7, .* and it is X\./,
} satisfies Transcript;
