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
  id: 'attention-entropy',
  title: 'What does a head look at?',
  summary: 'How even is the attention of each head, what does it look at, and what is the head worth?',
  terms: ['entropy', 'transformer', 'attention-sink'],
  cites: ['clark2019', 'olsson2022'],
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
