import { defineWidget } from '#contract/spec.ts';
import { predictiveEntropiesOfBeta } from '#theory/learning/beta-predictor.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'quantized-coin',
  title: 'How many digits reach the data',
  summary:
    'A bias is told to one of k cells. How much of this do T tosses show, and what is it worth for a bound on learning?',
  terms: ['mutual-information', 'divergence', 'quantization'],
  cites: ['jeon-van-roy2022', 'clarke-barron1990'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { cells, tosses }, say) {
    const show = tosses === 1 ? 'One toss shows' : `${say.count(tosses)} tosses show`;
    const least = `it is least at ${model.best === 1 ? 'one cell' : `${say.count(model.best)} cells`}, ${say.amount(model.bounds[model.best - 1])}.`;
    return cells === 1
      ? `Nothing is told of the bias of a coin. ${show} ${say.information(model.exact)} of it. ` +
          `Predicting with one half costs ${say.amount(model.distortion)}, and that is the bound; ${least}`
      : `The bias of a coin is told to one of ${say.count(cells)} cells, ${say.information(model.rate)}. ` +
          `${show} ${say.amount(model.informationAboutCell)} of it, and ${say.information(model.exact)} of the bias in all. ` +
          `Predicting with the middle of the cell costs ${say.amount(model.distortion)}, so the bound is ${say.amount(model.bound)}; ${least}`;
  },

  table: ({ reaches, bounds, exact }, say) => ({
    columns: [
      'Cells k',
      `Told, ${say.unit}`,
      `Shown by the tosses, ${say.unit}`,
      `The middle costs, expected, ${say.unit}`,
      `The bound, ${say.unit}`,
      `Shown of the bias in all, ${say.unit}`,
    ],
    rows: reaches.map(([k, nats]) => [
      k,
      say.amount(Math.log(k)),
      say.amount(nats),
      say.amount(bounds[k - 1] - Math.log(k)),
      say.amount(bounds[k - 1]),
      say.amount(exact),
    ]),
  }),

  laws: [
    {
      name: 'No tosses show more of a cell than there is to tell: I(tosses; cell) ≤ log k',
      tolerance: 1e-12,
      gap: ({ reaches }) => Math.max(...reaches.map(([k, nats]) => nats - Math.log(k))),
    },
    {
      name: 'They show no more of the cell than of the bias: I(tosses; cell) ≤ I(tosses; bias)',
      tolerance: 1e-12,
      gap: ({ reaches, exact }) => Math.max(...reaches.map(([, nats]) => nats - exact)),
    },
    {
      name: 'Cells twice as fine never show less',
      tolerance: 1e-12,
      gap({ reaches }) {
        const of = new Map(reaches);
        return Math.max(...reaches.map(([k, nats]) => nats - (of.get(2 * k) ?? Infinity)));
      },
    },
    {
      name: 'The bound holds for every number of cells: I(tosses; bias) ≤ log k + T E D',
      tolerance: 1e-12,
      gap: ({ bounds, exact }) => exact - Math.min(...bounds),
    },
    {
      name: 'Within the cell the best predictor pays at most what the middle pays: I(tosses; bias | cell) ≤ T E D',
      tolerance: 1e-11,
      gap: ({ informationWithinCell, distortion }) => informationWithinCell - distortion,
    },
    {
      name: 'What the tosses tell of the bias is what the best predictor pays for not knowing it, toss by toss',
      tolerance: 1e-9,
      gap: ({ exact }, { tosses }) =>
        Math.abs(exact - predictiveEntropiesOfBeta(1, 1, tosses).reduce((sum, cost) => sum + cost - 0.5, 0)),
    },
  ],

  challenges,
  presets,
});
