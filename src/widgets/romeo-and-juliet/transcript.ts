import { write, type Transcript } from '#contract/transcript.ts';

// A window that holds all of a text believes the same as the whole past, and predicts the same.
export default {
  steps: [
    write('w, letters in the window, as a number', '20'),
    { role: 'textbox', name: 'Or a text of yours', type: 'See the whale!' },
  ],
  described: /^After 14 letters of your text .* differ by 0\.00 in total variation\. /,
} satisfies Transcript;
