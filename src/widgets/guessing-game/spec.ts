import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { compute, run } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'guessing-game',
  title: 'Guess the next letter',
  summary: 'Letter by letter, until you are right. How many guesses it takes tells how many bits a letter carries.',
  terms: ['entropy', 'surprisal', 'bits-per-character', 'language-model'],
  cites: ['shannon1951', 'cover-king1978'],
  wordsInBits: true,
  params,
  compute,
  run,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
