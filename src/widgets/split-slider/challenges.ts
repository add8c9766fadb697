import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Split } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Split, Asked>[] = [
  {
    id: 'like-the-coin',
    task: 'The coins are 0.7 and 0.4. Give Θ just as much to be learned as there is if Θ is which coin, to within a tenth of a bit, though it only holds first tosses.',
    start: { share: 0.9 },
    score: (model, { first, second, way }) =>
      way === 'first' && first === 0.7 && second === 0.4
        ? within(Math.abs(model.estimation - model.coin), 0.1 * bit, 12 * bit)
        : 0,
    hints: [
      {
        when: (_, { first, second }) => first !== 0.7 || second !== 0.4,
        say: 'Set the coins to 0.7 and 0.4 again. The task is about Θ, not about the coins.',
      },
      { when: (_, { way }) => way !== 'first', say: 'Let Θ hold the first tosses.' },
      {
        when: ({ estimation, coin }) => estimation > coin,
        say: 'Too much. The marked place in the bar says how much there is to learn about which coin it is.',
      },
      { when: () => true, say: 'Too little. Go to the marked place in the bar.' },
    ],
    solved:
      'Two parameters with about the same estimation error. One says which coin it is, and helps with every toss to come. The other says how the first toss falls, or does not even say that. The number does not tell them apart.',
    solution: { share: 0.05 },
  },
  {
    id: 'fair-and-learnable',
    task: 'Twelve tosses, all sequences equally likely. Make the estimation error three bits.',
    start: { share: 0.75 },
    score: ({ total, estimation }, { tosses }) =>
      Math.min(
        within(Math.abs(total - 12 * bit), 1e-9, bit),
        within(Math.abs(estimation - 3 * bit), 0.07 * bit, 12 * bit),
        tosses === 12 ? 1 : 0.5,
      ),
    hints: [
      { when: (_, { tosses }) => tosses !== 12, say: 'Set T to 12.' },
      {
        when: ({ total }) => Math.abs(total - 12 * bit) > 1e-9,
        say: 'Some sequences are still likelier than others. Which coins make all of them alike?',
      },
      {
        when: () => true,
        say: 'The sequences are equally likely. Now drag the error; it need not be zero for that.',
      },
    ],
    solved:
      'The tosses are fair, and a quarter of what they cost is called learnable. Whoever is told Θ is told how the first three tosses will fall, or with chance one quarter how all will.',
    solution: { first: 0.5, second: 0.5, share: 0.25 },
  },
  {
    id: 'nothing-left',
    task: 'Find two coins for which “which coin” already is all there is: to one who knows the coin, the tosses cost nothing. To all others they cost something.',
    start: { share: 0.5 },
    score: ({ coin, total }) => (total > 1e-9 ? within(1 - coin / total, 1e-9, 1) : 0),
    hints: [
      {
        when: ({ total }) => total <= 1e-9,
        say: 'These tosses surprise nobody, so there is nothing to learn. The two coins must differ.',
      },
      {
        when: (_, { first, second }) => first === second,
        say: 'The two coins are alike. Then which of them it is tells nothing.',
      },
      {
        when: () => true,
        say: 'Which coin it is says something, but the coin still surprises one who knows it. What coin surprises nobody who knows it?',
      },
    ],
    solved:
      'Two coins that fall the same way every time, one heads and one tails. There is one bit, and it is the coin’s. Then the coin and the sequence are the same parameter under two names.',
    solution: { first: 1, second: 0 },
  },
];
