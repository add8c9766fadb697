import { assertSameOutcomes } from './distribution.ts';

/**
 * Total variation ½ Σ |p − q|, between 0 and 1: the largest difference in probability over all events, which are sets
 * of outcomes. The largest difference over single outcomes can be much smaller.
 */
export function totalVariation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) total += Math.abs(p[i] - q[i]);
  return total / 2;
}

/** The largest difference |p − q| over single outcomes: at most the total variation, and no distance to reason with. */
export function largestOutcomeGap(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let largest = 0;
  for (let i = 0; i < p.length; i++) largest = Math.max(largest, Math.abs(p[i] - q[i]));
  return largest;
}

/** Bhattacharyya coefficient Σ √(pq), between 0 (no outcome in common) and 1 (equal). Bhattacharyya 1943. */
export function bhattacharyyaCoefficient(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) total += Math.sqrt(p[i] * q[i]);
  return total;
}

/**
 * Hellinger distance √(½ Σ (√p − √q)²) = √(1 − Σ √(pq)), between 0 and 1. The first form keeps its digits when p and
 * q are close. Hellinger 1909.
 */
export function hellingerDistance(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) total += (Math.sqrt(p[i]) - Math.sqrt(q[i])) ** 2;
  return Math.sqrt(total / 2);
}

/**
 * Wasserstein-1 distance Σ |F_p − F_q| for outcomes one step apart on a line, in steps: probability moved times
 * distance, at the least. Unlike the others it knows which outcomes are neighbors.
 */
export function wassersteinDistance(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let excess = 0;
  let total = 0;
  // The last cumulative difference is 0 but for rounding.
  for (let i = 0; i < p.length - 1; i++) {
    excess += p[i] - q[i];
    total += Math.abs(excess);
  }
  return total;
}
