import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe } from './describe.ts';
import { laws } from './laws.ts';
import { compute, run } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { table } from './table.ts';

export const spec = defineWidget({
  id: 'lasso-or-attention',
  title: 'Lasso, attention, or ablation?',
  summary: 'Which earlier tokens does the last one depend on? Three answers for the same token of your text.',
  terms: ['lasso', 'ablation', 'rank-correlation', 'token'],
  cites: ['tan2024', 'tibshirani1996', 'jain-wallace2019'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text') },
  compute,
  run,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
