import { write, type Transcript } from '#contract/transcript.ts';

// Equal costs of 5, a look of 1 and a doctor who errs in 1 of 100: (1 + 0.05)/5 = 0.21, and 1 − 0.21 = 0.79.
export default {
  steps: [write('A missed case costs, as a number', '5')],
  described: /Asking is cheapest for chances of the fever between 0\.21 and 0\.79\./,
} satisfies Transcript;
