import { assertProbability } from '#theory/measures/distribution.ts';
import {
  assertBetween,
  assertEach,
  assertFiniteNumber,
  assertIndex,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';

/** Most symbols of a sequence. */
const MOST_SYMBOLS = 1e6;

function assertLengthOfSequence(length: number): void {
  assertWholeNumber(length, 'length', 0, MOST_SYMBOLS);
}

/** Number of ones in the binary digits of i, modulo 2. */
function parity(i: number): number {
  let ones = 0;
  for (; i > 0; i = Math.floor(i / 2)) ones ^= i % 2;
  return ones;
}

/**
 * Thue–Morse: symbol i is the parity of the ones in the binary digits of i. Never three equal blocks in a row, equally many zeros
 * and ones, and an entropy rate of 0. Thue 1906.
 */
export function thueMorse(length: number): Uint8Array {
  assertLengthOfSequence(length);
  return Uint8Array.from({ length }, (_, i) => parity(i));
}

/** The infinite Fibonacci word, the limit of 0 → 01, 1 → 0: k + 1 different blocks of length k, the fewest without a period. */
export function fibonacciWord(length: number): Uint8Array {
  assertLengthOfSequence(length);
  let word = [0];
  while (word.length < length) word = word.flatMap((symbol) => (symbol === 0 ? [0, 1] : [0]));
  return Uint8Array.from(word.slice(0, length));
}

/**
 * Orbit of the logistic map x ← r x (1 − x), which starts with `start`. At r = 4 almost every start gives binary digits x ≥ ½ that
 * look like fair coin tosses, though each x decides all that follow; two starts part by a factor of 2 a step on average.
 * Throws RangeError unless 0 ≤ start ≤ 1 and 0 ≤ r ≤ 4. May 1976.
 */
export function logisticOrbit(start: number, r: number, length: number): Float64Array {
  assertProbability(start, 'start');
  assertBetween(r, 'r', 0, 4);
  assertLengthOfSequence(length);
  const orbit = new Float64Array(length);
  let x = start;
  for (let i = 0; i < length; i++) {
    orbit[i] = x;
    x = r * x * (1 - x);
  }
  return orbit;
}

/** One where a number is at least the threshold, zero elsewhere. */
export function thresholded(values: ArrayLike<number>, threshold: number): Uint8Array {
  assertEach(values, 'values', assertFiniteNumber);
  assertFiniteNumber(threshold, 'threshold');
  return Uint8Array.from(values, (value) => (value >= threshold ? 1 : 0));
}

/** Most binary digits of a state whose square is an exact number. */
const MOST_PRECISION = 26;

/** An orbit on a grid: the digits that it shows, and from where on it goes in a circle, if it does so within the sequence. */
export interface RoundedOrbit {
  readonly digits: Uint8Array;
  /** Places of the first state that comes again: first and second time. */
  readonly first?: number;
  readonly again?: number;
}

/**
 * The logistic map x ← 4 x (1 − x) on the multiples of 2^(−b), rounded down after each step, from the state start/2^b; the digits are x ≥ ½. Whole numbers, so that there is
 * no other rounding. There are 2^b + 1 states, and whoever comes to one again goes in a circle. Throws RangeError unless 1 ≤ b ≤ 26 and 0 ≤ start ≤ 2^b.
 */
export function roundedLogistic(precision: number, start: number, length: number): RoundedOrbit {
  assertWholeNumber(precision, 'precision', 1, MOST_PRECISION);
  assertIndex(start, 'start', 2 ** precision + 1);
  assertLengthOfSequence(length);
  const one = 2 ** precision;
  const digits = new Uint8Array(length);
  const met = new Map<number, number>();
  let circle: Pick<RoundedOrbit, 'first' | 'again'> = {};
  let state = start;
  for (let i = 0; i < length; i++) {
    if (circle.again === undefined) {
      const first = met.get(state);
      if (first === undefined) met.set(state, i);
      else circle = { first, again: i };
    }
    digits[i] = 2 * state >= one ? 1 : 0;
    state = Math.floor((4 * state * (one - state)) / one);
  }
  return { digits, ...circle };
}

/** Most binary digits of π. */
const MOST_DIGITS_OF_PI = 20_000;

/** 2^bits arctan(1/n), rounded down term by term: Σ (−1)^j/((2j + 1) n^(2j + 1)). */
function arctangent(n: bigint, bits: bigint): bigint {
  let power = (1n << bits) / n;
  let sum = power;
  for (let j = 1n; power > 0n; j++) {
    power /= n * n;
    const term = power / (2n * j + 1n);
    sum += j % 2n === 0n ? term : -term;
  }
  return sum;
}

/** The first binary digits of π behind the point, 0010 0100 0011 1111 …, exactly: π = 16 arctan(1/5) − 4 arctan(1/239). Machin 1706. */
export function digitsOfPi(length: number): Uint8Array {
  assertWholeNumber(length, 'length', 0, MOST_DIGITS_OF_PI);
  // Each of the terms is off by less than one in the last place: 64 places more than are shown.
  const bits = BigInt(length + 64);
  const pi = 16n * arctangent(5n, bits) - 4n * arctangent(239n, bits);
  const behind = (pi & ((1n << bits) - 1n)) >> 64n;
  return Uint8Array.from(behind.toString(2).padStart(length, '0').slice(0, length), Number);
}
