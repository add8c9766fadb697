import { write, type Transcript } from '#contract/transcript.ts';

// Without differences of reward nothing moves.
export default {
  steps: [
    { role: 'slider', name: 'Reward of the harmful answer, in the picture', press: ['Home'] },
    { role: 'slider', name: 'Reward of the polite answer, in the picture', press: ['Home'] },
    { role: 'slider', name: 'Reward of the wordy answer, in the picture', press: ['Home'] },
    { role: 'slider', name: 'Reward of the fawning answer, in the picture', press: ['Home'] },
    write('n, answers of which the best is taken, as a number', '1'),
  ],
  described:
    /^At a price of 1 per nat the tuned model spends 0\.000 bits\. .* The harmful answer had 1\.0 × 10⁻⁴ and has 1\.0 × 10⁻⁴; .* A single answer is the model as it was\.$/,
} satisfies Transcript;
