import { type Transcript } from '#contract/transcript.ts';

// Ninety percent for yes or no: −log₂ 0.99 = 0.0145 bits or −log₂ 0.01 = 6.6439 bits.
export default {
  steps: [
    { role: 'slider', name: 'True, with a probability of', press: ['End'] },
    { role: 'button', name: 'Lock it in', press: ['Enter'] },
  ],
  described: /^You have answered 1 of \d+ statements\. Your 1 answer cost you (0\.014|6\.644) bits\. /,
} satisfies Transcript;
