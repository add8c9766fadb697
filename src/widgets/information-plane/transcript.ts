import { write, type Transcript } from '#contract/transcript.ts';

// Two bins a unit leave four cells: at most two bits.
export default {
  steps: [write('Bins from −1 to 1, as a number', '2')],
  described:
    /^A network of tanh units, read in 2 bins a unit: its last layer tells [01]\.\d{3} bits of the input after 46 steps, at most 1\.\d{3}, and [01]\.\d{3} in the end\. /,
} satisfies Transcript;
