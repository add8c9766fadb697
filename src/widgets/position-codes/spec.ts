import { defineWidget } from '#contract/spec.ts';
import { column, tableOf } from '#kit/figure/series.ts';
import { toldPlaces } from '#sim/told-places.ts';
import { challenges } from './challenges.ts';
import { codeOf, compute, type PositionCodes } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

const called = { waves: 'By waves', turns: 'Turned, a query and a key', learned: 'By learned vectors' } as const;

const columns = ({ code, place, row }: PositionCodes) => {
  const { least, greatest } = codeOf(code);
  return [
    column<number>('distance', 'count', (distance) => distance),
    column<number>(`cosine with place ${place}, earlier`, 'number', (distance) => row[place - distance]),
    column<number>(`cosine with place ${place}, later`, 'number', (distance) => row[place + distance]),
    column<number>('least of all pairs', 'number', (distance) => least[distance]),
    column<number>('greatest of all pairs', 'number', (distance) => greatest[distance]),
  ];
};

export const spec = defineWidget({
  id: 'position-codes',
  title: 'How a place is written',
  summary: 'Move a place along the text and see what its code has in common with those of all others.',
  terms: ['position-code'],
  cites: ['vaswani2017', 'su2021'],
  params,
  compute,
  readouts,

  describe({ code, place, other, distance, cosine, least, greatest }, asked, say) {
    if (distance === 0) return 'Before place 0 there is no other. With itself it has a cosine of 1.';
    const fewer = distance < asked.distance ? `Before place ${say.count(place)} there are only ${say.count(distance)}. ` : ''; // prettier-ignore
    const apart = `${say.count(distance)} apart`;
    const all =
      code === 'learned'
        ? `Of the ${say.count(toldPlaces - distance)} pairs of places ${apart} the cosines lie between ${say.number(least)} and ${say.number(greatest)}.`
        : `So it is for any two places ${apart}.`;
    return `${fewer}${called[code]}, places ${say.count(place)} and ${say.count(other)}, ${apart}, have a cosine of ${say.number(cosine)}. ${all}`;
  },

  table: (model, say) => tableOf(Array.from({ length: toldPlaces }, (_, distance) => distance), columns(model), say), // prettier-ignore

  laws: [
    {
      name: 'By waves and by turns, what two places have in common depends on their distance alone',
      tolerance: 1e-12,
      gap: ({ code, least, greatest }) => (code === 'learned' ? 0 : greatest - least),
    },
    {
      name: 'The cosine of two places lies between the least and the greatest at their distance',
      tolerance: 1e-12,
      gap: ({ cosine, least, greatest }) => Math.max(least - cosine, cosine - greatest),
    },
    { name: 'A cosine is at most 1', tolerance: 1e-12, gap: ({ row }) => Math.max(...row.map(Math.abs)) - 1 },
  ],

  challenges,
  presets,
});
