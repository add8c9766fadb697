import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { untrained, type TrainIt } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { run } from './run.ts';

export const spec = defineWidget({
  id: 'train-it',
  title: 'Train it',
  summary:
    'A transformer learns here, on a source whose floor is known, on this book, or on your text. Which of its losses falls, and how far?',
  terms: ['cross-entropy', 'entropy-rate', 'divergence', 'transformer', 'overfitting'],
  cites: ['vaswani2017', 'kingma-ba2015'],
  wordsInBits: true,
  params,
  compute: (asked: Asked): TrainIt => untrained(asked),
  run,
  trains: true,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
