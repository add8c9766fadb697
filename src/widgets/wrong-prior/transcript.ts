import { type Transcript } from '#contract/transcript.ts';

// Heads have .55 and she gives .7: D is .55 log .55/.7 + .45 log .45/.3 = 0.0719 bits. In the long run half of the games cost D(.4‖.7) = 0.277 a toss.
export default {
  steps: [
    { role: 'slider', name: 'T, tosses so far, in the picture', press: ['Home'] },
    { role: 'slider', name: 'Believed chance of the coin with heads 0.7, in the picture', press: ['End'] },
  ],
  described:
    /^In one toss of one of two coins, .* is believed to have 1\.00, the wrong prior costs 0\.072 bits beyond .* every toss costs 0\.139 bits, in expectation, without end\.$/,
} satisfies Transcript;
