import { type Transcript } from '#contract/transcript.ts';

// One who knows the only task there is has nothing to find out.
export default {
  steps: [{ role: 'slider', name: 'N, how many tasks pretraining had, in the picture', press: ['Home'] }],
  described:
    /^After 1 task, .* 0\.0\d+ bits for the network, 0\.000 bits for one who retrieves .*; of new tasks \d\.\d\d\d bits for/,
} satisfies Transcript;
