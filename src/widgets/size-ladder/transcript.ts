import type { Transcript } from '#contract/transcript.ts';

// What the ranks are is counted in build/numbersInGeometry.slow.test.ts.
export default {
  steps: [
    { role: 'radio', name: '16', press: ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'] },
    { role: 'radio', name: 'normalized coding rate', press: ['ArrowDown'] },
    { role: 'slider', name: 'Foretell a network of so many parameters, in the picture', press: ['Home'] },
  ],
  described:
    /^On 512 vectors of the prepared text the effective rank goes from 9\.\d+ in the smallest network to 20\.\d+ in the largest\. .* For 10,000 parameters /,
} satisfies Transcript;
