import { write, type Transcript } from '#contract/transcript.ts';

export default {
  steps: [
    { role: 'radio', name: '16', press: ['ArrowUp'] },
    write('How much the two worlds differ, as a number', '0'),
    { role: 'slider', name: 'τ, examples in the context, in the picture', press: ['Home'] },
  ],
  described:
    /^For one example of one of 4 tasks the optimal predictor pays 0\.390 bits .*, 0\.390 per example; telling all tasks apart would take 2\.000, and theorem 4\.7 allows 0\.390\.$/,
} satisfies Transcript;
