import { assertNotNegativeOrInfinite } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, assertSameOutcomes } from './distribution.ts';

/** −p ln p in nats, with 0 ln 0 = 0, the limit. A marginal that rounding has pushed past 1 counts as 1, never as negative. */
function entropyTerm(p: number): number {
  return p > 0 && p < 1 ? -p * Math.log(p) : 0;
}

/**
 * Surprisal s = −ln p, in nats: how much an event of probability p tells when it happens. Infinite at p = 0.
 * Throws RangeError unless 0 ≤ p ≤ 1. Shannon 1948; the word is Tribus's (1961).
 */
export function surprisal(p: number): number {
  assertProbability(p, 'p');
  return p === 1 ? 0 : -Math.log(p);
}

/**
 * Entropy H = −Σ p ln p, in nats: the mean surprisal. 0 ln 0 = 0.
 * Throws RangeError unless p is a distribution. Shannon 1948.
 */
export function entropy(p: ArrayLike<number>): number {
  assertDistribution(p, 'p');
  let total = 0;
  for (let i = 0; i < p.length; i++) total += entropyTerm(p[i]);
  return total;
}

/**
 * Binary entropy h(p) = −p ln p − (1 − p) ln(1 − p), in nats: the entropy of one toss of a coin. h(0) = h(1) = 0.
 * Written with log1p, so that it keeps its digits for very small p. Throws RangeError unless 0 ≤ p ≤ 1.
 */
export function binaryEntropy(p: number): number {
  assertProbability(p, 'p');
  return p === 1 ? 0 : entropyTerm(p) - (1 - p) * Math.log1p(-p);
}

/** Slope of the binary entropy, ln((1 − p)/p), in nats per unit of probability: ∞ at 0, −∞ at 1. */
export function binaryEntropySlope(p: number): number {
  assertProbability(p, 'p');
  return Math.log1p(-p) - Math.log(p);
}

/**
 * Cross-entropy H(p, q) = −Σ p ln q, in nats: the mean surprisal of one who believes q while p is true. It equals
 * H(p) + D(p‖q), so it is least at q = p, where it is H(p) and not 0. Infinite if q misses an outcome that p has.
 */
export function crossEntropy(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) total -= p[i] * Math.log(q[i]);
  return total;
}

/** Perplexity e^H of an entropy or cross-entropy in nats: as uncertain as so many equally likely outcomes. */
export function perplexity(nats: number): number {
  assertNotNegativeOrInfinite(nats, 'nats');
  return Math.exp(nats);
}
