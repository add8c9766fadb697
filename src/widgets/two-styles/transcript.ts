import { write, type Transcript } from '#contract/transcript.ts';

// Of nine beginnings of a telegram two are “mother”, of ten of a lullaby two: 0.2222 to 0.2 at 0.92, and 0.0035 more for each.
export default {
  steps: [write('Prompt', 'mother')],
  described:
    /^After 1 word it is a telegram with probability 0\.53 by Bayes’ rule; .*, to which the network gives 0\.\d\d\. Its prediction is that of one who takes it for a telegram with probability 0\.\d\d\.$/,
} satisfies Transcript;
