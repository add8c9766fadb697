import { write, type Transcript } from '#contract/transcript.ts';

// In two bins the error is the mean of two distances, of what was said and what came, one for each half of the line.
export default {
  steps: [write('Bins, as a number', '2')],
  described: /the calibration error in 2 bins is 0\.121, /,
} satisfies Transcript;
