import { type Transcript } from '#contract/transcript.ts';

// In one bin the error is the difference of the mean forecast and the share of yes among the 400 cases.
export default {
  steps: [{ role: 'slider', name: 'Bins, in the picture', press: ['Home'] }],
  described: /the calibration error in one bin is 0\.005, /,
} satisfies Transcript;
