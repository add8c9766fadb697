import { type Transcript } from '#contract/transcript.ts';

// (4 + 32) · 32 + 2 · (12 · 32² + 2 · 32) + 32 numbers; four tokens are two bits, and a fair coin has one. Training: own-network.spec.ts.
export default {
  steps: [
    { role: 'radio', name: 'a chain of letters', press: ['ArrowDown', 'ArrowDown', 'ArrowDown'] },
    { role: 'radio', name: '1 × 16', press: ['ArrowDown', 'ArrowDown'] },
  ],
  described:
    /^A network of 25,888 numbers and the fair coin, untrained: an even choice among its 4 tokens costs 2\.000 bits\. On new symbols nobody pays less than 1\.000 bit each on average\.$/,
} satisfies Transcript;
