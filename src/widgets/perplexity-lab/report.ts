import { isComplete, unknown, type Reading } from '#contract/reading.ts';
import { utf8Bytes } from '#sim/tokenizer.ts';
import { guessedRuns, type GuessedRuns } from '#theory/language-models/overlap.ts';
import {
  batchesOf,
  conditionalPerplexity,
  eToTheBits,
  inverseMeanProbability,
  meanInverseProbability,
  meanOfBatchPerplexities,
  meanSurprisal,
  perplexityOfBatchMeans,
  twoToTheNats,
  weightedPerplexity,
  type Batch,
} from '#theory/language-models/perplexity.ts';
import { cutsOf, madeUp, strideOf, type Asked } from './parameters.ts';
import type { PerplexityLab } from './state.ts';

export type Group = 'right' | 'unit' | 'average' | 'base' | 'question' | 'context' | 'reader';

/** One number that is reported as the perplexity of the text. */
export interface Mark {
  readonly id: string;
  readonly group: Group;
  readonly name: string;
  /** Its logarithm: the perplexity itself may be beyond any number, per word of a text without spaces. */
  readonly nats: number;
  /** Nats per byte of the text, where the number belongs to a probability of the whole text. */
  readonly perByte?: number;
}

export interface Report {
  /** Surprisals in nats of all tokens from the first to the last that has been read. */
  readonly costs: readonly number[];
  /** Bytes and words of the part that has been read; undefined for made-up surprisals, which have no text. */
  readonly bytes?: number;
  readonly words?: number;
  readonly mean: number;
  readonly cuts: readonly number[];
  readonly batches: readonly Batch[];
  readonly weights: readonly number[];
  /** How many tokens follow the prompt. */
  readonly scored: number;
  /** How often the model’s first guess came; undefined for made-up surprisals, which nobody guessed. */
  readonly guessed?: GuessedRuns;
  /** The right one first; none if nothing has been read. */
  readonly marks: readonly Mark[];
}

/** The tokens that are read without a gap. */
function readCosts({ surprisal }: Reading): readonly number[] {
  const gap = surprisal.indexOf(unknown);
  return gap < 0 ? surprisal : surprisal.slice(0, gap);
}

/** Whitespace-separated words. */
const countWords = (text: string) => text.split(/\s+/).filter((word) => word !== '').length;

/** Without a letter or a digit, and not blank. */
const isPunctuation = (text: string) => /\S/.test(text) && !/[\p{L}\p{N}]/u.test(text);

function weightsOf(costs: readonly number[], asked: Asked, { text, starts, ends }: Reading): number[] {
  if (asked.kind === 'punctuation')
    return costs.map((_, t) =>
      asked.source === 'text' && isPunctuation(text.slice(starts[t], ends[t])) ? asked.weight : 1,
    );
  const order = costs.map((_, t) => t).sort((a, b) => costs[b] - costs[a] || a - b);
  const weights = costs.map(() => 1);
  for (const t of order.slice(0, Math.ceil(costs.length / 10))) weights[t] = asked.weight;
  return weights;
}

export const nameOfWindows = (asked: Pick<Asked, 'window' | 'stride'>) =>
  `windows ${asked.window}, step ${strideOf(asked)}`;

const empty: Report = { costs: [], mean: 0, cuts: [], batches: [], weights: [], scored: 0, marks: [] };

