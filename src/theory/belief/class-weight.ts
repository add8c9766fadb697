import { assertPositive } from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';

/**
 * What a model is best advised to say of an event of probability p, if its surprisal counts w times where the event comes: the minimum of
 * −w p ln q − (1 − p) ln(1 − q), at q = w p/(w p + 1 − p). Its odds are w times the true odds, so the weight is undone by the weight 1/w.
 * Throws RangeError unless 0 ≤ p ≤ 1 and w > 0. Elkan 2001.
 */
export function weightedOptimum(p: number, weight: number): number {
  assertProbability(p, 'p');
  assertPositive(weight, 'weight');
  // The larger side is divided by, so that no product overflows.
  return weight <= 1 ? (weight * p) / (weight * p + (1 - p)) : p / (p + (1 - p) / weight);
}
