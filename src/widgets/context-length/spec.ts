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
  id: 'context-length',
  title: 'Does more context help?',
  summary: 'What does the next symbol cost after more and more context, and can the context do harm?',
  terms: ['conditional-entropy', 'cross-entropy', 'context', 'surprisal'],
  cites: ['shannon1951', 'cover-thomas2006'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text') },
  compute,
  run,
  reads: true,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
