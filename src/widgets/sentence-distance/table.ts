import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { stageAt, type SentenceDistance } from './model.ts';
import { pairsOf } from './sentences.ts';
import type { Asked } from './parameters.ts';

/** One row for each pair. */
export function table(model: SentenceDistance, say: Say, asked: Asked): Table {
  const { texts, meaning, form, words, stages } = model;
  const stage = stages[stageAt(model, asked)];
  return {
    columns: ['first', 'second', 'answers that differ', 'ways of saying that differ', 'words', 'mean', 'covariance', 'last token'], // prettier-ignore
    verbatim: ['first', 'second'],
    rows: pairsOf(texts.length).map(([i, j], p) => [
      ...[texts[i], texts[j], meaning[p] ?? '', form[p] ?? '', say.number(words[p], 4)],
      ...(stage ? [stage.mean[p], stage.covariance[p], stage.last[p]].map((d) => say.number(d, 4)) : ['', '', '']),
    ]),
  };
}
