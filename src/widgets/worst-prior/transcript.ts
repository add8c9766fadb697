import { type Transcript } from '#contract/transcript.ts';

// One toss tells a coin without heads from one without tails: one bit, and no coin costs more.
export default {
  steps: [
    { role: 'slider', name: 'T, tosses', press: ['Home'] },
    { role: 'button', name: 'Draw these coins in the worst way', press: ['Enter'] },
  ],
  described:
    /^The chance of heads is drawn: 0\.00 \(drawn 50 percent\), 1\.00 \(drawn 50 percent\)\. In one toss the best predictor pays 1\.000 bits? on average .*, and 1\.000 bits? for the dearest coin, /,
} satisfies Transcript;
