import { defineWidget } from '#contract/spec.ts';
import { tableOf } from '#kit/figure/series.ts';
import { challenges } from './challenges.ts';
import { compute, paidAt, run, type FewShot } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { columns, rowsOf } from './series.ts';

/** The largest rise of values that should not rise. */
const rise = (values: readonly number[]) => Math.max(0, ...values.slice(1).map((value, i) => value - values[i]));
const perExample = ({ positions, optimal }: FewShot) => optimal.map(({ mean }, i) => mean / positions[i]);

export const spec = defineWidget({
  id: 'few-shot-curve',
  title: 'What examples cost',
  summary:
    'How much more than one who knows the task a predictor pays for the first examples, exactly, and as bounded.',
  terms: ['mutual-information', 'cross-entropy', 'prior'],
  cites: ['jeon2024'],
  wordsInBits: true,
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe(model, asked, say) {
    const { tau, optimal, network, bound, ceiling } = paidAt(model, asked);
    if (model.optimal.length === 0)
      return `${say.count(model.tasks)} Markov chains, which take ${say.information(ceiling)} to tell apart. Nothing has been measured yet.`;
    const examples = tau === 1 ? 'one example' : `${say.count(tau)} examples`;
    const start =
      `For ${examples} of one of ${say.count(model.tasks)} tasks the optimal predictor pays ${say.information(optimal.mean)} ` +
      `more than one who knows the task, ${say.amount(optimal.mean / tau)} per example; `;
    const end =
      model.source === 'chains'
        ? `the network pays ${say.amount(network?.mean ?? 0)}, on average over ${say.count(model.sequences)} sequences.`
        : bound === Infinity
          ? 'with nothing read before, theorem 4.7 promises nothing.'
          : `theorem 4.7 allows ${say.amount(bound!)}.`;
    return `${start}telling all tasks apart would take ${say.amount(ceiling)}, and ${end}`;
  },

  table: (model, say) =>
    tableOf(
      rowsOf(model),
      [
        columns.tau,
        columns.optimal,
        columns.optimalEach,
        ...(model.source === 'coins'
          ? [columns.intra, columns.bound]
          : [columns.optimalError, columns.network, columns.networkError]),
        columns.ceilingEach,
      ],
      say,
    ),

  laws: [
    {
      name: 'All examples together never cost more than telling the tasks apart: I(D; Θ | H) ≤ log N',
      tolerance: 1e-9,
      gap: ({ source, tasks, optimal }) =>
        source === 'coins' ? Math.max(...optimal.map(({ mean }) => mean)) - Math.log(tasks) : 0,
    },
    {
      name: 'Theorem 4.7: the excess is at most I(H;Ψ)/M + I(D;Θ|Ψ)',
      tolerance: 1e-9,
      gap: ({ optimal, bound }) => (bound ? Math.max(...optimal.map(({ mean }, i) => mean - bound[i])) : 0),
    },
    {
      name: 'Reading takes nothing away from what a document has of its own: the excess is at least I(D;Θ|ψ)',
      tolerance: 1e-9,
      gap: ({ optimal, intra }) => (intra ? Math.max(...optimal.map(({ mean }, i) => intra[i] - mean)) : 0),
    },
    {
      name: 'The total never falls with one example more',
      tolerance: 1e-9,
      gap: ({ optimal }) => rise(optimal.map(({ mean }) => -mean)),
    },
    {
      name: 'The mean per example never rises, for coins',
      tolerance: 1e-9,
      gap: (model) => (model.source === 'coins' ? rise(perExample(model)) : 0),
    },
  ],

  challenges,
  presets,
});
