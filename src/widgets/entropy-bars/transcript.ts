import { type Transcript } from '#contract/transcript.ts';

// What is certain has no entropy, however many outcomes there are; log₂ 9 = 3.170.
export default {
  steps: [
    { role: 'slider', name: 'Probability of A, in the picture', press: ['End'] },
    { role: 'button', name: 'One outcome more', press: ['Enter'] },
  ],
  described:
    /^9 outcomes, the likeliest with probability 1\.00: an entropy of 0\.000 bits, as much as 1\.00 equally likely outcomes have\. The most that 9 can have is 3\.170\.$/,
} satisfies Transcript;
