import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { agreeing, compute, meanOf, run } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'logit-lens',
  title: 'Stop the network early',
  summary: 'What would the network predict if it stopped after each block, and what would your text cost it?',
  terms: ['logit-lens', 'surprisal', 'cross-entropy', 'entropy', 'token'],
  cites: ['nostalgebraist2020', 'belrose2023', 'guo2017'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text') },
  compute,
  run,
  reads: true,
  readouts,
  describe,

  table: (model, say) => ({
    columns: [
      'After block (0: the embedding)',
      `Cost of a token, ${say.unit}`,
      'standard error',
      `Entropy of the prediction, ${say.unit}`,
      'Likeliest guess as at the end, tokens',
      'Scales fitted on the two halves',
      `Cost of a token with the scale of the other half, ${say.unit}`,
      'standard error of the difference',
    ],
    rows: model.stages.map(({ surprisal, entropy, scaled }, stage) => {
      const { mean, error } = meanOf(surprisal);
      return [
        ...[stage, say.amount(mean), say.amount(error), say.amount(meanOf(entropy).mean)],
        agreeing(model, stage),
        ...(scaled ? [scaled.scales.map((scale) => say.number(scale)).join(' and '), say.amount(scaled.after), say.amount(scaled.error)] : ['', '', '']), // prettier-ignore
      ];
    }),
  }),

  laws: [
    {
      name: 'No surprisal is negative, and no entropy; none exceeds an even choice among all tokens',
      tolerance: 1e-3,
      gap: ({ stages, vocabulary }) =>
        Math.max(0, ...stages.flatMap(({ surprisal, entropy }) => [...surprisal.map((nats) => -nats), ...entropy.map((nats) => Math.max(-nats, nats - Math.log(vocabulary)))])), // prettier-ignore
    },
    {
      name: 'The token of rank 1 is the likeliest one that is named',
      tolerance: 0,
      gap: ({ stages, ids }) =>
        stages.reduce((sum, { rank, likeliest }) => sum + ids.filter((id, t) => (rank[t] === 1) !== (likeliest[3 * t] === id)).length, 0), // prettier-ignore
    },
    {
      name: 'What a token costs is −log of its chance, where it is among the likeliest',
      tolerance: 1e-2,
      gap: ({ stages, ids }) =>
        Math.max(0, ...stages.flatMap(({ rank, chances, surprisal }) => ids.map((_, t) => (rank[t] <= 3 && rank[t] > 0 ? Math.abs(Math.exp(-surprisal[t]) - chances[3 * t + rank[t] - 1]) : 0)))), // prettier-ignore
    },
  ],

  challenges,
  presets,
});
