import { defineWidget } from '#contract/spec.ts';
import { twoCoins } from '#sim/coin-mixture.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { challenges } from './challenges.ts';
import { columnsOf, mean, regret, toss } from './model.ts';
import { params } from './parameters.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'two-coins',
  title: 'One of two coins',
  summary: 'Toss a coin that is one of two, and see what the best prediction pays, and what it can and cannot learn.',
  terms: ['surprisal', 'entropy', 'cross-entropy', 'mutual-information'],
  cites: ['cover-thomas2006'],
  wordsInBits: true,
  params,
  compute: (values) => toss(values.tosses, values.shown),

  readouts,

  describe(model, { shown }, say) {
    const { tosses, heads, paid, next, expected, learned, rate } = model;
    const n = tosses.length;
    const columns = columnsOf(n, shown);
    const average =
      `On average over all sequences toss ${n + 1} costs ${say.information(expected[n])}, ` +
      `of which ${say.amount(rate)} cannot be learned; ${columns} tosses tell ${say.information(learned[columns])} of the coin.`;
    if (n === 0)
      return `Nothing has been tossed; heads is predicted with probability ${say.probability(next)}. ${average}`;
    return (
      `${say.count(n)} ${n === 1 ? 'toss' : 'tosses'}, ${say.count(heads)} heads, cost ${say.information(paid)}, ` +
      `${say.amount(mean(model))} a toss and ${say.amount(regret(model))} more than for one who knew the better coin. ` +
      `Heads is predicted next with probability ${say.probability(next)}. ${average}`
    );
  },

  table: ({ tosses, predicted, surprisals, means, expected, learned }, say) => ({
    columns: [
      'Toss',
      'Chance of heads predicted',
      'Came',
      `Surprisal, ${say.unit}`,
      `Mean so far, ${say.unit}`,
      `Expected over all sequences, ${say.unit}`,
      `Learned of the coin before, ${say.unit}`,
    ],
    rows: expected.map((loss, t) => [
      t + 1,
      t < tosses.length ? say.probability(predicted[t]) : '',
      t < tosses.length ? (tosses[t] ? 'heads' : 'tails') : '',
      t < tosses.length ? say.amount(surprisals[t]) : '',
      t < tosses.length ? say.amount(means[t]) : '',
      say.amount(loss),
      say.amount(learned[t]),
    ]),
  }),

  laws: [
    {
      name: 'What is paid beyond the rate, summed over the tosses, is what they tell of the coin: Σ (H(Xₜ₊₁ | X₁ … Xₜ) − h) = I(X₁ … X_T; J)',
      tolerance: 1e-11,
      gap: ({ expected, learned, rate }) =>
        Math.abs(expected.reduce((sum, loss) => sum + loss - rate, 0) - learned[expected.length]),
    },
    {
      name: 'What is paid at a toss beyond the rate is what the toss tells of the coin: H(Xₜ₊₁ | X₁ … Xₜ) = h + I(Xₜ₊₁; J | X₁ … Xₜ)',
      tolerance: 1e-13,
      gap: ({ expected, told, rate }) => Math.max(...expected.map((loss, t) => Math.abs(loss - rate - told[t]))),
    },
    {
      name: 'There is no more to learn than which coin it is: I(X₁ … X_T; J) ≤ H(J)',
      tolerance: 1e-12,
      gap: ({ learned }) => Math.max(...learned) - entropy(twoCoins.weights),
    },
    {
      name: 'The expected loss never rises',
      tolerance: 1e-13,
      gap: ({ expected }) => Math.max(...expected.slice(1).map((loss, t) => loss - expected[t])),
    },
    {
      name: 'The expected loss never falls below the rate',
      tolerance: 1e-13,
      gap: ({ expected, rate }) => rate - Math.min(...expected),
    },
    {
      name: 'The sum of the surprisals is the surprisal of the whole sequence, −ln (½ p₁ + ½ p₂)',
      tolerance: 1e-10,
      gap({ paid, knowing }) {
        const least = Math.min(...knowing);
        const whole =
          least - Math.log(knowing.reduce((sum, cost, j) => sum + twoCoins.weights[j] * Math.exp(least - cost), 0));
        return Math.abs(paid - whole);
      },
    },
    {
      name: 'Not knowing the coin never costs more than one bit, on any sequence',
      tolerance: 1e-10,
      gap: (model) => regret(model) - Math.LN2,
    },
  ],

  challenges,

  presets: [
    {
      id: 'hidden',
      title: 'A hidden coin',
      values: {},
      why: 'One of the two was picked and tossed twelve times. The prediction has moved toward one of the two lines. Toss on, and see whether it stays there.',
    },
    {
      id: 'nothing',
      title: 'Nothing yet',
      values: { tosses: '' },
      why: 'Before the first toss heads has 0.55, the mean of 0.7 and 0.4, and the loss to be expected is at its highest.',
    },
    {
      id: 'heads-only',
      title: 'Ten heads',
      values: { tosses: 'HHHHHHHHHH' },
      why: 'The predictor is soon sure of the first coin, and still pays half a bit for every head: this part cannot be learned.',
    },
    {
      id: 'wrong-turn',
      title: 'A wrong turn',
      values: { tosses: 'HHHHTTHTTTHTTHTTTHTT' },
      why: 'Four heads point to the first coin, and the sixteen tosses after them point back: after all twenty it has a probability of 0.02. The detour costs nothing extra in the end: only the number of heads counts, in whatever order they came.',
    },
    {
      id: 'in-between',
      title: 'In between',
      values: { tosses: 'HTHTHHTHTHTHTHHTHTHT' },
      why: 'Eleven heads of twenty suit neither coin. The best predictor of these two coins pays more here than somebody who calls the coin fair. On average over all sequences it pays less.',
    },
    {
      id: 'long-run',
      title: 'A hundred tosses ahead',
      values: { shown: 100 },
      why: 'In a hundred tosses nearly all of the one bit is learned on average, and the expected loss is all but on the floor.',
    },
  ],
});
