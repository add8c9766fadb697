import { isComplete } from '#contract/reading.ts';
import type { Say } from '#contract/say.ts';
import type { Table } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';
import { markOf, reportOf, type Mark } from './report.ts';
import type { PerplexityLab } from './state.ts';

/** How many times the right one, from the difference of the logarithms. Beyond a million it is only said that it is. */
export function sayTimes(nats: number, say: Say): string {
  if (nats > Math.log(1e6)) return '> 10⁶';
  if (nats < -Math.log(1e4)) return '< 10⁻⁴';
  if (nats >= 0) return say.perplexity(nats);
  const x = Math.exp(nats);
  return say.number(x, x < 0.01 ? 4 : x < 0.1 ? 3 : 2);
}

const counted = (n: number, word: string, say: Say) => `${say.count(n)} ${word}${n === 1 ? '' : 's'}`;

export function describe(model: PerplexityLab, asked: Asked, say: Say): string {
  const { costs, bytes, batches, guessed, marks } = reportOf(model, asked);
  const { reading } = model;
  if (marks.length === 0)
    return asked.text === ''
      ? 'There is no text yet. Type or paste one, and every way to report its perplexity is shown.'
      : `“${asked.text.slice(0, 24).trim()}…”, ${counted(asked.text.length, 'character', say)}, has not been read yet.`;
  const of = (id: string): Mark => markOf(model, asked, id)!;
  const shown = (id: string) => say.perplexity(of(id).nats);
  const tokens = counted(costs.length, 'token', say);
  const rate = of('right').perByte;
  const begun =
    asked.source === 'text' && !isComplete(reading) ? `So far ${tokens} of ${say.count(reading.total)} are read. ` : '';
  const what = bytes === undefined ? `${tokens}, made up` : `${tokens}, ${counted(bytes, 'byte', say)}`;
  const honest = rate === undefined ? '' : `${say.information(rate, 2)} per byte, `;
  const wrong =
    batches.length === 1
      ? 'In one batch, there is nothing to average'
      : `Over ${batches.length} batches the mean of perplexities reports ${shown('meanOfPerplexities')}, the mean of means ${shown('batchMeans')}`;
  const windows = marks.some(({ id }) => id === 'windows') ? `; ${of('windows').name}: ${shown('windows')}` : '';
  const adaptive = marks.some(({ id }) => id === 'adaptive')
    ? `; the adaptive reader ${shown('adaptive')} per byte, at ${say.information(of('adaptive').perByte!, 2)}`
    : '';
  const overlap = guessed
    ? ` The model’s first guess came for ${say.percent(guessed.shares[0])} of the tokens; the overlap, which knows no probabilities, is ${say.probability(guessed.overlap)}.`
    : '';
  return `${begun}${what}: ${honest}a perplexity of ${shown('right')} per token. ${wrong}${windows}${adaptive}.${overlap}`;
}

const groups: Record<Mark['group'], string> = {
  right: 'right',
  unit: 'right, another unit',
  average: 'wrong average',
  base: 'wrong base',
  question: 'another question',
  context: 'less context',
  reader: 'another model and tokenizer',
};

export function table(model: PerplexityLab, say: Say, asked: Asked): Table {
  const { marks, batches } = reportOf(model, asked);
  return {
    columns: ['what is reported', 'kind', 'perplexity', 'over the right one', `${say.unit} per byte`],
    rows: [
      ...marks.map(({ name, group, nats, perByte }) => [
        ...[name, groups[group], say.perplexity(nats), sayTimes(nats - marks[0].nats, say)],
        perByte === undefined ? '' : say.amount(perByte),
      ]),
      ...batches.map(({ mean, tokens }, b) => [
        ...[`batch ${b + 1}: ${tokens} tokens`, 'part', say.perplexity(mean), sayTimes(mean - marks[0].nats, say)],
        '',
      ]),
    ],
  };
}
