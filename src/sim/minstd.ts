import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';

const modulus = 2 ** 31 - 1;

/**
 * Park and Miller's minimal standard generator, s ← 48271 s mod (2³¹ − 1), as u = s/(2³¹ − 1) in (0, 1), advanced once
 * before the first number. Its products stay below 2⁵³, so that every language gives the same digits: it makes data
 * that reference values were computed from, and nothing else. Throws RangeError unless 1 ≤ seed ≤ 2³¹ − 2.
 */
export function minstd(seed: number): Uniform {
  if (!Number.isInteger(seed) || seed < 1 || seed >= modulus) {
    refuse('seed', `be a whole number from 1 to ${modulus - 1}`, seed);
  }
  let state = seed;
  return () => {
    state = (state * 48271) % modulus;
    return state / modulus;
  };
}

/** Most numbers that are drawn as a list. */
const MOST_NUMBERS = 1e7;

/** n standard normal numbers by Box and Muller: radii from the first n numbers of the stream, angles from the next n. */
export function minstdNormals(n: number, seed: number): number[] {
  assertWholeNumber(n, 'n', 0, MOST_NUMBERS);
  const next = minstd(seed);
  const radii = Array.from({ length: n }, () => Math.sqrt(-2 * Math.log(next())));
  return radii.map((radius) => radius * Math.cos(2 * Math.PI * next()));
}
