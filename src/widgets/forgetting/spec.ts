import { defineWidget } from '#contract/spec.ts';
import { challenges } from './challenges.ts';
import { describe, table } from './describe.ts';
import { laws } from './laws.ts';
import { untrained, type Forgetting } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { readouts } from './readouts.ts';
import { run } from './run.ts';

export const spec = defineWidget({
  id: 'forgetting',
  title: 'Learning and forgetting',
  summary:
    'A network that has read novels learns a new text. What do the novels cost afterwards, and what can hold it?',
  terms: ['cross-entropy', 'divergence', 'catastrophic-forgetting', 'rehearsal', 'overfitting'],
  cites: ['li-hoiem2016', 'kirkpatrick2017'],
  wordsInBits: true,
  params,
  compute: (asked: Asked): Forgetting => untrained(asked),
  run,
  trains: true,
  readouts,
  describe,
  table,
  laws,
  challenges,
  presets,
});
