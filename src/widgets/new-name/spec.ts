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
  id: 'new-name',
  title: 'A name nobody has heard',
  summary:
    'Choose a name that comes five times in a short passage, and see what the network that reads it pays each time.',
  terms: ['surprisal', 'context', 'in-context-learning'],
  cites: ['olsson2022', 'kuhn-demori1990', 'grave2017'],
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
