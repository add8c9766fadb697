import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { chiSquare95 } from '#theory/scale/floor-fit.ts';
import { challenges } from './challenges.ts';
import { compute, lossAt } from './model.ts';
import { params, truth } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

export const spec = defineWidget({
  id: 'power-law-bench',
  title: 'A law and its floor',
  summary:
    'Losses from a known law. Drag the floor that you take for granted: what do exponent and prediction do, and does R² notice?',
  terms: ['power-law', 'irreducible-loss', 'profile-likelihood'],
  cites: ['hoffmann2022', 'kaplan2020'],
  params,
  compute,
  readouts,

  describe(model, { times, sizes, decades, floor: asked }, say) {
    const { floor, exponent, rSquared, predicted, low, high, fitted, misfitInErrors } = model;
    const where = times === 1 ? 'At the largest size' : `${say.count(times)} times beyond the largest size`;
    return (
      `${asked > floor ? `A floor of ${say.number(asked, 2)} is above the lowest loss, or too near it for a logarithm: ${say.number(floor, 2)} is used. ` : ''}` +
      `${say.count(sizes)} sizes over ${say.number(decades, 2)} powers of ten. With a floor of ${say.number(floor, 2)} the line on log paper has the exponent ${say.number(exponent, 3)} and R² ${say.number(rSquared, 3)}; the law has 0.34. ` +
      `Its points miss it by ${say.number(misfitInErrors, 1)} standard errors. ${where} it predicts ${say.number(predicted, 2)} nats, and the law has ${say.number(model.true, 2)}. ` +
      `Fitted too, the floor is ${say.number(fitted.floor, 2)}, and the data exclude none from ${say.number(low.floor, 2)} to ${say.number(high.floor, 2)}.`
    );
  },

  table: (model, say) =>
    tableOf(rowsOf(model), [columns.size, columns.loss, columns.line, columns.fitted, columns.true], say),

  laws: [
    {
      name: 'With the right floor and no errors the line is the law',
      tolerance: 1e-9,
      gap: ({ floor, exponent, points }, { drawn }) =>
        drawn || floor !== truth.floor || points.length < 2 ? 0 : Math.abs(exponent - truth.exponent),
    },
    {
      name: 'No floor has a law that fits better than all three constants together',
      tolerance: 1e-6,
      gap: ({ profile }) => -Math.min(...profile.map(([, excess]) => excess)),
    },
    {
      name: 'The ends of the interval misfit by χ² at 0.95, unless one end is 0 or the last loss',
      tolerance: 1e-3,
      gap: ({ low, high, fitted, points }, { noise }) => {
        const top = Math.max(...points.map(({ loss }) => loss));
        const excess = ({ squares }: typeof low) => Math.abs((squares - fitted.squares) / noise ** 2 - chiSquare95);
        return Math.max(low.floor > 0 ? excess(low) : 0, high.floor < top ? excess(high) : 0);
      },
    },
    {
      name: 'At the ends of the interval the laws bracket the best: the higher the floor, the larger the exponent',
      tolerance: 1e-6,
      gap: ({ low, high }) => (low.scale > 0 && high.scale > 0 ? low.exponent - high.exponent : 0),
    },
    {
      name: 'The law at the target is above its floor',
      tolerance: 0,
      gap: (model) => truth.floor - Math.min(model.true, lossAt(truth, model.target)),
    },
  ],

  challenges,
  presets,
});
