import { type Transcript } from '#contract/transcript.ts';

// B with the largest effect, 0.12, and the advantage 0.03: 9 in 100. By hand: A tells 1 − h(0.34) = 0.075.
export default {
  steps: [{ role: 'slider', name: 'B: turns the treatments’ difference, in the picture', press: ['End'] }],
  described:
    /^A tells 0\.075 bits of the outcome, and choosing by it brings 0\.0 more good outcomes in 100 patients\. B tells 0\.000 bits, .* and choosing by it brings 9\.0 more good outcomes in 100 patients\./,
} satisfies Transcript;
