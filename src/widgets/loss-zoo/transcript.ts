import { write, type Transcript } from '#contract/transcript.ts';

// 0.9 × 0.98 + 0.1/2 = 0.932; without focus the truth; odds of 98 to 2 divided by 10 are 98 to 20, 0.831.
export default {
  steps: [
    { role: 'slider', name: 'γ, focal loss', press: ['Home'] },
    write('Probability of the first outcome, as a number', '0.98'),
  ],
  described:
    /^The probability of A is 0\.98, .* With smoothed labels it says 0\.93, with focal loss 0\.98, with weight 10 on B 0\.83;/,
} satisfies Transcript;
