import { type Transcript } from '#contract/transcript.ts';

// One toss of a coin that is 0.7 or 0.4: h(0.55) − (h(0.7) + h(0.4))/2 = 0.067 bits.
export default {
  steps: [
    { role: 'radio', name: 'nothing: every bias from 0 to 1 alike', press: ['ArrowDown'] },
    { role: 'slider', name: 'T, tosses so far, in the picture', press: ['Home'] },
  ],
  described:
    /^In one toss of a coin that is one of two, each with chance ½, the best predictor pays 0\.067 bits more .* the tosses tell 0\.067 bits /,
} satisfies Transcript;
