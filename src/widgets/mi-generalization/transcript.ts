import { write, type Transcript } from '#contract/transcript.ts';

// I = ½ log₂ 1.1 = 0.069 bits, the gap 2/10, and √(2I/10) = 0.098.
export default {
  steps: [
    { role: 'radio', name: 'picks among guessers', press: ['ArrowDown', 'ArrowDown'] },
    write('s, deviation of the noise, as a number', '1'),
    write('n, samples, as a number', '10'),
  ],
  described:
    /^A learner that says the mean of 10 samples with noise 1\.000 tells 0\.069 bits of them by its choice\. Its test loss exceeds its training loss by 0\.200, expected; the expression √\(2I\/n\) is 0\.098, and no bound/,
} satisfies Transcript;
