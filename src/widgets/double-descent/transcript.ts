import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'slider', name: 'm, the width, in the picture', press: ['Home'] },
    write('σ, noise in the targets, as a number', '0'),
  ],
  described: /^A sine from 20 noisy examples, fitted with 1 wave by least squares\. Its training error is 0\.498\. On average over the noise its test error is 0\.505, shown over the width\.$/, // prettier-ignore
} satisfies Transcript;
