import { type Transcript } from '#contract/transcript.ts';

// ψ(6) + γ is the harmonic number 1 + 1/2 + 1/3 + 1/4 + 1/5 = 2.28333 nats, less π²R/6N = 0.00001; ln 10⁶ is 13.816 nats.
export default {
  steps: [{ role: 'slider', name: 'N, how many sources there are', press: ['End'] }],
  described:
    /^With R = 5 and N = 1,000,000, .* takes 3\.294 bits on average .*; for equal shares it would be 19\.932\. /,
} satisfies Transcript;
