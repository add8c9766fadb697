import { type Transcript } from '#contract/transcript.ts';

// One wrong guess in twenty letters: h(1/20) = 0.286 bits above, 2 · 1 bit / 20 below.
export default {
  steps: [{ role: 'textbox', name: 'Your next letter', type: 'qthe forecast said ra' }],
  described:
    /^You found 20 letters of “The forecast”, 20 in all, 19 of them at the first guess\. The guess numbers give 0\.10 and 0\.29 bits as bounds on a letter, /,
} satisfies Transcript;
