import { type Transcript } from '#contract/transcript.ts';

// 1/2 · 1 + 1/4 · 2 + 2/8 · 3 = 1.75, the entropy.
export default {
  steps: [
    { role: 'slider', name: 'Word for sun, in the picture', press: Array<string>(4).fill('PageDown') },
    { role: 'slider', name: 'Word for cloud, in the picture', press: ['PageDown', 'PageDown'] },
    { role: 'slider', name: 'Word for rain, in the picture', press: ['PageUp', 'PageUp'] },
    { role: 'slider', name: 'Word for frost, in the picture', press: Array<string>(4).fill('PageUp') },
  ],
  described:
    /^A report costs 1\.750 bits on average: 1\.750 that no code can avoid, 0\.000 for expecting other weather; the shelf is full\.$/,
} satisfies Transcript;
