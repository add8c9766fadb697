import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const ordinals = ['first', 'second', 'third', 'fourth'];

export const spec = defineWidget({
  id: 'n-sources',
  title: 'More sources than two',
  summary: 'One of several coins is tossed. When can a window’s prediction be exactly right?',
  terms: ['mixture', 'convex-hull'],
  cites: [],
  params,
  compute,
  readouts,

  describe: ({ coins, tossed, different, tosses, outside, mean, least, right }, { window }, say) =>
    `The ${ordinals[tossed]} of ${say.count(coins.length)} coins is tossed, with heads ${say.probability(coins[tossed])}; ${different.length === 0 ? 'no coin differs from it' : `it lies ${outside > 0 ? `${say.probability(outside)} outside` : 'within'} the hull of those that differ from it`}. ` +
    `A window of ${window === 1 ? 'one symbol' : `${say.count(window)} symbols`} sees ${tosses === 1 ? 'one toss' : tosses === 0 ? 'no toss' : `${say.count(tosses)} tosses`}. ` +
    `Its prediction is ${say.probability(mean)} away from the coin on average, at least ${say.probability(least)}, and exactly right with probability ${say.probability(right)}.`,

  table: ({ seen, tosses }, say) => ({
    columns: ['Heads in the window', 'Tails', 'How often, given this coin', 'Predicted chance of heads', 'Gap'],
    rows: seen.map(({ heads, probability, prediction, gap }) => [
      heads,
      tosses - heads,
      say.probability(probability),
      say.number(prediction, 4),
      say.number(gap, 4),
    ]),
  }),

  laws: [
    {
      name: 'No window is exactly right about a coin outside the hull of those that differ from it',
      tolerance: 0,
      gap: ({ outside, right }) => (outside > 0 ? right : 0),
    },
    {
      name: 'A prediction is as far from the tossed coin as the differences of the coins from it, weighted by their posterior',
      tolerance: 1e-12,
      gap: ({ seen, coins, tossed }) =>
        Math.max(...seen.map(({ prediction, gap }) => Math.abs(Math.abs(prediction - coins[tossed]) - gap))),
    },
    {
      name: 'A prediction keeps from an outermost coin the distance of the hull, in the share of the coins that differ from it: gap ≥ (1 − v) · distance',
      tolerance: 1e-12,
      gap: ({ seen, outside }) => Math.max(...seen.map(({ others, gap }) => others * outside - gap)),
    },
    {
      name: 'Every prediction lies in the hull of all coins',
      tolerance: 1e-12,
      gap: ({ seen, coins }) =>
        Math.max(...seen.map(({ prediction: v }) => Math.max(v - Math.max(...coins), Math.min(...coins) - v))),
    },
    {
      name: 'On average over the coins the prediction is their mean, whatever the window',
      tolerance: 1e-12,
      gap: ({ meanOverCoins, coins }) =>
        Math.abs(meanOverCoins - coins.reduce((total, coin) => total + coin, 0) / coins.length),
    },
    {
      name: 'The windows of the tossed coin have probabilities that add up to 1',
      tolerance: 1e-12,
      gap: ({ seen }) => Math.abs(seen.reduce((total, { probability }) => total + probability, 0) - 1),
    },
  ],

  challenges,
  presets,
});
