import { type Transcript } from '#contract/transcript.ts';

// q of 4 minutes set to 0: p has 0.02 there. Of 2, 3 and 4 minutes p has 0.3.
export default {
  steps: [
    { role: 'slider', name: 'q of 4, in the picture', press: ['Home'] },
    { role: 'button', name: '3', press: ['Enter'] },
    { role: 'button', name: '2', press: ['Enter'] },
  ],
  described: /^D\(p‖q\) is ∞ bits and .*About the event 2, 3, 4 p and q differ by 0\.144: 0\.30 and 0\.44\.$/,
} satisfies Transcript;
