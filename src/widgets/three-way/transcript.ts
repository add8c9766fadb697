import { type Transcript } from '#contract/transcript.ts';

// Two fair coins and their AND: H(1/4) − 1/2 = 0.311, and I(X;Y) − I(X;Y|Z) = −0.189.
export default {
  steps: [{ role: 'radio', name: 'XOR', press: ['ArrowDown'] }],
  described: /^Z says whether X and Y are both 1\. X tells 0\.311 bits about Z, .* makes a center of −0\.189 bits\.$/,
} satisfies Transcript;
