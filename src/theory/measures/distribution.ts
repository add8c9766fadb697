import { assertList, assertNotEmpty, refuse } from '#theory/numerics/assert.ts';

/** A sum may miss one by this much: probabilities come from sliders, files and rounded tables. */
export const SUM_TOLERANCE = 1e-9;

/** Plain left-to-right sum, of numbers that the caller has checked. Throws RangeError unless it is given a list of numbers. */
export function sum(values: ArrayLike<number>): number {
  assertList(values, 'values');
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== 'number') refuse(`values[${i}]`, 'be a number', values[i]);
    total += values[i];
  }
  return total;
}

/** Throws RangeError unless 0 ≤ p ≤ 1. */
export function assertProbability(p: number, name: string): void {
  if (typeof p !== 'number' || !(p >= 0 && p <= 1)) refuse(name, 'be between 0 and 1', p);
}

/** Throws RangeError unless there is at least one value and all are finite and at least 0. */
export function assertWeights(weights: ArrayLike<number>, name: string): void {
  assertNotEmpty(weights, name);
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i];
    if (!Number.isFinite(w)) refuse(`${name}[${i}]`, 'be a finite number', w);
    if (w < 0) refuse(`${name}[${i}]`, 'not be negative', w);
  }
}

/** Throws RangeError unless total is 1 up to SUM_TOLERANCE. */
export function assertSumsToOne(total: number, name: string): void {
  if (typeof total !== 'number' || !(Math.abs(total - 1) <= SUM_TOLERANCE)) refuse(name, 'sum to 1', total);
}

/**
 * Throws RangeError unless p is a probability distribution: entries finite and at least 0, sum 1 up to SUM_TOLERANCE.
 */
export function assertDistribution(p: ArrayLike<number>, name: string): void {
  assertWeights(p, name);
  assertSumsToOne(sum(p), name);
}

/** Throws RangeError unless p and q are distributions over the same outcomes. */
export function assertSameOutcomes(p: ArrayLike<number>, q: ArrayLike<number>): void {
  assertDistribution(p, 'p');
  assertDistribution(q, 'q');
  if (p.length !== q.length) {
    throw new RangeError(`p and q must have equally many outcomes, got ${p.length} and ${q.length}`);
  }
}

/** Weights divided by their sum. Throws RangeError on a negative or non-finite weight, and if all are zero. */
export function normalize(weights: ArrayLike<number>, name = 'weights'): number[] {
  assertWeights(weights, name);
  const total = sum(weights);
  if (total === 0) refuse(name, 'not all be 0', total);
  if (total === Infinity) refuse(name, 'have a finite sum', total);
  return Array.from(weights, (w) => w / total);
}

/** The law of a coin toss between two laws: weight · p + (1 − weight) · q. */
export function mixture(p: ArrayLike<number>, q: ArrayLike<number>, weight: number): number[] {
  assertSameOutcomes(p, q);
  assertProbability(weight, 'weight');
  return Array.from(p, (pi, i) => weight * pi + (1 - weight) * q[i]);
}
