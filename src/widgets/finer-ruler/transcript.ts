import { type Transcript } from '#contract/transcript.ts';

// A normal law in centimeters with Δ = σ/2 = 10: the oracle’s 2.122395 nats are 3.062 bits, and h is log₂ 100 more than in meters.
export default {
  steps: [{ role: 'radio', name: 'meters', press: ['ArrowDown'] }],
  described:
    /standard deviation 20\.00 centimeters is read on a ruler with 10 marks in a meter, 10\.0 centimeters apart\. The reading has 3\.062 bits of entropy; .* The differential entropy is 6\.369 bits in centimeters, and the divergence to a normal law with this variance 0\.000\.$/,
} satisfies Transcript;
