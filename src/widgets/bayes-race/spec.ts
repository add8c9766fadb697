import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { compute } from './model.ts';
import { run } from './networks.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { nearest, watched } from './race.ts';
import { readouts } from './readouts.ts';
import { modelNames, otherThan } from './text.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

export const spec = defineWidget({
  id: 'bayes-race',
  title: 'A race between sources',
  summary: 'Tokens come one by one. What is believed of their source above, the same as log-odds below.',
  terms: ['prior', 'posterior', 'log-odds', 'divergence'],
  cites: ['good1979', 'ville1939', 'berk1966'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text', { also: { sources: 'authors' } }) },
  compute,
  run,
  trains: true,
  readouts,

  describe(model, { sorted }, say) {
    const { read, names, runners, posterior, truth, truthName, by, rival, notice } = model;
    const of = truth === undefined || names.length === 2 ? 0 : watched(model);
    const { logOdds, mean, deviation } = runners[of];
    const unit = truth === undefined ? 'letter' : 'token';
    const start = `After ${say.count(read)} ${unit}${read === 1 ? '' : 's'}${truth === undefined ? '' : ` drawn from ${truthName}`}${sorted && model.tossed ? ' and put in order' : ''}, ${names[of]} has probability ${say.probability(posterior[read][of])}`;
    const now = `the log-odds of ${names[of]} against ${names[names.length - 1]} are ${say.information(logOdds[read], 2)}`;
    if (truth === undefined) {
      const others = rival && by ? `; by the ${modelNames[otherThan(by)]} they are ${say.information(rival[read], 2)}` : '';
      return `${start}; by the ${modelNames[by ?? 'chains']} ${now}${others}.${notice ? ` ${notice}` : ''}`;
    }
    const expected = `where ${say.amount(mean[read], 2)} ± ${say.amount(deviation[read], 2)} were to be expected`;
    const near = truth < 0 ? ` Nearest to what draws is ${names[nearest(model)]}.` : '';
    return `${start}; ${now}, ${expected}.${near}`;
  },

  table: ({ names, tokens, read, posterior, runners, by, rival }, say) => ({
    columns: [
      'n',
      'token',
      ...names.map((name) => `probability of ${name}`),
      ...names.slice(0, -1).map((name) => `log-odds of ${name} against ${names[names.length - 1]}, ${say.unit}`),
      ...(runners[0].mean.length > 0 ? [`expected of ${names[0]}, ${say.unit}`, `standard deviation, ${say.unit}`] : []),
      ...(rival && by ? [`the same by the ${modelNames[otherThan(by)]}, ${say.unit}`] : []),
    ],
    rows: Array.from({ length: read + 1 }, (_, t) => [
      t,
      t === 0 ? '' : tokens[t - 1],
      ...posterior[t].map((p) => say.probability(p)),
      ...runners.slice(0, -1).map(({ logOdds }) => say.amount(logOdds[t])),
      ...(runners[0].mean.length > 0 ? [say.amount(runners[0].mean[t]), say.amount(runners[0].deviation[t])] : []),
      ...(rival ? [say.amount(rival[t])] : []),
    ]),
  }),

  laws: [
    { name: 'The probabilities of the sources add up to 1', tolerance: 1e-12, gap: ({ posterior }) => Math.max(...posterior.map((row) => Math.abs(sum(row) - 1))) },
    {
      name: 'Log-odds are the logarithm of the ratio of the probabilities',
      tolerance: 1e-9,
      gap: ({ posterior, runners }) =>
        Math.max(
          ...posterior.map((row, t) => {
            const [p, q] = [row[0], row[row.length - 1]];
            return p > 1e-12 && q > 1e-12 ? Math.abs(Math.log(p / q) - runners[0].logOdds[t]) : 0;
          }),
        ),
    },
    {
      name: 'What a toss is expected to tell is D(truth ‖ last) − D(truth ‖ first)',
      tolerance: 1e-9,
      gap: ({ runners, divergences, tossed }) =>
        tossed ? Math.abs(runners[0].mean[1] - runners[0].mean[0] - divergences[divergences.length - 1] + divergences[0]) : 0,
    },
    {
      name: 'The true source is expected to gain on every other, or at least not to lose',
      tolerance: 1e-12,
      gap: ({ runners, truth = -1 }) =>
        truth < 0 ? 0 : Math.max(...runners.map(({ mean }) => mean[1] - mean[0])) - (runners[truth].mean[1] - runners[truth].mean[0]),
    },
    { name: 'One is misled at odds of k to 1 no more often than one time in k', tolerance: 1e-12, gap: ({ misled }, { odds }) => (misled ? (misled.within.at(-1) ?? 0) - 1 / odds : 0) },
  ],

  challenges,
  presets,
}); // prettier-ignore
