import { type Transcript } from '#contract/transcript.ts';

// 69 heads at log₂ 1.75 and 31 tails at −1: 24.71 bits. Expected 100 D(0.7 ‖ 0.4), with a deviation of 10 · 1.807 · √0.21.
export default {
  steps: [{ role: 'slider', name: 'Tokens read so far', press: ['End'] }],
  described:
    /^After 100 tokens drawn from coin 0\.7, coin 0\.7 has probability 1 − 3\.\d × 10⁻⁸; the log-odds of coin 0\.7 against coin 0\.4 are 24\.71 bits, where 26\.51 ± 8\.28 were to be expected\.$/,
} satisfies Transcript;
