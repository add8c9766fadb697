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
  id: 'sentence-distance',
  title: 'How far apart two sentences are',
  summary: 'Sum up each sentence in one vector or one matrix: which distance follows what the sentences say?',
  terms: ['token', 'residual-stream'],
  cites: ['tan2024', 'mantel1967', 'bures1969'],
  params,
  places: { own: placeOf(params, 'own', { also: { source: 'own' } }) },
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
