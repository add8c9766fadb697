import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params, perMeter } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'finer-ruler',
  title: 'A finer ruler',
  summary:
    'Read a place on ever finer rulers: the entropy of the reading grows without end, and the differential entropy stays.',
  terms: ['entropy', 'divergence'],
  cites: ['cover-thomas2006', 'renyi1959'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe(model, { law, lengthUnit, marks }, say) {
    const { width, deviation, reading, finer, dimension, limit, divergence } = model;
    const name = params.law.options.find(({ value }) => value === law)!.label;
    const start =
      `A law (${name}) with standard deviation ${say.number(deviation, 2)} ${lengthUnit} is read on a ruler with ${marks === 1 ? 'one mark' : `${say.count(marks)} marks`} in a meter, ${say.number(width, lengthUnit === 'meters' ? 3 : 1)} ${lengthUnit} apart. ` +
      `The reading has ${say.information(reading)} of entropy; marks half as far apart would add ${say.amount(finer - reading)}. `;
    return dimension === 1
      ? `${start}The differential entropy is ${say.information(limit)} in ${lengthUnit}, and the divergence to a normal law with this variance ${say.amount(divergence)}.`
      : dimension === 0
        ? `${start}In the end finer marks add nothing: there is no density, and the entropy is ${say.information(limit)}.`
        : `${start}In the end each halving adds half a bit: half of the probability is on one point, and there is no density.`;
  },

  table: ({ curve, dimension, limit }, say, asked) => ({
    columns: ['Marks in a meter', `Entropy of the reading, ${say.unit}`, `Its line in the end, ${say.unit}`],
    rows: curve.map(([marks, nats]) => [
      say.number(marks, 1),
      say.amount(nats),
      say.amount(limit + dimension * Math.log(marks / perMeter(asked))),
    ]),
  }),

  laws: [
    {
      name: 'Some cell is read: probabilities add up to 1',
      tolerance: 1e-10,
      gap: ({ cells }) => Math.abs(cells.reduce((sum, p) => sum + p, 0) - 1),
    },
    {
      name: 'Marks half as far apart tell no less, and at most one bit more',
      tolerance: 1e-9,
      gap: ({ reading, finer }) => Math.max(reading - finer, finer - reading - Math.LN2),
    },
    {
      name: 'No law with this variance has a larger differential entropy than the normal one: D ≥ 0',
      tolerance: 1e-12,
      gap: ({ divergence }) => -divergence,
    },
    {
      name: 'The reading does not know the unit of length: h − log Δ is the same in both',
      tolerance: 1e-9,
      gap: ({ limit, dimension, width }, asked) => {
        const other = compute({ ...asked, lengthUnit: asked.lengthUnit === 'meters' ? 'centimeters' : 'meters' });
        return Math.abs(limit - dimension * Math.log(width) - (other.limit - dimension * Math.log(other.width)));
      },
    },
  ],

  challenges,
  presets,
});
