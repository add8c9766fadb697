import { write, type Transcript } from '#contract/transcript.ts';

// True and false alarms are equally many: 0.02 · 0.98 on both sides.
export default {
  steps: [
    write('Prevalence: share of people who are ill, as a number', '0.02'),
    write('Sensitivity: share of the ill who test positive, as a number', '0.98'),
    write('Specificity: share of the healthy who test negative, as a number', '0.98'),
  ],
  described: /Before the test the uncertainty is 0\.141 bits; a positive result raises it to 1\.000, /,
} satisfies Transcript;
