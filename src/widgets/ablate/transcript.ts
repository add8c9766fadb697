import { type Transcript } from '#contract/transcript.ts';

// Head 1.1 is switched on again, which leaves 1.4: 0.472 bits by the second implementation.
export default {
  steps: [{ role: 'button', name: 'head 1.1: 0.612 bits, standard error 0.140', press: ['Enter'] }],
  described:
    /^Head 1\.4 off, always its mean there: each of 118 tokens costs 0\.47\d bits more \(standard error 0\.08\d\) than 4\.309\.$/,
} satisfies Transcript;
