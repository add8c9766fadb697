import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [write('A sentence of yours', 'Call me Ishmael.')],
  described: /^\d+ tokens, 16 characters, \d\.\d\d bits per character, .* The greatest surprise: “?[^ ]+/,
} satisfies Transcript;
