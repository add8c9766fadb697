import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { params } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { run } from './run.ts';
import { begin } from './state.ts';

export const spec = defineWidget({
  id: 'wind-tunnel',
  title: 'A transformer beside the exact answer',
  summary: 'A small transformer reads a sequence it has never seen. Does it predict what the exact Bayesian predicts?',
  terms: ['transformer', 'markov-chain', 'dirichlet-distribution', 'prior', 'divergence', 'cross-entropy', 'context'],
  cites: ['vaswani2017'],
  wordsInBits: true,
  params,
  compute: begin,
  run,
  trains: true,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
