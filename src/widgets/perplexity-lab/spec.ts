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
  summary: 'One text, one list of surprisals, and a dozen numbers that have been called its perplexity.',
  terms: ['perplexity', 'surprisal', 'token', 'bits-per-character'],
  cites: ['jelinek1977', 'papineni2002'],
  params,
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
