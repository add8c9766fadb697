import { write, type Transcript } from '#contract/transcript.ts';

// 30 · 0.02 / (30 · 0.02 + 0.98) = 0.6/1.58 = 0.38.
export default {
  steps: [write('Weight w of the ill, as a number', '30')],
  described: /Of one of whom nothing else is known the model says 0\.38\. /,
} satisfies Transcript;
