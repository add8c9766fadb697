import { write, type Transcript } from '#contract/transcript.ts';

// With p(x₁, y₁) = 0.5 the rows sum to 4/7, 8/35 and 1/5; full noise leaves nothing shared.
export default {
  steps: [write('p(x₁, y₁)', '0.5'), { role: 'slider', name: 'Noise', press: ['End'] }],
  described:
    /^On average, knowing Y removes 0\.000 of the 1\.412 bits of uncertainty about X, 0 percent; 1\.412 remain\./,
} satisfies Transcript;
