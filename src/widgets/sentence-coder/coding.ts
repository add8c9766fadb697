import {
  decodeExactly,
  idealLength,
  shortestWord,
  type ExactPredictor,
  type Interval,
} from '#sim/exact-arithmetic-coder.ts';
import { settledDigits } from '#sim/exact-digits.ts';
import type { Sentence } from './model.ts';
import { mostDigits, type Asked } from './parameters.ts';

/** The interval after so many tokens. Amounts in nats. */
export interface Stage {
  readonly interval: Interval;
  readonly nats: number;
  /** What the token before it cost. */
  readonly cost: number;
  /** The digits that are certain, and the shortest code, should the text end here. */
  readonly settled: string;
  readonly word: string;
}

export interface Coding {
  readonly stages: readonly Stage[];
  readonly word: string;
  /** How many tokens are certain after 0, 1, … digits. */
  readonly certain: readonly number[];
  /** How many tokens a decoder reads rightly from the whole code. */
  readonly read: number;
}

/** The three parts of each prediction that matter to the code: what stands before the token that comes, the token, and what stands after it. */
const partsOf =
  ({ laws }: Sentence): ExactPredictor =>
  ({ length }) => {
    const { next, total } = laws[length];
    const { before, own } = next ?? { before: 0, own: total };
    return [before, own, total - before - own].map(BigInt);
  };

/** Whether all numbers that begin with these digits lie in the interval. */
function holds({ low, width }: Interval, digits: string): boolean {
  const m = BigInt(`0b0${digits}`);
  const whole = low.denominator * width.denominator;
  const from = low.numerator * width.denominator;
  const scale = 1n << BigInt(digits.length);
  return from * scale <= m * whole && (m + 1n) * whole <= (from + width.numerator * low.denominator) * scale;
}

/** How many tokens are certain after 0, 1, … digits: intervals and boxes only get smaller, so that one walk finds them all. */
function certainOf(word: string, stages: readonly Stage[]): number[] {
  let tokens = 0;
  return Array.from({ length: word.length + 1 }, (_, digits) => {
    while (tokens + 1 < stages.length && holds(stages[tokens + 1].interval, word.slice(0, digits))) tokens++;
    return tokens;
  });
}

const known = new WeakMap<Sentence, Coding>();

/** The code of the tokens whose predictions are known, in exact fractions. */
export function codingOf(sentence: Sentence): Coding {
  const before = known.get(sentence);
  if (before) return before;
  const parts = partsOf(sentence);
  const n = Math.max(0, Math.min(sentence.tokens.length, sentence.laws.length));
  const stages: Stage[] = [];
  // As intervalOf does it, one token after the other, and without reducing the fractions, which takes longer than all else.
  let [low, width, whole] = [0n, 1n, 1n];
  for (let k = 0; k <= n; k++) {
    const interval = { low: { numerator: low, denominator: whole }, width: { numerator: width, denominator: whole } };
    const nats = idealLength(interval) + 0;
    stages.push({
      ...{ interval, nats, cost: nats - (stages.at(-1)?.nats ?? 0) },
      ...{ settled: settledDigits(interval), word: shortestWord(interval) },
    });
    if (k === n) break;
    const [before, own, after] = parts(Array.from({ length: k }, () => 1));
    [low, width, whole] = [low * (before + own + after) + width * before, width * own, whole * (before + own + after)];
  }
  const { word } = stages[n];
  const coding = {
    ...{ stages, word },
    certain: certainOf(word, stages),
    read: decodeExactly(word, n, parts).filter((part) => part === 1).length,
  };
  known.set(sentence, coding);
  return coding;
}

/** What of the values is shown: no more than there is. */
export function shownOf(sentence: Sentence, { direction, taken, arrived }: Asked) {
  const coding = codingOf(sentence);
  const last = coding.stages.length - 1;
  const digits = Math.min(arrived, coding.word.length, mostDigits);
  const isReceived = direction === 'receive';
  const place = isReceived ? coding.certain[digits] : Math.min(taken, last);
  return { ...coding, isReceived, digits, place, last, stage: coding.stages[place] };
}
