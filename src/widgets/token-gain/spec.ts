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
  id: 'token-gain',
  title: 'What a new token adds',
  summary:
    'How much of a token’s vector could have been put together from those before it, and is what is left its surprisal?',
  terms: ['token-gain', 'ridge-regression', 'surprisal', 'token'],
  cites: ['tan2024', 'hoerl-kennard1970'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text', { also: { what: 'text' } }) },
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
