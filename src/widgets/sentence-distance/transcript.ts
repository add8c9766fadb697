import { type Transcript } from '#contract/transcript.ts';

// Sentence 8 beside sentence 2 of the second draw; the correlation is that of the whole draw and does not change.
export default {
  steps: [{ role: 'slider', name: 'Second sentence of the pair, in the picture', press: ['ArrowLeft'] }],
  described:
    /^The mean of 16 sentences \(draw 2\), after block 4: .* The pair looked at: “In the street the doctor pursued the soldier\.” and “In the road the soldier pursued the physician\.”$/,
} satisfies Transcript;
