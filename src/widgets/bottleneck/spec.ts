import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { ceilingAt, compute, gainOf, readable, wordsOf } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'bottleneck',
  title: 'What to keep',
  summary:
    'Drag what a bit about Y is worth, and see the best note on X get more values: from one that says nothing to one for all x that say the same of Y.',
  terms: ['information-bottleneck', 'mutual-information', 'data-processing-inequality'],
  cites: ['tishby1999', 'witsenhausen-wyner1975', 'strouse-schwab2017'],
  wordsInBits: true,
  params,
  places: { joint: placeOf(params, 'joint', { also: { called: 'none' } }) },
  compute,
  readouts,

  describe(model, values, say) {
    const { best, whole, onset } = model;
    const gain = gainOf(model);
    const isBest = best.lagrangian - best.lowest < 1e-4;
    const { x, y } = wordsOf(model, values);
    const worth = `Where a bit about ${y} is worth ${say.number(values.beta, 2)} bits of ${x}, `;
    const begins =
      onset.first === Infinity
        ? ` The two share nothing, so no β makes a note pay.`
        : ` Notes begin to pay above β = ${say.number(onset.first, 4)}.`;
    if (best.clusters.length === 1)
      return `${worth}the best note is an empty one: it tells nothing about ${y}, and to know ${x} would tell ${say.information(Math.max(0, whole))}.${begins}`;
    return (
      `${worth}the ${isBest ? 'best note' : 'note that was found'} has ${say.count(best.clusters.length)} values. It keeps ${say.information(best.complexity)} of ${x} and tells ${say.information(best.relevance, 4)} about ${y}; to know ${x} would tell ${say.information(whole, 4)}. ` +
      `It gains ${say.information(readable(gain), 4)}, and no note whatever gains more than ${say.amount(readable(-best.lowest), 4)}.${Math.abs(gain) < 1e-9 ? ' An empty note is as good as this one here, and so is every mixture of the two.' : ''}${begins}`
    );
  },

  /** Each x, and how often it gets each note; in the head of a note how often it is taken, and what follows it. */
  table: (model, say, values) => {
    const { px, given, best, seen } = model;
    const names = wordsOf(model, values);
    return {
      columns: [
        names.x,
        'comes',
        ...names.columns.map((y) => `then ${y}`),
        ...best.clusters.map(({ weight, law }, t) => `gets value ${t + 1} (taken ${say.probability(weight)}, then ${names.columns[seen]} ${say.probability(law[seen])})`), // prettier-ignore
      ],
      rows: names.rows.map((x, i) => [
        x,
        say.probability(px[i]),
        ...given[i].map((p) => say.probability(p)),
        ...best.encoder[i].map((q) => say.probability(q)),
      ]),
    };
  },

  laws: [
    {
      name: 'Data processing: I(T;Y) ≤ I(X;Y) and I(T;Y) ≤ η I(X;T)',
      tolerance: 1e-8,
      gap: (model) => model.best.relevance - ceilingAt(model, Math.max(0, model.best.complexity)),
    },
    {
      name: 'The certificate lies below the Lagrangian, which is at most 0',
      tolerance: 1e-9,
      gap: ({ best }) => Math.max(best.lowest - best.lagrangian, best.lagrangian),
    },
    {
      name: 'No function of X is better than the best encoder can be: H(T) − β I(T;Y) ≥ the certificate',
      tolerance: 1e-9,
      gap: ({ hard, best }) =>
        best.lowest - Math.min(...hard.map(({ complexity, relevance }) => complexity - best.beta * relevance)),
    },
    {
      name: 'The three equations hold: a step changes nothing',
      tolerance: 1e-6,
      gap: ({ best }) => best.residual,
    },
    {
      name: 'The Lagrangian is its sum entry by entry, and −E log Z − β I(X;Y)',
      tolerance: 1e-8,
      gap: ({ best, sides }) =>
        Math.max(Math.abs(best.lagrangian - sides.asCost), Math.abs(best.lagrangian - sides.dual)),
    },
    {
      name: 'Both sides of each equation agree where it is looked at',
      tolerance: 1e-7,
      gap: ({ sides: s }) =>
        Math.max(Math.abs(s.entry - s.rule), Math.abs(s.weight - s.weightSum), Math.abs(s.says - s.saysSum)),
    },
    {
      name: 'The curve rises: more is kept and told at a larger β, up to what its coarser search may miss',
      tolerance: 2e-3,
      gap: ({ points }) =>
        Math.max(
          ...points.slice(1).map((point, i) => Math.max(points[i].complexity - point.complexity, points[i].relevance - point.relevance)), // prettier-ignore
        ),
    },
    {
      name: 'Nothing is kept up to the first onset, which is at least 1 and at most the local one',
      tolerance: 1e-9,
      gap: ({ best, onset }) =>
        Math.max(1 - onset.first, onset.first === onset.local ? 0 : onset.first - onset.local, best.beta < onset.first * (1 - 1e-4) ? best.complexity : 0), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
