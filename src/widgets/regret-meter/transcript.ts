import { type Transcript } from '#contract/transcript.ts';

// A relay that erases every second bit leaves half of it; the erased half is guessed right every second time.
export default {
  steps: [
    { role: 'radio', name: 'nothing: every bias from 0 to 1 alike', press: ['ArrowDown'] },
    { role: 'slider', name: 'T, tosses so far, in the picture', press: ['Home'] },
  ],
  described:
    /^In one toss of a coin that is one of two the best predictor pays 0\.067 bits more .* the tosses tell 0\.067 bits /,
} satisfies Transcript;
