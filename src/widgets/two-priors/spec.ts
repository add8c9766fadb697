import { defineWidget } from '#contract/spec.ts';
import { dirichletDivergence } from '#theory/learning/dirichlet-divergence.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

export const spec = defineWidget({
  id: 'two-priors',
  title: 'The same tosses, two amounts learned',
  summary:
    'Drag the coin and the number of tosses. Two observers come to agree about the coin, and not about how much they have learned.',
  terms: ['prior', 'posterior', 'divergence'],
  cites: ['blackwell-dubins1962'],
  wordsInBits: true,
  params,
  compute,
  readouts,

  describe: ({ heads, first, second, dogmatic }, { theta, tosses, dogma }, say) =>
    `${tosses === 1 ? 'One toss' : `${say.count(tosses)} tosses`} of a coin with heads ${say.number(theta, 2)}, ${say.count(heads)} of them heads: the first observer, who began with Beta(${first.before.join(', ')}), has learned ${say.information(first.learned)} and expected ${say.amount(first.foreseen)}; ` +
    `the second, from Beta(${second.before.join(', ')}), has learned ${say.amount(second.learned)} and expected ${say.amount(second.foreseen)}. ` +
    `They give ${say.probability(first.next)} and ${say.probability(second.next)} to heads. The dogmatist, certain of ${say.number(dogma, 2)}, has learned nothing and paid ${say.information(dogmatic)}.`,

  table: (model, say) => tableOf(rowsOf(model), Object.values(columns), say),

  laws: [
    {
      name: 'What was learned is the divergence of the two Beta laws',
      tolerance: 1e-7,
      gap: ({ first, second }) =>
        Math.max(...[first, second].map(({ learned, after, before }) => Math.abs(learned - dirichletDivergence(after, before)))), // prettier-ignore
    },
    {
      name: 'The bill is what the likely coins leave open, and what was learned: −log P(x) = E[−log P(x | bias)] + D',
      tolerance: 1e-9,
      gap: ({ first, second }) =>
        Math.max(...[first, second].map(({ bill, fit, learned }) => Math.abs(bill - fit - learned))),
    },
    {
      name: 'What one learns is never negative, and neither are the expectations',
      tolerance: 1e-12,
      gap: ({ first, second }) =>
        Math.max(...[first, second].map(({ learned, expected, foreseen }) => -Math.min(learned, expected, foreseen))),
    },
    {
      name: 'Nobody can expect to learn more than the number of heads tells: I ≤ ln (n + 1)',
      tolerance: 1e-9,
      gap: ({ first, second }, { tosses }) => Math.max(first.foreseen, second.foreseen) - Math.log(tosses + 1),
    },
  ],

  challenges,
  presets,
});
