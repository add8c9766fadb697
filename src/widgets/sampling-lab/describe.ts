import type { Table } from '#contract/spec.ts';
import type { Say } from '#contract/say.ts';
import { visibleText } from '#kit/reading/cells.ts';
import { drawnOf, promptLossOf } from './amounts.ts';
import { params, type Asked } from './parameters.ts';
import { isSettled, shapedOf, type SamplingLab } from './state.ts';

/** The last words of a prompt. */
const tail = (prompt: string) =>
  prompt.trim() === ''
    ? visibleText(prompt.slice(-26))
    : prompt.length > 28
      ? `…${prompt.slice(-26).replace(/^\S*\s+(?=\S)/, '')}`
      : prompt;

function settings({ temperature, topK, topP, minP }: Asked, kept: number, all: number, say: Say): string {
  const parts = [
    temperature === 1 ? '' : `temperature ${params.temperature.format(temperature)}`,
    topK < all ? `top-k ${say.count(topK)}` : '',
    topP < 1 ? `top-p ${params.topP.format(topP)}` : '',
    minP > 0 ? `min-p ${params.minP.format(minP)}` : '',
  ].filter((part) => part !== '');
  const how = parts.length === 0 ? 'Untouched' : `With ${parts.join(', ')}`;
  return kept === all
    ? `${how}, all ${say.count(all)} are kept`
    : `${how}, ${say.count(kept)} of ${say.count(all)} are kept`;
}

function drawnSaid(lab: SamplingLab, asked: Asked, say: Say): string {
  const { surprisal, entropy, distinct } = drawnOf(lab);
  const n = lab.continuations.length;
  if (n === 0) return '';
  if (!isSettled(lab, asked)) return ' New continuations are being drawn.';
  const what =
    n > 1 && distinct === 1
      ? `${say.count(n)} equal continuations`
      : `${say.count(n)} continuation${n === 1 ? '' : 's'}`;
  return ` ${what} of ${say.count(asked.length)} token${asked.length === 1 ? '' : 's'}: ${say.information(surprisal, 2)} of surprisal per token, where the model expected ${say.amount(entropy, 2)}.`;
}

/** The prediction before and after, what was drawn, and the loss that stays what it is. */
export function describe(lab: SamplingLab, asked: Asked, say: Say): string {
  const shaped = shapedOf(lab, asked);
  const after = lab.prompt === '' ? 'At the very beginning' : `After “${tail(lab.prompt)}”`;
  if (!shaped) return `${after}: the model has not said yet what it expects.`;
  const { modelEntropy, entropy, kept, keptMass, divergence, logModel } = shaped;
  const reshaped = settings(asked, kept, logModel.length, say);
  const loss = promptLossOf(lab);
  const lossSaid =
    loss.tokens === 0 ? '' : ` The loss on the beginning stays ${say.information(loss.model)} per token.`;
  return (
    `${after} the entropy of the next token is ${say.information(modelEntropy)}. ${reshaped}, with ${say.probability(keptMass)} of its ` +
    `probability: what is drawn from has ${say.information(entropy)} of entropy and diverges by ${say.information(divergence)}.` +
    drawnSaid(lab, asked, say) +
    lossSaid
  );
}

/** The likeliest tokens, then the rest of them together, then the continuations: all under the model and as they were drawn. */
export function table(lab: SamplingLab, say: Say, asked: Asked): Table {
  const shaped = shapedOf(lab, asked);
  const rows: (string | number)[][] = [];
  const row = (what: string, text: string, logModel: number, logDrawn: number) =>
    rows.push([
      what,
      text,
      say.probability(Math.exp(logModel)),
      say.probability(Math.exp(logDrawn)),
      say.amount(-logModel),
    ]);
  if (shaped && lab.prediction) {
    const { names } = lab.prediction;
    names.forEach((name, rank) =>
      row(`rank ${rank + 1}`, visibleText(name), shaped.logModel[rank], shaped.logProbabilities[rank]),
    );
    const rest = (logs: Float64Array) =>
      Math.log(logs.slice(names.length).reduce((sum, log) => sum + Math.exp(log), 0));
    const others = shaped.logModel.length - names.length;
    if (others > 0)
      row('other ranks', `${others} tokens together`, rest(shaped.logModel), rest(shaped.logProbabilities));
  }
  lab.continuations.forEach(({ text, surprisal, drawnWith }, i) => {
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    row(`continuation ${i + 1}`, text, -sum(surprisal), sum(drawnWith));
  });
  return {
    columns: ['what', 'text', 'probability in the model', 'probability when drawn', `surprisal (${say.unit})`],
    rows,
  };
}
