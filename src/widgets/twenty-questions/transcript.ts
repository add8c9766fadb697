import { type Transcript } from '#contract/transcript.ts';

// h(0.48) = 0.9988 of the 2.2106 bits.
export default {
  steps: [
    { role: 'button', name: 'Make a plan of your own', press: ['Enter'] },
    { role: 'button', name: 'dog', press: ['Enter'] },
    { role: 'button', name: 'Ask', press: ['Enter'] },
  ],
  described: /^This plan asks 1\.000 questions on average\. The answers tell 0\.999 bits, and 1\.212 are still open\. /,
} satisfies Transcript;
