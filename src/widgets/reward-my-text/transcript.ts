import { type Transcript } from '#contract/transcript.ts';

// At the highest price next to nothing moves.
export default {
  steps: [{ role: 'slider', name: 'β, price of a nat, in reward, in the picture', press: ['End'] }],
  described:
    /^After “He looked up and saw”, with a reward for one of the words “she, her, woman, lady” at a price of 5 per nat, the tilted model’s next two tokens have an expected reward from 0\.\d+ to 0\.\d+, and 0\.\d+ ± 0\.\d+ by 100 samples\. /,
} satisfies Transcript;
