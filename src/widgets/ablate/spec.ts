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
  id: 'ablate',
  title: 'What is each part worth?',
  summary: 'What does a token of your text cost more when parts of the network are switched off?',
  terms: ['ablation', 'surprisal', 'rank-correlation'],
  cites: ['michel2019', 'jain-wallace2019'],
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
