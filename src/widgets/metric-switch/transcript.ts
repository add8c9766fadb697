import { write, type Transcript } from '#contract/transcript.ts';

// A loss of one nat: two tokens right with probability e^(−2), 0.135.
export default {
  steps: [
    write('ℓ, tokens of an answer, as a number', '2'),
    write('N, parameters of the model, as a number', '10000000'),
  ],
  described:
    /^A model of 10,000,000 parameters has a loss of 1\.4\d\d bits per token, and gives the right token 0\.37\. Graded by exact match, an answer of 2 tokens is right with probability 0\.14;/,
} satisfies Transcript;
