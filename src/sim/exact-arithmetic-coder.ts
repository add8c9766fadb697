import {
  assertEach,
  assertFunction,
  assertObject,
  assertText,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';

/*
 * Arithmetic coding with exact fractions: nothing is rounded, so that the numbers can be followed by hand. They grow with every symbol;
 * for more than some hundred symbols there is arithmetic-coder.ts.
 */

/** A fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Weights of the next symbol, whole numbers of at least 0: its probability is its weight divided by their sum. */
export type ExactPredictor = (past: readonly number[]) => readonly bigint[];

/** The same weights at every place. */
export function independent(weights: readonly bigint[]): ExactPredictor {
  assertExactWeights(weights, 'weights');
  return () => weights;
}

/** Counts so far plus one: Laplace's rule of succession. */
export function laplace(symbols: number): ExactPredictor {
  assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
  return counting(symbols, 1n, 1n);
}

/** Counts so far plus a half. Krichevsky and Trofimov 1981. */
export function krichevskyTrofimov(symbols: number): ExactPredictor {
  assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
  return counting(symbols, 2n, 1n);
}

const MOST_SYMBOLS = 2 ** 16;

function counting(symbols: number, each: bigint, before: bigint): ExactPredictor {
  return (past) => {
    const weights = Array.from({ length: symbols }, () => before);
    for (const symbol of past) weights[symbol] += each;
    return weights;
  };
}

/** The weights of a row that the last symbol chooses, and of `first` where there is none. */
export function firstOrder(first: readonly bigint[], rows: readonly (readonly bigint[])[]): ExactPredictor {
  assertExactWeights(first, 'first');
  assertEach(rows, 'rows', assertExactWeights);
  return (past) => (past.length === 0 ? first : (rows[past[past.length - 1]] ?? []));
}

function assertExactWeights(weights: readonly bigint[], name: string): void {
  assertEach(weights, name, assertExact);
}

/** Throws RangeError unless the value is a bigint of at least 0. */
function assertExact(value: bigint, name: string): void {
  if (typeof value !== 'bigint' || value < 0n) refuse(name, 'be a bigint of at least 0', value);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}

function fraction(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** ln of a positive whole number of any size. */
function logOf(n: bigint): number {
  const beyond = Math.max(0, n.toString(2).length - 64);
  return Math.log(Number(n >> BigInt(beyond))) + beyond * Math.LN2;
}

/** [low, low + width) within [0, 1). */
export interface Interval {
  readonly low: Fraction;
  readonly width: Fraction;
}

function weightsOf(predict: ExactPredictor, past: readonly number[]): { weights: readonly bigint[]; total: bigint } {
  const weights = predict(past);
  const negative = weights.find((weight) => weight < 0n);
  if (negative !== undefined) throw new RangeError(`weights must be at least 0, got ${negative}`);
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new RangeError(`weights must not all be 0, got ${weights.join(', ') || 'none'}`);
  return { weights, total };
}

/**
 * The interval of a sequence: each symbol takes the part of the interval before it that is its share, in the order of the symbols. The
 * width is the probability of the sequence. Throws RangeError if a symbol is none or has weight 0.
 */
export function intervalOf(symbols: readonly number[], predict: ExactPredictor): Interval {
  // Over one denominator that is not reduced: both are whole multiples of 1/denominator.
  assertEach(symbols, 'symbols', assertWholeNumber);
  assertFunction(predict, 'predict');
  let [low, width, denominator] = [0n, 1n, 1n];
  symbols.forEach((symbol, i) => {
    const { weights, total } = weightsOf(predict, symbols.slice(0, i));
    const weight = weights[symbol] ?? 0n;
    if (weight === 0n) throw new RangeError(`symbols[${i}] must be a symbol of positive weight, got ${symbol}`);
    const before = weights.slice(0, symbol).reduce((sum, w) => sum + w, 0n);
    low = low * total + width * before;
    width *= weight;
    denominator *= total;
  });
  return { low: fraction(low, denominator), width: fraction(width, denominator) };
}

/** Throws RangeError unless low is a fraction of at least 0, and width a positive one. */
export function assertInterval(interval: Interval): void {
  assertObject(interval, 'interval');
  for (const name of ['low', 'width'] as const) {
    assertObject(interval[name], name);
    const { numerator, denominator } = interval[name];
    assertExact(numerator, `${name}.numerator`);
    assertExact(denominator, `${name}.denominator`);
    if (denominator === 0n) refuse(`${name}.denominator`, 'be positive', denominator);
  }
  if (interval.width.numerator === 0n) refuse('width.numerator', 'be positive', 0n);
}

/** −ln width, in nats: the surprisal of the sequence, which its code exceeds by less than two binary digits. */
export function idealLength(interval: Interval): number {
  assertInterval(interval);
  const { width } = interval;
  return logOf(width.denominator) - logOf(width.numerator);
}

/**
 * The shortest row of binary digits such that every number that begins with them lies in the interval: for k = 0, 1, … the first
 * m = ⌈low 2^k⌉ with (m + 1)/2^k ≤ low + width. It has ⌈−log₂ width⌉ digits or one more.
 */
export function shortestWord(interval: Interval): string {
  assertInterval(interval);
  const { low, width } = interval;
  const denominator = low.denominator * width.denominator;
  const from = low.numerator * width.denominator;
  const end = from + width.numerator * low.denominator;
  // No box is wider than the interval: fewer than log₂ 1/width digits are never enough.
  const least = Math.max(0, width.denominator.toString(2).length - width.numerator.toString(2).length - 1);
  for (let digits = least, scale = 1n << BigInt(least); ; digits++, scale *= 2n) {
    const m = (from * scale + denominator - 1n) / denominator;
    if ((m + 1n) * denominator <= end * scale) return digits === 0 ? '' : m.toString(2).padStart(digits, '0');
  }
}

/** The code word of a sequence. How many symbols there are is not part of it. */
export function encodeExactly(symbols: readonly number[], predict: ExactPredictor): string {
  return shortestWord(intervalOf(symbols, predict));
}

/** Most symbols that are read, for the numbers grow with every one. */
const MOST_DECODED = 1000;

/** The first `count` symbols of a code word. Throws RangeError unless it is made of the digits 0 and 1 and count a whole number. */
export function decodeExactly(word: string, count: number, predict: ExactPredictor): number[] {
  assertText(word, 'word');
  assertWholeNumber(count, 'count', 0, MOST_DECODED);
  assertFunction(predict, 'predict');
  if (!/^[01]*$/.test(word)) refuse('word', 'be made of 0 and 1', word);
  // The point of the word within the current interval, as a fraction of it.
  let [point, whole] = [BigInt(`0b0${word}`), 1n << BigInt(word.length)];
  const past: number[] = [];
  while (past.length < count) {
    const { weights, total } = weightsOf(predict, past);
    let symbol = 0;
    let before = 0n;
    while ((before + weights[symbol]) * whole <= point * total) before += weights[symbol++];
    past.push(symbol);
    point = point * total - before * whole;
    whole *= weights[symbol];
  }
  return past;
}
