import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'slider', name: 'm, the width, in the picture', press: ['Home'] },
    write('σ, noise in the targets, as a number', '0'),
  ],
  described: /^A sine from 20 examples without noise, fitted with 1 wave by least squares\. Its training error is 0\.498\. Its test error is 0\.505\. The picture has this for all widths\.$/, // prettier-ignore
} satisfies Transcript;