function assemble(model: PerplexityLab, asked: Asked): Report {
  const { reading, windowed, adaptive } = model;
  const made = asked.source === 'text' ? undefined : madeUp[asked.source];
  const costs = made ? made.flatMap(({ tokens, nats }) => new Array<number>(tokens).fill(nats)) : readCosts(reading);
  if (costs.length === 0) return empty;
  const total = costs.reduce((a, b) => a + b, 0);
  const mean = meanSurprisal(costs);
  const cuts = cutsOf(asked, costs.length);
  const batches = batchesOf(costs, cuts);
  const weights = weightsOf(costs, asked, reading);
  const prompt = Math.min(asked.prompt, costs.length);
  const scored = costs.length - prompt;
  const marks: Mark[] = [];
  const mark = (group: Group, id: string, name: string, nats: number, perByte?: number) =>
    marks.push({ id, group, name, nats, ...(perByte !== undefined && { perByte }) });

  const read = isComplete(reading) ? reading.text : reading.text.slice(0, reading.ends[costs.length - 1]);
  const [bytes, words] = made ? [] : [utf8Bytes(read).length, countWords(read)];
  const perByte = bytes ? total / bytes : undefined;
  mark('right', 'right', 'the model, per token', mean, perByte);
  if (bytes) mark('unit', 'byte', 'per byte', total / bytes, perByte);
  if (words) mark('unit', 'word', 'per word', total / words, perByte);
  // Where all weights are 0, or nothing follows the prompt, nothing is scored.
  const weighted = weights.some((weight) => weight > 0) ? Math.log(weightedPerplexity(costs, weights)) : undefined;
  mark('average', 'meanOfPerplexities', 'mean of perplexities', Math.log(meanOfBatchPerplexities(batches)));
  mark('average', 'batchMeans', 'mean of batch means', Math.log(perplexityOfBatchMeans(batches)));
  mark('average', 'meanInverse', 'mean of 1/p', Math.log(meanInverseProbability(costs)));
  mark('average', 'inverseMean', '1 / mean of p', Math.log(inverseMeanProbability(costs)));
  // A weight that depends on the score is no weight.
  if (asked.kind === 'dearest' && weighted !== undefined)
    mark('average', 'weighted', `costliest tenth × ${asked.weight}`, weighted);
  mark('base', 'eToTheBits', 'e to the bits', Math.log(eToTheBits(mean)));
  mark('base', 'twoToTheNats', '2 to the nats', Math.log(twoToTheNats(mean)));
  if (asked.kind === 'punctuation' && weighted !== undefined)
    mark('question', 'weighted', `punctuation × ${asked.weight}`, weighted);
  if (scored > 0)
    mark('question', 'conditional', `after ${prompt} tokens`, Math.log(conditionalPerplexity(costs, prompt)));
  if (made) return { costs, mean, cuts, batches, weights, scored, marks };
  if (isComplete(reading) && windowed.done === costs.length) {
    const nats = windowed.surprisal.reduce((a, b) => a + b, 0);
    mark('context', 'windows', nameOfWindows(windowed), nats / costs.length, nats / bytes!);
  }
  if (adaptive.bytes > 0) {
    const rate = adaptive.nats / adaptive.bytes;
    mark('reader', 'adaptive', 'adaptive, per byte', rate, rate);
  }
  const guessed = guessedRuns(reading.rank.slice(0, costs.length));
  return { costs, bytes, words, mean, cuts, batches, weights, scored, guessed, marks };
}

const known = new WeakMap<object, { readonly model: PerplexityLab; readonly report: Report }>();

/** Everything that follows from a state and the reader's choices, computed once for each pair. */
export function reportOf(model: PerplexityLab, asked: Asked): Report {
  const before = known.get(asked);
  if (before?.model === model) return before.report;
  const report = assemble(model, asked);
  known.set(asked, { model, report });
  return report;
}

/** Whether the list has all of its tokens: one that was made up, or a text that has been read to its end. */
export const isWhole = (model: PerplexityLab, asked: Asked) =>
  asked.source !== 'text' || (isComplete(model.reading) && model.reading.surprisal.length > 0);

export const markOf = (model: PerplexityLab, asked: Asked, id: string): Mark | undefined =>
  reportOf(model, asked).marks.find((mark) => mark.id === id);

/** The logarithm of a reported perplexity; 0, the least that it can be, where there is none. */
export const natsOf = (model: PerplexityLab, asked: Asked, id: string) => markOf(model, asked, id)?.nats ?? 0;
