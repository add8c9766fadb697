import { write, type Transcript } from '#contract/transcript.ts';

// Of two dice with 20 sides 100 rolls say 1.948 bits on average, by the sum over counts; forty samples scatter by 0.06.
export default {
  steps: [write('Sides of each die, as a number', '20'), write('n, size of a sample, as a number', '100')],
  described:
    /^The information between two columns of names, from samples of 100\. The exact value is 0\.000 bits\. On average over the samples drawn: plug-in 1\.9\d\d, /,
} satisfies Transcript;
