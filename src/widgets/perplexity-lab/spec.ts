import { placeOf } from '#contract/places.ts';
import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { begin, run } from './state.ts';

export const spec = defineWidget({
  id: 'perplexity-lab',
  title: 'The perplexity that was reported',
  summary:
    'What has been made of one list of surprisals? Cut it into batches, and the right perplexity stays where it is.',
  terms: ['perplexity', 'surprisal', 'token', 'bits-per-character'],
  cites: ['jelinek1977', 'papineni2002'],
  wordsInBits: true,
  params,
  places: { text: placeOf(params, 'text', { also: { source: 'text' } }) },
  compute: begin,
  run,
  reads: true,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
