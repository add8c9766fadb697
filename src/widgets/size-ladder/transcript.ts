import type { Transcript } from '#contract/transcript.ts';

// 0.5 of effective ranks that are counted in model.slow.test.ts; here it matters that the state is reached by keys.
export default {
  steps: [
    { role: 'radio', name: '32', press: ['ArrowDown', 'ArrowDown', 'ArrowDown'] },
    { role: 'radio', name: 'normalized coding rate', press: ['ArrowDown'] },
    { role: 'slider', name: 'Foretell a network of so many parameters, in the picture', press: ['Home'] },
  ],
  described:
    /^On 512 vectors of the prepared text the effective rank goes from 9\.\d+ in the smallest network to 20\.\d+ in the largest\. .* For 10\u202f000 parameters /,
} satisfies Transcript;
