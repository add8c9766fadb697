import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import { type Sources } from './model.ts';
import type { Asked } from './parameters.ts';

const differ = ({ coins }: Sources) => new Set(coins).size > 1;
const alike = {
  when: (model: Sources) => !differ(model),
  say: 'If all coins are the same there is nothing to know. They must differ.',
};

export const challenges: readonly Challenge<Sources, Asked>[] = [
  {
    id: 'never-near',
    task: 'The first coin is tossed, of three. Make it an outermost one, such that no window of four symbols comes nearer to it than 0.05.',
    start: { tossed: 1, count: 3, window: 4 },
    score: ({ least, coins, tosses, tossed, outside }, { window }) =>
      coins.length !== 3 || window !== 4 || tosses !== 4 || tossed !== 0
        ? 0
        : Math.min(atLeast(least, 0.05), outside > 0 ? 1 : 0.5),
    hints: [
      {
        when: ({ coins, tosses, tossed }, { window }) =>
          coins.length !== 3 || window !== 4 || tosses !== 4 || tossed !== 0,
        say: 'The task is about the first of three coins, a window of four symbols, and no pauses. Put these back.',
      },
      {
        when: ({ outside }) => outside === 0,
        say: 'The first coin is still within the hull of the other two, where mixtures of them can be. Drag it out.',
      },
      { when: () => true, say: 'It is outermost, and a window still comes too near. Go on.' },
    ],
    solved:
      'About an outermost coin no mixture of coins that differ can be right. The same would do with the other coins moved.',
    solution: { first: 0.9 },
  },
  {
    id: 'missed-in-between',
    task: 'Leave the three coins where they are, with the fair one tossed and no pauses. Find a window of at least six symbols that is never exactly right.',
    start: { window: 6 },
    score: (model, { window, first, second, third }) =>
      [first, second, third].join() !== '0.5,0.7,0.3' || model.coins.length !== 3 || model.tossed !== 0
        ? 0
        : model.tosses < 6
          ? Math.min(0.5, window / 12)
          : model.right === 0
            ? 1
            : 0.9,
    hints: [
      {
        when: (_, { first, second, third, count, tossed }) =>
          [first, second, third, count, tossed].join() !== '0.5,0.7,0.3,3,1',
        say: 'The coins are 0.5, 0.7 and 0.3, and the first of them is tossed. Put them back.',
      },
      { when: ({ tosses }) => tosses < 6, say: 'The window must see at least six tosses.' },
      { when: () => true, say: 'It is right after balanced windows. When can a window not be balanced?' },
    ],
    solved:
      'An odd number of tosses never has as many heads as tails. Here the gap stays above zero, for a coin within the hull.',
    solution: { window: 7 },
  },
  {
    id: 'always-right',
    task: 'Coins that differ, a window of at least three symbols, and yet the window is exactly right at every toss. Find such a case.',
    start: { window: 4 },
    score: (model, { window }) =>
      !differ(model) || window < 3
        ? 0
        : model.greatest === 0
          ? 1
          : Math.min(0.95, 0.6 * model.right + 0.3 / (1 + model.tosses)),
    hints: [
      alike,
      { when: (_, { window }) => window < 3, say: 'At least three symbols.' },
      {
        when: ({ tosses, outside }) => tosses > 0 && outside === 0,
        say: 'What the window sees of the tosses moves its prediction. Let it see none of them.',
      },
      {
        when: ({ outside }) => outside > 0,
        say: 'An outermost coin is never hit. Toss one that lies between the others.',
      },
      {
        when: () => true,
        say: 'The window sees no toss, and predicts the mean of all coins. Which coin must be tossed?',
      },
    ],
    solved:
      'The window sees none of the tosses and predicts the mean of the coins. One of the coins is that mean. It is the case that breaks the sure version of the lemma.',
    solution: { pause: 5 },
  },
];
