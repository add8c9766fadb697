import type { Challenge } from '#contract/spec.ts';
import { atLeast } from '#kit/state/progress.ts';
import type { Windows } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
/** 1 once it is at most the goal; before that, less the farther it is on a logarithmic scale. */
const atMost = (value: number, goal: number) => (value <= goal ? 1 : Math.max(0, 0.95 - Math.log10(value / goal) / 4));

export const challenges: readonly Challenge<Windows, Asked>[] = [
  {
    id: 'worst-pair',
    task: 'Be the adversary. The window has 16 symbols, and each source is drawn with chance one half. Find two sources for which the expected loss is at least 0.3 of H(J)/w.',
    start: { window: 16, first0: 0.9, first1: 0.9, second0: 0.1, second1: 0.1 },
    score: ({ here }, { window, prior }) =>
      window === 16 && prior === 0.5 ? atLeast(here.excessLoss / here.universal, 0.3) : 0,
    hints: [
      {
        when: (_, { window, prior }) => window !== 16 || prior !== 0.5,
        say: 'The task is about 16 symbols and even chances. Put these two back.',
      },
      {
        when: ({ here, ceiling }) => here.entropyOfChain < ceiling / 3,
        say: 'Sixteen symbols mostly tell these sources apart, so the window hardly errs. Make them more alike.',
      },
      {
        when: ({ here, ceiling }) => here.entropyOfChain > 0.8 * ceiling,
        say: 'The window does not know which source it is, but it hardly matters: they say nearly the same. Move them apart.',
      },
      { when: () => true, say: 'Nearly. Look at the hump in the lower panel: you want to stand at its top.' },
    ],
    solved:
      'The costliest sources are those that the window is just about to tell apart. Nearer ones cost less when they are confused, farther ones are confused less often. No pair in this figure reaches the bound for sixteen symbols.',
    solution: { first0: 0.7, first1: 0.7, second0: 0.4, second1: 0.4 },
  },
  {
    id: 'worst-window',
    task: 'Find two sources and a window that loses at most a thousandth of a bit per symbol, expected, although the worst window of this length loses two bits or more.',
    start: { window: 4 },
    score: ({ here }) => Math.min(atMost(here.excessLoss, bit / 1000), atLeast(here.greatestDivergence, 2 * bit)),
    hints: [
      {
        when: ({ here }) => here.greatestDivergence < 2 * bit,
        say: 'Even the worst window is cheap here. To be badly wrong, the sources must say very different things.',
      },
      {
        when: () => true,
        say: 'The worst window is bad enough. But it comes too often: how do you make such windows rarer?',
      },
    ],
    solved:
      'On average hardly anything is lost, and yet there is a window that is fooled completely. Longer windows make it rarer, and never better.',
    solution: { first0: 0.9, first1: 0.9, second0: 0.1, second1: 0.1, window: 16 },
  },
  {
    id: 'cheap-ignorance',
    task: 'Find two sources and a window of at least 32 symbols that leaves half a bit or more open about the source, expected, and yet loses at most 0.002 bits per symbol.',
    start: { window: 32 },
    score: ({ here }, { window }) =>
      window < 32 ? 0 : Math.min(atLeast(here.entropyOfChain, bit / 2), atMost(here.excessLoss, 0.002 * bit)),
    hints: [
      { when: (_, { window }) => window < 32, say: 'The window must have at least 32 symbols.' },
      {
        when: ({ here }) => here.entropyOfChain < bit / 2,
        say: 'Here the window knows the source too well. Sources that differ less are harder to tell apart.',
      },
      {
        when: () => true,
        say: 'The window is ignorant enough, but its ignorance costs too much. When does it not matter which source it is?',
      },
    ],
    solved:
      'Not to know the source, and to predict badly, are two things. While the window does not know the source, both mostly say nearly the same: they differ little, or they differ only after a symbol that hardly ever comes.',
    solution: { first0: 0.55, first1: 0.55, second0: 0.5, second1: 0.5, window: 64 },
  },
];
