import { write, type Transcript } from '#contract/transcript.ts';

// A step at 0, which half of the stimuli exceed: one bit, since with noise of a twentieth the two answers are never mistaken.
export default {
  steps: [
    { open: 'The curve, as numbers' },
    write('The answer starts at, as a number', '0'),
    write('The full answer from, as a number', '0'),
  ],
  described:
    /^Stimuli like contrasts in a scene \(synthetic\), with a steady noise of 0\.050: the answer is 50 percent of a full one on average and tells 1\.000 bits? of the stimulus\. Every answer equally often tells 2\.403 bits, and no curve more than 2\.534 bits\.$/,
} satisfies Transcript;
