import type { Challenge } from '#contract/spec.ts';
import { within } from '#kit/state/progress.ts';
import type { Gap } from './model.ts';
import { longest, params, type Asked } from './parameters.ts';

const goal = 0.05;
const untouched = (asked: Asked, ...names: readonly (keyof Asked)[]) =>
  names.every((name) => asked[name] === params[name].default);
const leastFor = ({ lengths }: Gap) => lengths.find(({ mean }) => mean[0] < goal)?.length ?? longest;
const firstIsKept = (asked: Asked) => untouched(asked, 'firstA', 'firstB', 'prior');
const lastingShare = ({ lengths }: Gap) => lengths[longest - 1].mean[0] / lengths[0].mean[0];

export const challenges: readonly Challenge<Gap, Asked>[] = [
  {
    id: 'one-in-twenty',
    task: 'Leave the chains as they are. Find the shortest window whose mean miss is below 0.05.',
    start: {},
    score: (model, asked) =>
      untouched(asked, 'firstA', 'firstB', 'secondA', 'secondB', 'prior', 'writer')
        ? within(Math.abs(asked.window - leastFor(model)), 0, longest)
        : 0,
    hints: [
      {
        when: (_, asked) => !untouched(asked, 'firstA', 'firstB', 'secondA', 'secondB', 'prior', 'writer'),
        say: 'The chains, or how likely they are, have moved. Choose the case “Sticky and mild” again.',
      },
      {
        when: (model, { window }) => window > leastFor(model),
        say: 'Short enough in its mean miss, and longer than it need be.',
      },
      { when: () => true, say: 'Its mean miss is still too large. A longer window.' },
    ],
    solved: 'Below 0.05 on average. The worst window of that length still misses by 0.3, and comes again and again.',
    solution: { window: 14 },
  },
  {
    id: 'told-apart',
    task: 'Keep the first chain and the window of eight letters. Change the second chain so that the mean miss is below 0.01, and at least one window still misses by 0.5 or more.',
    start: {},
    score(model, asked) {
      const { mean, greatest } = model.lengths[asked.window - 1];
      if (!firstIsKept(asked) || asked.window !== 8 || asked.writer !== 'first') return 0;
      return Math.min(1, 0.01 / mean[0], greatest[0] / 0.5);
    },
    hints: [
      {
        when: (_, asked) => !firstIsKept(asked) || asked.window !== 8 || asked.writer !== 'first',
        say: 'The first chain is to run, with 0.9 and 0.8 and even odds beforehand, and the window is to have eight letters.',
      },
      {
        when: ({ lengths }, { window }) => lengths[window - 1].greatest[0] < 0.5,
        say: 'Now the chains predict so much alike that no miss can be large. Make them differ more.',
      },
      {
        when: () => true,
        say: 'Eight letters do not tell these two chains apart well enough. What would make a letter a strong clue?',
      },
    ],
    solved:
      'Where chains differ much after every letter, a window soon finds out which one runs. And it costs much when chance has written a window that looks like the other one.',
    solution: { secondA: 0.1, secondB: 0.1 },
  },
  {
    id: 'no-help',
    task: 'Keep the first chain. Find another second chain for which 24 letters help hardly more than one: their mean miss is more than nine tenths of that of one letter.',
    start: { window: 24 },
    score: (model, asked) =>
      !firstIsKept(asked) || model.areSame || asked.writer !== 'first' ? 0 : Math.min(1, lastingShare(model) / 0.9),
    hints: [
      {
        when: (_, asked) => !firstIsKept(asked) || asked.writer !== 'first',
        say: 'The first chain is to run as it was, with 0.9 and 0.8 and even odds beforehand.',
      },
      {
        when: ({ areSame }) => areSame,
        say: 'Now they are the same chain, and nothing can be missed. Make them differ a little.',
      },
      {
        when: () => true,
        say: 'Twenty-four letters still tell these chains apart too well. What if they were more alike?',
      },
    ],
    solved:
      'Chains that are nearly the same cannot be told apart by short windows, so more letters do not help much. But look at the size of the miss.',
    solution: { secondA: 0.89, secondB: 0.8 },
  },
];
