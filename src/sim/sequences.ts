import { assertProbability } from '#theory/measures/distribution.ts';
import { assertBetween, assertEach, assertFiniteNumber, assertWholeNumber } from '#theory/numerics/assert.ts';

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
