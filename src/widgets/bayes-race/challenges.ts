import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { Asked } from './parameters.ts';
import type { Race } from './race.ts';

const bit = Math.LN2;

export const challenges: readonly Challenge<Race, Asked>[] = [
  {
    id: 'even-keel',
    task: 'Two coins, neither of which is tossed. Find a coin whose tosses are expected to leave the log-odds where they are, within 0.01 bits per toss.',
    start: { truth: 'none', heads: 0.5 },
    score: ({ truth, runners, names }) => {
      const { mean } = runners[0];
      if (truth !== -1 || names.length !== 2 || mean.length === 0) return 0;
      return within(Math.abs(mean[1] - mean[0]), 0.01 * bit, 0.5 * bit);
    },
    hints: [
      { when: ({ truth }) => truth !== -1, say: 'One of the two coins is tossed, and it wins on average. Choose another coin.' },
      { when: (_, { sources }) => sources !== 'two', say: 'The task is about the two coins.' },
      { when: ({ runners }) => runners[0].mean[1] < runners[0].mean[0], say: 'On average this coin speaks for coin 0.4. Give it more heads.' },
      { when: () => true, say: 'On average this coin speaks for coin 0.7. Give it fewer heads.' },
    ],
    solved: 'A head counts 0.807 bits up and a tail 1 bit down, so heads must come 1/1.807 of the time. It is not the middle between the coins, which is 0.55, but near.',
    solution: { truth: 'none', heads: 0.55 },
  },
  {
    id: 'misled',
    task: 'Coin 0.7 is tossed, without a head start. Draw until at some time after ten tosses or more the other coin has probability 0.8 or more.',
    start: { read: 30, seed: 1 },
    score: ({ posterior, read, truth, names }, { lead }) => {
      if (truth !== 0 || names.length !== 2 || lead !== 0) return 0;
      const wrong = posterior.slice(10, read + 1).map(([, p]) => p);
      return Math.min(1, atLeast(Math.max(0, ...wrong), 0.8));
    },
    hints: [
      { when: (_, { sources, truth }) => sources !== 'two' || truth !== '1', say: 'It should be the two coins, and coin 0.7 that is tossed.' },
      { when: (_, { lead }) => lead !== 0, say: 'Without a head start, please.' },
      { when: ({ read }) => read < 10, say: 'Read ten tokens at least.' },
      { when: () => true, say: 'These tosses are honest. “Draw anew” makes others: about one draw in ten will do.' },
    ],
    solved: 'Honest tosses can speak against the truth for a while. How often they do so is bounded, and the fold below counts it.',
    solution: { seed: 3 },
  },
]; // prettier-ignore
