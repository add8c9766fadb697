import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { compute, run } from './model.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';

export const spec = defineWidget({
  id: 'compress-my-text',
  title: 'Compress my text',
  summary: 'Type a text or open a file. It becomes a file of few bits, which this page opens again, byte for byte.',
  terms: ['bits-per-character', 'arithmetic-code', 'surprisal'],
  cites: ['moffat1990', 'deletang2024'],
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
