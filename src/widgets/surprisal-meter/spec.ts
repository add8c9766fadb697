import { defineWidget } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { challenges } from './challenges.ts';
import { examples } from './examples.ts';
import { compute, surprisalOf } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** `1 in 2`, `1 in 7.87`, `1 in 2,598,960`; immense numbers as powers of ten. */
export const oneInSo = (oneIn: number, say: Say): string =>
  `1 in ${oneIn < 100 ? String(Number(oneIn.toFixed(2))) : say.count(oneIn)}`;

export const spec = defineWidget({
  id: 'surprisal-meter',
  title: 'How surprising is it?',
  summary: 'Drag how unlikely something is, and put a second event on top. What has the same surprisal?',
  terms: ['surprisal', 'bit', 'nat', 'dit'],
  cites: ['shannon1948', 'hartley1928'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: ({ first, second, both, nearest }, asked, say) =>
    `The first event, ${oneInSo(asked.first, say)}, has a surprisal of ${say.information(first)}, and the second, ${oneInSo(asked.second, say)}, of ${say.amount(second)}. ` +
    `Both together, if neither changes the chance of the other, are ${oneInSo(asked.first * asked.second, say)}, and tell ${say.information(both)}. ` +
    `Nearest on the ladder: ${nearest.says}, ${say.amount(surprisalOf(nearest.oneIn))}.`,

  table: ({ chances, first, second, both }, say) => ({
    columns: ['What happens', 'Of', 'One chance in', 'Probability', `Surprisal, ${say.unit}`],
    rows: [
      ['first event', 'yours', say.number(1 / chances.first, 2), say.probability(chances.first), say.amount(first)],
      ['second event', 'yours', say.number(1 / chances.second, 2), say.probability(chances.second), say.amount(second)],
      ['both', 'yours', say.number(1 / chances.both, 2), say.probability(chances.both), say.amount(both)],
      ...examples.map(({ says, kind, oneIn }) => [
        ...[says, kind, say.number(oneIn, 2), say.probability(1 / oneIn)],
        say.amount(surprisalOf(oneIn)),
      ]),
    ],
  }),

  laws: [
    {
      name: 'Chances multiply, surprisals add: s(both) = s(first) + s(second)',
      tolerance: 1e-12,
      gap: ({ first, second, both }) => Math.abs(both - first - second),
    },
    {
      name: 'Halving a chance adds one bit',
      tolerance: 1e-12,
      gap: ({ both }, { first, second }) => Math.abs(surprisalOf(2 * first * second) - both - Math.LN2),
    },
    {
      name: 'A chance is what its surprisal says: p = e^−s',
      tolerance: 1e-12,
      gap: ({ both, chances }) => Math.abs(Math.exp(-both) / chances.both - 1),
    },
    {
      name: 'Nothing on the ladder is nearer',
      tolerance: 1e-9,
      gap: ({ both, nearest }) =>
        Math.abs(surprisalOf(nearest.oneIn) - both) -
        Math.min(...examples.map(({ oneIn }) => Math.abs(Math.log(oneIn) - both))),
    },
  ],

  challenges,
  presets,
});
