import type { Challenge } from '#contract/spec.ts';
import { atLeast, within } from '#kit/state/progress.ts';
import type { WrongPrior } from './model.ts';
import type { Asked } from './parameters.ts';

const bit = Math.LN2;
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<WrongPrior, Asked>[] = [
  {
    id: 'twenty-bits',
    task: 'One of two coins: make 200 tosses cost her more than twenty bits, expected.',
    start: { game: 'two', tosses: 200 },
    score: ({ paid }, { game, tosses }) =>
      game !== 'two' ? 0 : tosses < 200 ? nearly(paid[tosses] / (20 * bit)) : atLeast(paid[tosses], 20 * bit),
    hints: [
      { when: (_, { game }) => game !== 'two', say: 'The task is about the first game: one of two coins.' },
      { when: (_, { tosses }) => tosses < 200, say: 'All 200 tosses: move T to its end.' },
      {
        when: (_, { assumed }) => assumed > 0 && assumed < 1,
        say: 'As long as she gives both coins something, no number of tosses costs more than the dashed line. What if she gives one of them nothing?',
      },
      { when: () => true, say: 'She excludes a coin. Now let that coin be the one that is drawn, often enough.' },
    ],
    solved:
      'Whoever excludes the coin that is tossed pays the divergence from it to the other one with every toss, on average. There is no dashed line then. With ever so little left for that coin the line is back, at the logarithm of one over it; one in a million makes twenty bits.',
    solution: { assumed: 0, weight: 1 },
  },
  {
    id: 'least-to-spare',
    task: 'A coin with heads 0.9 that she did not count on: let her spare as little as she can, and still pay less than 20 bits in 200 tosses, expected.',
    start: { game: 'strange', tosses: 200 },
    score({ paid }, { game, bias, spare, tosses }) {
      if (game !== 'strange' || bias !== 0.9 || tosses < 200) return 0;
      if (paid[200] >= 20 * bit) return nearly((20 * bit) / paid[200]);
      return spare === '1e-6' ? 1 : 0.8;
    },
    hints: [
      {
        when: (_, { game, bias }) => game !== 'strange' || bias !== 0.9,
        say: 'The task is about the coin with heads 0.9.',
      },
      { when: (_, { tosses }) => tosses < 200, say: 'All 200 tosses: move T to its end.' },
      { when: (_, { spare }) => spare === '0', say: 'With nothing spared she pays for ever.' },
      {
        when: ({ paid }) => paid[200] >= 20 * bit,
        say: 'Still too dear. What does it cost to have spared ε for just this coin, and nothing for the others?',
      },
      { when: () => true, say: 'It is enough, but she could do with less.' },
    ],
    solved: 'The logarithm of a million is 19.93 bits. One in a million is enough, if it is for just this coin.',
    solution: { spare: '1e-6' },
  },
  {
    id: 'sure-by-chance',
    task: 'A coin that she did not count on, nothing spared, 200 tosses: make it a matter of chance which of her two coins she will be sure of, each with at least three chances in ten.',
    start: { game: 'strange', tosses: 200, bias: 0.8 },
    score({ believed }, { game, spare, tosses }) {
      if (game !== 'strange' || spare !== '0' || tosses < 200) return 0;
      const high = believed.reduce((sum, { chance, heads }) => sum + (heads > 0.55 ? chance : 0), 0);
      return within(Math.abs(high - 0.5), 0.2, 0.5);
    },
    hints: [
      {
        when: (_, { game, spare }) => game !== 'strange' || spare !== '0',
        say: 'The second game, with nothing spared for other coins.',
      },
      { when: (_, { tosses }) => tosses < 200, say: 'All 200 tosses: move T to its end.' },
      {
        when: ({ believed }) => believed.reduce((sum, { chance, heads }) => sum + chance * heads, 0) > 0.55,
        say: 'She ends too often with 0.7. The divergence counts, and not the difference of the chances: go nearer to 0.4.',
      },
      { when: () => true, say: 'She ends too often with 0.4. Go nearer to 0.7.' },
    ],
    solved:
      'At heads 0.553 both coins are equally far, in divergence. Then no coin is nearer, and her odds wander like a drunkard: far away, so that she is sure, to either side, and back again.',
    solution: { bias: 0.55 },
  },
];
