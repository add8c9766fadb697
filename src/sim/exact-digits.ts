import { assertFunction, assertText, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertInterval, type ExactPredictor, type Interval } from './exact-arithmetic-coder.ts';

/* Which digits of a message are certain before it is over, and which symbols before all digits have come: without any rounding. */

function assertDigits(word: string): void {
  assertText(word, 'word');
  if (!/^[01]*$/.test(word)) refuse('word', 'be made of 0 and 1', word);
}

/** The interval over one denominator: [from, end) of `whole` parts. */
function overOne({ low, width }: Interval): { from: bigint; end: bigint; whole: bigint } {
  const whole = low.denominator * width.denominator;
  const from = low.numerator * width.denominator;
  return { from, end: from + width.numerator * low.denominator, whole };
}

/** The digits with which every number of the interval begins: they may be sent, whatever comes next. The next one is not certain, since the interval lies on both sides of the middle. Throws RangeError unless it lies within [0, 1). */
export function settledDigits(interval: Interval): string {
  assertInterval(interval);
  let { from, end } = overOne(interval);
  const { whole } = overOne(interval);
  if (end > whole) refuse('interval', 'end at 1 or before', `${end}/${whole}`);
  let word = '';
  for (;;) {
    [from, end] = [2n * from, 2n * end];
    if (end <= whole) word += '0';
    else if (from >= whole) {
      word += '1';
      [from, end] = [from - whole, end - whole];
    } else return word;
  }
}

/** A quotient of whole numbers of any size, to some fifteen digits of what is near 1; beyond ±2³² cut off there. */
function quotient(a: bigint, b: bigint): number {
  const most = 2 ** 32;
  return Math.max(-most, Math.min(most, Number((a << 60n) / b) / 2 ** 60));
}

/** Where the numbers that begin with a word begin and end, as seen from an interval: its ends are 0 and 1. */
export function placeOfWord(word: string, interval: Interval): readonly [from: number, to: number] {
  assertDigits(word);
  assertInterval(interval);
  const { from, end, whole } = overOne(interval);
  const scale = 1n << BigInt(word.length);
  const at = (m: bigint) => quotient(m * whole - from * scale, (end - from) * scale);
  const m = BigInt(`0b0${word}`);
  return [at(m), at(m + 1n)];
}

const MOST_DECODED = 1000;

/** The symbols, at most so many, that all numbers share which begin with a word: a decoder knows them, whatever digits come next. */
export function decidedSymbols(word: string, most: number, predict: ExactPredictor): number[] {
  assertDigits(word);
  assertWholeNumber(most, 'most', 0, MOST_DECODED);
  assertFunction(predict, 'predict');
  // The numbers are [point, point + size) of `whole` parts of the interval of the symbols so far.
  let [point, size, whole] = [BigInt(`0b0${word}`), 1n, 1n << BigInt(word.length)];
  const past: number[] = [];
  while (past.length < most) {
    const weights = predict(past);
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    if (!(total > 0n)) refuse('weights', 'not all be 0', total);
    let symbol = 0;
    let before = 0n;
    while ((before + weights[symbol]) * whole <= point * total) before += weights[symbol++];
    if ((point + size) * total > (before + weights[symbol]) * whole) return past;
    past.push(symbol);
    [point, size, whole] = [point * total - before * whole, size * total, whole * weights[symbol]];
  }
  return past;
}

/** A box of numbers that begin with the same digits: its last digit, where it lies as seen from an interval, and where the box with the other last digit lies. */
export interface DigitBox {
  readonly digit: string;
  readonly from: number;
  readonly to: number;
  readonly other: readonly [from: number, to: number];
}

const MOST_BOXES = 6;

/** The last boxes of a word, each half of the one before, as seen from an interval: its ends are 0 and 1. Those of fewer than `first` digits are left out. */
export function digitBoxes(word: string, first: number, interval: Interval): DigitBox[] {
  assertDigits(word);
  assertWholeNumber(first, 'first', 0);
  assertInterval(interval);
  const least = Math.max(first, 1, word.length - MOST_BOXES + 1);
  return Array.from({ length: Math.max(0, word.length + 1 - least) }, (_, i) => {
    const [before, digit] = [word.slice(0, least + i - 1), word[least + i - 1]];
    const [from, to] = placeOfWord(before + digit, interval);
    return { digit, from, to, other: placeOfWord(before + (digit === '0' ? '1' : '0'), interval) };
  });
}
