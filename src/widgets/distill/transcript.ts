import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [write('σ, how far a kind scatters, as a number', '0.3'), write('n, lessons, as a number', '16')],
  described: /^No lesson is about an A\. After 16 lessons/,
} satisfies Transcript;
