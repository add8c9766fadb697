import type { Say } from '#contract/say.ts';
import { tokenNamed } from '#kit/reading/cells.ts';
import { agreeing, lastOf, meanOf, readingAt, stageAt, tokenAt, type LogitLens } from './model.ts';
import type { Asked } from './parameters.ts';

export function describe(model: LogitLens, asked: Asked, say: Say): string {
  const { ids, stages } = model;
  if (asked.text === '') return 'No text, nothing to predict.';
  if (ids.length === 0 || stages.length === 0) return 'The model has not read the text yet.';
  const [stage, last, token] = [stageAt(model, asked), lastOf(model), tokenAt(model, asked)];
  const { surprisal, entropy, rank } = stages[stage];
  const { mean, error } = meanOf(surprisal);
  const where = stage === 0 ? 'the embedding' : `block ${stage}`;
  const of =
    stage === last ? '' : `, against ${say.amount(meanOf(stages[last].surprisal).mean)} for all ${last} blocks`;
  const paid =
    ids.length === 1
      ? `${say.information(mean)} for its one token`
      : `${say.information(mean)} (standard error ${say.amount(error)}) for each of ${say.count(ids.length)} tokens`;
  const agree =
    stage === last || ids.length === 1
      ? ''
      : ` For ${say.count(agreeing(model, stage))} of them the likeliest guess is that of the whole network.`;
  return (
    `Stopped after ${where}, the network pays ${paid}${of}; ` +
    `the entropy of its predictions is ${say.amount(meanOf(entropy).mean)}.${agree} ` +
    `The token ${tokenNamed(readingAt(model, stage), token)} costs ${say.information(surprisal[token], 1)} there and has rank ${say.count(rank[token])}.`
  );
}
