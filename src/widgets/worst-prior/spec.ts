import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { entropy, binaryEntropy } from '#theory/measures/entropy.ts';
import { challenges } from './challenges.ts';
import { compute, type Worst } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** H(tosses) − H(tosses | coin): of the number of heads, since their order tells nothing and cancels. */
const difference = ({ coins, heads }: Worst, tosses: number) => {
  const orders = [0];
  for (let k = 1; k <= tosses; k++) orders.push(orders[k - 1] + Math.log((tosses - k + 1) / k));
  const whole = entropy(heads) + heads.reduce((sum, p, k) => sum + p * orders[k], 0);
  return whole - coins.reduce((sum, { bias, chance }) => sum + chance * tosses * binaryEntropy(bias), 0);
};

export const spec = defineWidget({
  id: 'worst-prior',
  title: 'Make the learner pay',
  summary:
    'A friend draws a coin. You know how she draws it, and not which coin it is, and predict its tosses. How does she make you pay most?',
  terms: ['prior', 'regret', 'divergence'],
  cites: ['gallager1979', 'ryabko1979'],
  wordsInBits: true,
  params,
  places: { weights: placeOf(params, 'weights', { also: { prior: 'coins' } }) },
  compute,
  readouts,

  describe(model, { prior, tosses }, say) {
    const { coins, information, highest, dearest } = model;
    const drawn = coins.filter(({ chance }) => chance > 0);
    const how =
      prior === 'coins'
        ? `${drawn.map(({ bias, chance }) => `${say.probability(bias)} (drawn ${say.percent(chance)})`).join(', ')}`
        : params.prior.options.find(({ value }) => value === prior)!.label;
    return (
      `The chance of heads is drawn: ${how}. In ${tosses === 1 ? 'one toss' : `${say.count(tosses)} tosses`} the best predictor pays ${say.information(information)} on average over the draw, ` +
      (highest === Infinity
        ? 'and infinitely much for a coin that it holds impossible.'
        : `and ${say.information(highest)} for the dearest coin, ${say.probability(dearest)}. No way to draw a coin costs more than that.`)
    );
  },

  table: ({ coins, curve }, say) => ({
    columns: ['Chance of heads', 'Drawn', `Paid for this coin, ${say.unit}`],
    rows: [
      ...coins.map(({ bias, chance, paid }) => [say.probability(bias), say.percent(chance), say.amount(paid)]),
      ...curve.flatMap(([bias, nats], i) => (i % 20 === 0 ? [[say.probability(bias), '', say.amount(nats)]] : [])),
    ],
  }),

  laws: [
    {
      name: 'On average over the coins the curve is what the tosses tell: Σ w D(P‖Q) = I',
      tolerance: 1e-11,
      gap: ({ coins, information }) =>
        coins.length === 0
          ? 0
          : Math.abs(
              coins.reduce((sum, { chance, paid }) => (chance > 0 ? sum + chance * paid : sum), 0) - information,
            ),
    },
    {
      name: 'What the tosses tell is H(tosses) − H(tosses | coin)',
      tolerance: 1e-11,
      gap: (model, { tosses }) =>
        model.coins.length === 0 ? 0 : Math.abs(difference(model, tosses) - model.information),
    },
    {
      name: 'Redundancy–capacity: no prior of the figure tells more than the curve of any other reaches',
      tolerance: 1e-11,
      gap: ({ spread, information, highest }) => Math.max(information, ...Object.values(spread)) - highest,
    },
    {
      name: 'Another prediction costs more by its divergence: E D(P‖Laplace) = I + D(Q‖Laplace)',
      tolerance: 1e-10,
      gap: ({ laplace, information, off }) => Math.abs(laplace - information - off),
    },
    {
      name: 'Laplace’s rule pays no more than log(T + 1) for any coin, so no prior tells more',
      tolerance: 1e-11,
      gap: ({ information }, { tosses }) => information - Math.log(tosses + 1),
    },
    {
      name: 'The dearest coin costs as much as the curve says, and no point of the curve is higher',
      tolerance: 1e-11,
      gap: ({ curve, highest, coins }) =>
        highest === Infinity
          ? 0
          : Math.max(...curve.map(([, nats]) => nats), ...coins.map(({ paid }) => paid)) - highest,
    },
  ],

  challenges,
  presets,
});
