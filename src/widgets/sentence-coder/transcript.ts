import { write, type Transcript } from '#contract/transcript.ts';

// Nothing is certain before the first token; two tokens of one text have one code.
export default {
  steps: [
    write('Your sentence', 'The sea.'),
    { role: 'radio', name: 'encoder', press: ['ArrowDown'] },
    { role: 'button', name: 'From the start', press: ['Enter'] },
  ],
  described: /^0 digits of \d+ have arrived, and 0 of \d+ tokens are certain\.$/,
} satisfies Transcript;
