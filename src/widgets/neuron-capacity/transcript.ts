import { write, type Transcript } from '#contract/transcript.ts';

// Three outputs: below zero, zero, above. Zero has chance 0.399, so that they tell 1.571 bits; the largest divergence is −log₂ 0.3005.
export default {
  steps: [write('w, weight of the neuron, as a number', '10'), write('σ, deviation of the noise, as a number', '0.05')],
  described:
    /^A neuron with weight 10\.0 and noise 0\.05 tells 1\.571 bits of data with spread 0\.5\. After 0 rounds its capacity is known to be between 1\.571 and 1\.734\.$/,
} satisfies Transcript;
