import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute, countOf, placesOf, rowOf, run, type Paid } from './model.ts';
import { nameOfCount, params, tasksOf } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

/** Chance is allowed for: averages may differ from expectations by so many standard errors. */
const errors = 4;

/** How much less `other` pays than `best`, beyond chance. */
const lead = (best: Paid | undefined, other: Paid | undefined) =>
  best && other ? best.mean - other.mean - errors * Math.hypot(best.error, other.error) : 0;

export const spec = defineWidget({
  id: 'retrieve-or-learn',
  title: 'Retrieve or learn',
  summary:
    'Choose on how many tasks a network was trained, and see whether it recognizes old tasks or learns new ones.',
  terms: ['prior', 'mixture', 'divergence', 'markov-chain'],
  cites: ['raventos2023'],
  params,
  compute,
  run,
  trains: true,
  readouts,

  describe(model, asked, say) {
    const row = rowOf(model, asked);
    const count = tasksOf(asked);
    const after = `After ${count === Infinity ? 'endlessly many' : say.count(count)} ${count === 1 ? 'task' : 'tasks'}`;
    if (!row?.known.retrieving || !row.new.retrieving) return `${after}: nothing has been measured yet.`;
    const part = (origin: 'known' | 'new') => {
      const { retrieving, learning, network } = row[origin];
      const exact = `${say.information(retrieving!.mean)} for one who retrieves and ${say.amount(learning!.mean)} for one who learns`;
      return network ? `${say.information(network.mean)} for the network, ${exact}` : exact;
    };
    const each = model.setting === 'chains' ? 'symbol' : 'pair';
    const apart = (origin: 'known' | 'new') => {
      const { learning, retrieving } = row.apart![origin];
      return `${say.information(learning.mean, 4)} from one who learns and ${say.amount(retrieving.mean, 4)} from one who retrieves`;
    };
    const near = row.apart ? ` On these tasks the network is ${apart('known')}, on new ones ${apart('new')}.` : '';
    return `${after}, not knowing the task costs, per ${each} of these tasks, ${part('known')}; of new tasks ${part('new')}.${near}`;
  },

  table: ({ rows, setting }, say) => ({
    columns: [
      'Tasks N',
      'Sequences of',
      'Predictor',
      `Paid, ${say.unit}`,
      '± standard error',
      ...placesOf(setting).map(([from, to]) => (from === to ? `at ${to}` : `at ${from}–${to}`)),
    ],
    rows: rows.flatMap((row) =>
      (['known', 'new'] as const).flatMap((origin) =>
        Object.entries(row[origin]).map(([by, { mean, error, byPlace }]) => [
          nameOfCount(countOf(row)),
          origin === 'known' ? 'pretraining tasks' : 'new tasks',
          by,
          say.amount(mean),
          say.amount(error),
          ...byPlace.map((nats) => say.amount(nats)),
        ]),
      ),
    ),
  }),

  laws: [
    {
      name: 'Nobody pays less than nothing for not knowing the task',
      tolerance: 0,
      gap: ({ rows }) =>
        Math.max(
          0,
          ...rows.flatMap((row) => [row.known, row.new].flatMap((by) => Object.values(by).map(({ mean }) => -mean))),
        ),
    },
    {
      name: 'On the tasks of pretraining nobody beats Bayes over these tasks, beyond chance',
      tolerance: 1e-9,
      gap: ({ rows }) =>
        Math.max(
          0,
          ...rows.flatMap(({ known }) => [
            lead(known.retrieving, known.learning),
            lead(known.retrieving, known.network),
          ]),
        ),
    },
    {
      name: 'On new tasks nobody beats Bayes over all tasks, beyond chance',
      tolerance: 1e-9,
      gap: ({ rows }) =>
        Math.max(
          0,
          ...rows.flatMap((row) => [
            lead(row.new.learning, row.new.retrieving),
            lead(row.new.learning, row.new.network),
          ]),
        ),
    },
    {
      name: 'No distance from the network is negative',
      tolerance: 0,
      gap: ({ rows }) =>
        Math.max(
          0,
          ...rows.flatMap(({ apart }) =>
            apart ? [apart.known, apart.new].flatMap((by) => Object.values(by).map(({ mean }) => -mean)) : [],
          ),
        ),
    },
    {
      name: 'With endlessly many tasks to retrieve is to learn',
      tolerance: 1e-12,
      gap: ({ rows }) =>
        Math.max(
          0,
          ...rows
            .filter((row) => countOf(row) === Infinity && row.new.retrieving && row.new.learning)
            .map((row) => Math.abs(row.new.retrieving!.mean - row.new.learning!.mean)),
        ),
    },
  ],

  challenges,
  presets,
});
