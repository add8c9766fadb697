import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import { ends, type Trial } from './model.ts';
import type { Asked } from './parameters.ts';

const isTwoCoins = ({ first, second }: Asked) => (first === 0.7 && second === 0.4) || (first === 0.4 && second === 0.7);

export const challenges: readonly Challenge<Trial, Asked>[] = [
  {
    id: 'fewest',
    task: 'Heads 0.7 and 0.4, each picked half of the time. Set n to the fewest tosses after which the best guess is wrong with at most 5 percent.',
    start: { tosses: 10, error: 0.01 },
    score: ({ errors }, asked) => {
      if (!isTwoCoins(asked) || asked.prior !== 0.5) return 0;
      const goal = errors.findIndex((p) => p <= 0.05);
      return within(Math.abs(asked.tosses - goal), 0, 60);
    },
    hints: [
      {
        when: (_, asked) => !isTwoCoins(asked) || asked.prior !== 0.5,
        say: 'The task is about heads 0.7 and 0.4, each picked half of the time.',
      },
      {
        when: ({ errors }, { tosses }) => errors[tosses] > 0.05,
        say: 'The guess is still wrong too often. You may also put the dashed line at 0.05.',
      },
      { when: () => true, say: 'Sure enough. But would fewer do?' },
    ],
    solved:
      'Twenty-eight. For one percent it is 57: about twice as many, for the first tosses have already done part of the work.',
    solution: { tosses: 28 },
  },
  {
    id: 'four-times',
    task: 'Leave the first coin at 0.7. Where must the second be, below 0.7, so that one percent takes between 220 and 230 tosses, about four times the 57?',
    start: { second: 0.4 },
    score: ({ enough }, { first, second, error, prior }) => {
      if (first !== 0.7 || error !== 0.01 || prior !== 0.5 || second >= 0.7) return 0;
      if (enough === undefined) return 0.3;
      return enough >= 220 && enough <= 230 ? 1 : Math.max(0, 0.95 - Math.abs(Math.log(enough / 225)) / 2);
    },
    hints: [
      {
        when: (_, { first, error, prior }) => first !== 0.7 || error !== 0.01 || prior !== 0.5,
        say: 'Only the second coin may move: first coin 0.7, ε 0.01, chance 0.5.',
      },
      { when: (_, { second }) => second >= 0.7, say: 'Put the second coin below 0.7.' },
      {
        when: ({ enough = Infinity }) => enough > 230,
        say: 'Too close to the first: they take more tosses than that.',
      },
      { when: () => true, say: 'Too far from the first: fewer tosses do. Bring them closer.' },
    ],
    solved:
      'At 0.55, half as far. Near each other, the divergence and the Chernoff information fall with the square of the distance: half as far is four times as long.',
    solution: { second: 0.55 },
  },
  {
    id: 'stop',
    task: 'Heads 0.7 and 0.4, each picked half of the time. Choose ε so that a trial that stops needs at most 37 percent of the tosses of a fixed one that is as good, expected.',
    start: { error: 0.1 },
    score: (model, asked) => {
      const { sequential, asGood } = model;
      if (!isTwoCoins(asked) || asked.prior !== 0.5 || !ends(model) || !asGood) return 0;
      const share = sequential.expected / asGood;
      return share <= 0.37 ? 1 : Math.max(0, 0.95 - 3 * (share - 0.37));
    },
    hints: [
      {
        when: (_, asked) => !isTwoCoins(asked) || asked.prior !== 0.5,
        say: 'The task is about heads 0.7 and 0.4, each picked half of the time.',
      },
      { when: () => true, say: 'By and large, the surer one must be, the more a trial saves that may stop. Lower ε.' },
    ],
    solved:
      'At one in a thousand it is 36 percent. As ε falls the share goes on falling by and large, toward the ratio of Chernoff information to divergence, about a quarter.',
    solution: { error: 0.001 },
  },
];
