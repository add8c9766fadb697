import { asSet, type Say } from '#contract/say.ts';
import { defineWidget } from '#contract/spec.ts';
import { sum } from '#theory/measures/distribution.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { coins, params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** The truth and the belief, as a sentence goes on after “in 100 tosses of”. */
function gameOf({ game, weight, assumed, bias, spare, spread, trueA, trueB, a, b }: Asked, say: Say): string {
  if (game === 'two')
    return `one of two coins, where heads 0.7 has a chance of ${asSet(weight)} and is believed to have ${asSet(assumed)},`;
  if (game === 'any') return `a coin from Beta(${trueA}, ${trueB}), which is believed to be from Beta(${a}, ${b}),`;
  const isHers = coins.some((coin) => coin === bias);
  const none = isHers ? 'half given to either' : 'nothing spared for it';
  const some = `${say.probability(Number(spare))} spared for ${spread === 'all' ? 'every bias alike' : isHers ? 'this one besides' : 'it'}`;
  return `a coin with heads ${asSet(bias)}, believed to be one of 0.7 and 0.4, with ${spare === '0' ? none : some},`;
}

export const spec = defineWidget({
  id: 'wrong-prior',
  title: 'What a wrong prior costs',
  summary:
    'Drag what is true and what is believed. The predictions come together, if they can; what was paid stays paid.',
  terms: ['prior', 'posterior', 'divergence'],
  cites: ['cover-thomas2006'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: (model, values, say) =>
    `In ${values.tosses === 1 ? 'one toss' : `${say.count(values.tosses)} tosses`} of ${gameOf(values, say)} the wrong prior costs ${say.information(model.paid[values.tosses])} beyond the right one, in expectation; ` +
    `${say.count(values.runs)} simulated games cost ${say.amount(model.mean)} ± ${say.amount(model.error)} (standard error) on average. ` +
    (model.ceiling < Infinity
      ? `No number of tosses costs more than ${say.information(model.ceiling)}, in expectation.`
      : model.rate > 0
        ? `In the long run every toss costs ${say.information(model.rate)}, in expectation, without end.`
        : `There is no bound for all numbers of tosses, but in the long run a toss costs less and less.`),

  table: ({ costs, paid, games }, say) => ({
    columns: [
      'Tosses T',
      `Toss T costs beyond the right prior, expected, ${say.unit}`,
      `All T, expected, ${say.unit}`,
      `All T in the first simulated game, ${say.unit}`,
    ],
    rows: costs.map((cost, t) => [t + 1, say.amount(cost), say.amount(paid[t + 1]), say.amount(games[0][t + 1])]),
  }),

  laws: [
    {
      name: 'Toss by toss it adds up to the divergence of the laws of all tosses: Σ E D(P(next)‖Q(next)) = D(P‖Q)',
      tolerance: 1e-8,
      gap: ({ paid, told }) => Math.max(...told.map(([T, nats]) => Math.abs(paid[T] - nats) / Math.max(1, nats))),
    },
    {
      name: 'Nothing is paid back in expectation: the sum never falls',
      tolerance: 1e-12,
      gap: ({ paid }) => Math.max(...paid.slice(1).map((nats, t) => paid[t] - nats)),
    },
    {
      name: 'Tosses tell the two priors apart no better than the coin itself would: D(P‖Q) ≤ D(prior‖prior)',
      tolerance: 1e-9,
      gap: ({ paid, ceiling }) => paid[paid.length - 1] - ceiling,
    },
    {
      name: 'In the long run no more than the nearest coin, and what it had been given: D(P‖Q) ≤ T · rate + log 2/(1 − ε)',
      tolerance: 1e-9,
      gap: ({ whole, rate }, { game, tosses, spare }) =>
        game === 'strange' && spare === '0' ? whole - tosses * rate - Math.LN2 : 0,
    },
    {
      name: 'Something is predicted whatever comes: the chances add up to 1',
      tolerance: 1e-9,
      gap: ({ believed, right }) =>
        Math.max(...[believed, right].map((all) => Math.abs(sum(all.map(({ chance }) => chance)) - 1))),
    },
  ],

  challenges,
  presets,
});
