import type { Challenge } from '#contract/spec.ts';
import { overFair, type TwoCoins } from './model.ts';
import type { TwoCoinsValues } from './parameters.ts';

const shortest = 7;
const half = 0.5 * Math.LN2;

/** Between 0 and 1: never done, however near. */
const nearly = (share: number) => Math.max(0, Math.min(0.95, share));

export const challenges: readonly Challenge<TwoCoins, TwoCoinsValues>[] = [
  {
    id: 'nearly-sure',
    task: 'Find the shortest sequence after which the chance of heads is predicted within 0.01 of 0.7.',
    start: { tosses: '' },
    score({ next, tosses }) {
      if (next < 0.69) return nearly((next - 0.55) / 0.15);
      return tosses.length <= shortest ? 1 : 0.9;
    },
    hints: [
      {
        when: ({ next, tosses, heads }) => next >= 0.69 && heads === tosses.length && heads > shortest,
        say: 'Close enough, but not the shortest. Take heads away while it stays close enough.',
      },
      {
        when: ({ next, tosses }) => next >= 0.69 && tosses.length > shortest,
        say: 'Close enough, but not the shortest. Each tail takes back more than a head gives.',
      },
      {
        when: ({ tosses, heads }) => heads < tosses.length,
        say: 'A tail halves the odds of the coin that you want proved. Why spend one?',
      },
      {
        when: ({ tosses }) => tosses.length === 6,
        say: 'The prediction rounds to 0.69 but is a little below it: see the data.',
      },
      {
        when: () => true,
        say: 'Each head multiplies the odds of the first coin by 0.7 / 0.4 = 1.75. The odds must reach 29 to 1.',
      },
    ],
    solved:
      'Seven heads: 1.75 to the power of 7 is 50, and 50 to 1 predicts 0.694. Six make 28.7 to 1, just short of the 29 that 0.69 takes.',
    solution: { tosses: 'HHHHHHH' },
  },
  {
    id: 'worse-than-fair',
    task: 'Find a sequence of at most 12 tosses on which the best predictor pays at least half a bit more than one who takes the coin to be fair.',
    start: { tosses: 'HHHH' },
    score(model) {
      if (model.tosses.length > 12) return nearly(0.5 * (overFair(model) / half));
      return overFair(model) >= half ? 1 : nearly(overFair(model) / half);
    },
    hints: [
      {
        when: ({ tosses }) => tosses.length > 12,
        say: 'Shorter, please: twelve tosses are enough.',
      },
      {
        when: ({ tosses, heads }) => heads > 0.62 * tosses.length,
        say: 'So many heads suit the first coin, and the predictor soon profits. Mix in some tails.',
      },
      {
        when: ({ tosses, heads }) => heads < 0.48 * tosses.length,
        say: 'So few heads suit the second coin. Add some.',
      },
      { when: () => true, say: 'About half heads suits neither coin. Keep that up for some more tosses.' },
    ],
    solved:
      'Six heads of eleven, for example, suit neither coin, and there the predictor pays 0.69 bits more than one who says a half each time. It is the best predictor on average over what these coins do, and not on each sequence: of all sequences of eleven tosses, 28 percent by probability cost it half a bit or more beyond one bit a toss. The order makes no difference to the sum.',
    solution: { tosses: 'HTHTHTHHTHT' },
  },
];
