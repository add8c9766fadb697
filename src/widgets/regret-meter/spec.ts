import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params, type Prior } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const coin: Record<Prior, string> = {
  uniform: 'a coin of which nothing is known',
  two: 'a coin that is one of two, each with chance ½,',
  jeffreys: 'a coin that is rather lopsided',
  fair: 'a coin that is nearly fair',
};

export const spec = defineWidget({
  id: 'regret-meter',
  title: 'What not knowing the coin costs',
  summary:
    'The best predictor pays more than one who knows the coin, toss by toss. In all it pays, on average, exactly what the tosses tell about the coin.',
  terms: ['entropy', 'mutual-information', 'prior'],
  cites: ['cover-thomas2006'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: ({ paid, information, irreducible, mean, error }, { prior, tosses, runs }, say) =>
    `In ${tosses === 1 ? 'one toss' : `${say.count(tosses)} tosses`} of ${coin[prior]} the best predictor pays ${say.information(paid[tosses])} more than one who knows the coin, ` +
    `in expectation, and the tosses tell ${say.information(information)} about the coin. ` +
    `A toss costs one who knows it ${say.amount(irreducible)} on average. In ${say.count(runs)} simulated games the excess is ${say.amount(mean)} ± ${say.amount(error)} on average.` +
    (prior === 'two' && tosses >= 30
      ? ' A sample may hold none of the rare games in which one coin is taken for the other; its error is too small then.'
      : ''),

  table: ({ costs, irreducible, paid, runs }, say) => ({
    columns: [
      'Tosses T',
      `Toss T costs the predictor, expected, ${say.unit}`,
      `and one who knows the coin, ${say.unit}`,
      `Paid in excess up to T, expected, ${say.unit}`,
      `The first simulated coin, ${say.unit}`,
    ],
    rows: costs.map((cost, t) => [
      t + 1,
      say.amount(cost),
      say.amount(irreducible),
      say.amount(paid[t + 1]),
      say.amount(runs[0][t + 1]),
    ]),
  }),

  laws: [
    {
      name: 'What is paid in excess is what the tosses tell: Σ (cost − E h(Θ)) = I(X; Θ), computed in two ways',
      tolerance: 1e-9,
      gap: ({ paid, told }) => Math.max(...told.map(([T, nats]) => Math.abs(paid[T] - nats))),
    },
    {
      name: 'No toss teaches less than nothing: the sum never falls',
      tolerance: 1e-12,
      gap: ({ paid }) => Math.max(...paid.slice(1).map((nats, t) => paid[t] - nats)),
    },
    {
      name: 'A toss never teaches more than the one before it',
      tolerance: 1e-12,
      gap: ({ costs }) => Math.max(...costs.slice(1).map((cost, t) => cost - costs[t])),
    },
    {
      name: 'The tosses tell at most their number of heads: I(X_1 … X_T; Θ) ≤ ln (T + 1)',
      tolerance: 1e-12,
      gap: ({ information }, { tosses }) => information - Math.log(tosses + 1),
    },
    {
      name: 'Nothing tells more about Θ than there is to know: I ≤ H(Θ)',
      tolerance: 1e-12,
      gap: ({ paid, ceiling }) => Math.max(...paid) - ceiling,
    },
  ],

  challenges,
  presets,
});
