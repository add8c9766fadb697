import { write, type Transcript } from '#contract/transcript.ts';

// −log₂ (½ · 0.7⁷ + ½ · 0.4⁷) = −log₂ 0.041996.
export default {
  steps: [write('Tosses', 'HHHHHH'), { role: 'button', name: 'Heads', press: ['Enter'] }],
  described: /^7 tosses, 7 heads, cost 4\.574 bits, .* Heads is predicted next with probability 0\.69\. /,
} satisfies Transcript;
