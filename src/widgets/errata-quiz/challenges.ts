import type { Challenge } from '#contract/spec.ts';
import type { Quiz } from './model.ts';
import type { Asked } from './parameters.ts';

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));
const bits = (nats: number) => nats / Math.LN2;

export const challenges: readonly Challenge<Quiz, Asked>[] = [
  {
    id: 'cheapest',
    task: 'Let the other forecaster pay as little as she can be expected to, with the hints that she has.',
    start: { boldness: 3 },
    score: ({ expected, honest }, { boldness }) =>
      Math.abs(boldness - 1) < 1e-9 ? 1 : nearly(1 - bits(expected - honest)),
    hints: [
      {
        when: (_, { boldness }) => boldness > 1,
        say: 'She still claims more than she knows. The curve falls towards the left.',
      },
      {
        when: (_, { boldness }) => boldness < 1,
        say: 'Now she hides what she knows, and that costs too. The curve falls towards the right.',
      },
      { when: () => true, say: 'Where is the curve lowest?' },
    ],
    solved:
      'At k = 1 she says what she believes. That is what a proper score is: for one whose hints are worth what she thinks, nothing is expected to pay better than honesty.',
    solution: { boldness: 1 },
  },
  {
    id: 'worth-nothing',
    task: 'Find a boldness above 1 at which all that she knows is expected to be worth nothing: she pays one bit, to within 0.01, as one who always says one half.',
    start: { boldness: 1.5 },
    score: ({ expected }, { boldness }) =>
      boldness > 1 ? (Math.abs(bits(expected) - 1) <= 0.01 ? 1 : nearly(1 - Math.abs(bits(expected) - 1))) : 0,
    hints: [
      {
        when: (_, { boldness }) => boldness <= 1,
        say: 'At k = 0 she says one half each time. There is a second place, where she knows much and says more.',
      },
      { when: ({ expected }) => bits(expected) < 1, say: 'She still does better than one half each time. Bolder.' },
      { when: () => true, say: 'Now she pays more than one half each time would cost. A little less bold.' },
    ],
    solved:
      'Three times in four she is right about what is likelier, and it is all lost again by claiming too much. A hint of 0.95 is spoken as 0.9998.',
    solution: { boldness: 2.85 },
  },
  {
    id: 'luck',
    task: 'She claims twice what she knows (k = 2) and answers 20 statements. Find a draw in which she has paid less than 0.5 bits each all the same.',
    start: { boldness: 2, asked: 20, seed: 1 },
    score: ({ other }, { boldness, asked }) =>
      boldness < 2 || asked !== 20 ? 0 : bits(other.mean) < 0.5 ? 1 : nearly(1.5 - bits(other.mean)),
    hints: [
      { when: (_, { boldness }) => boldness < 2, say: 'Leave her as bold as she was: k = 2.' },
      { when: (_, { asked }) => asked !== 20, say: 'Twenty answers, please.' },
      { when: () => true, say: 'Another seed draws other hints and other outcomes. About one in eight will do.' },
    ],
    solved:
      'Expected are 0.83 bits. Twenty answers scatter widely, so one lucky score says little about whoever made it. Look at its standard error.',
    solution: { seed: 4 },
  },
];
