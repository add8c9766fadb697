import { assertEach, assertIndex, assertLength, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import {
  assertDistribution,
  assertProbability,
  assertSameOutcomes,
  mixture,
  normalize,
  sum,
} from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { logSoftmax, surprisalOfIndex, type Logits } from './softmax.ts';

/** Gradient p − 1_y of the loss −ln p_y in the logits: what the prediction gives away minus what came. Sums to 0. */
export function crossEntropyGradient(logits: Logits, index: number): Float64Array {
  surprisalOfIndex(logits, index);
  const gradient = logSoftmax(logits).map(Math.exp);
  gradient[index] -= 1;
  return gradient;
}

/**
 * The prediction wp/(wp + 1 − p) that minimizes cross-entropy if the positive class, of probability p, counts w times: no longer
 * a probability of anything that happens. Throws RangeError unless 0 ≤ p ≤ 1 and w is positive.
 */
export function weightedOptimum(p: number, weight: number): number {
  assertProbability(p, 'p');
  assertPositive(weight, 'weight');
  return (weight * p) / (weight * p + 1 - p);
}

/** The probability q/(q + w(1 − q)) behind a prediction q that was trained with weight w: the inverse of weightedOptimum. */
export function unweighted(q: number, weight: number): number {
  assertProbability(q, 'q');
  assertPositive(weight, 'weight');
  return weightedOptimum(q, 1 / weight);
}

/** Most outcomes of a target that is made as a list. */
const MOST_OUTCOMES = 1e7;

/**
 * Target of label smoothing, (1 − ε) on the label and ε spread over all K outcomes, the label among them. Throws RangeError unless
 * 0 ≤ ε ≤ 1, K ≥ 1 and the label is one of them. Szegedy et al. 2016.
 */
export function smoothedTarget(epsilon: number, outcomes: number, label = 0): number[] {
  assertProbability(epsilon, 'epsilon');
  assertWholeNumber(outcomes, 'outcomes', 1, MOST_OUTCOMES);
  assertIndex(label, 'label', outcomes);
  return Array.from({ length: outcomes }, (_, i) => (i === label ? 1 - epsilon : 0) + epsilon / outcomes);
}

/** The least loss that smoothed labels allow, in nats: the entropy of the target, which is what a perfect model then pays. */
export function leastSmoothedLoss(epsilon: number, outcomes: number): number {
  return entropy(smoothedTarget(epsilon, outcomes));
}

/**
 * The law that a model is drawn to by smoothed labels, (1 − ε) p + ε/K: the mean of the targets, of which the loss is the
 * cross-entropy. Throws RangeError unless p is a distribution and 0 ≤ ε ≤ 1.
 */
export function smoothedLaw(p: readonly number[], epsilon: number): number[] {
  assertDistribution(p, 'p');
  assertProbability(epsilon, 'epsilon');
  return mixture(
    p,
    p.map(() => 1 / p.length),
    1 - epsilon,
  );
}

/**
 * The law that minimizes the weighted cross-entropy −Σ w p ln q, which is w p divided by its sum. With the weights 1/w it leads back
 * from there to p. Throws RangeError unless p is a distribution and there is a positive weight for each outcome.
 */
export function weightedLaw(p: readonly number[], weights: readonly number[]): number[] {
  assertDistribution(p, 'p');
  assertLength(weights, 'weights', p.length, 'like p');
  assertEach(weights, 'weights', assertPositive);
  return normalize(p.map((pi, i) => weights[i] * pi));
}

/** Mean of the Brier loss Σ_j (q_j − 1_{j=i})² if p is true: 1 − 2 Σ p q + Σ q², which is least, 1 − Σ p², at q = p alone. Brier 1950. */
export function expectedBrierLoss(p: readonly number[], q: readonly number[]): number {
  assertSameOutcomes(p, q);
  return 1 + sum(q.map((qj, j) => qj * (qj - 2 * p[j])));
}

/**
 * Gradient of the Brier loss in the logits of the prediction q, 2 q_k (q_k − 1_{k=i} − Σ_j q_j (q_j − 1_{j=i})) if i came. The factor q_k
 * is that of softmax: what has been ruled out hardly moves, even when it comes. Sums to 0.
 */
export function brierGradient(q: readonly number[], index: number): number[] {
  assertDistribution(q, 'q');
  assertIndex(index, 'index', q.length);
  const errors = q.map((qj, j) => qj - (j === index ? 1 : 0));
  const mean = sum(q.map((qj, j) => qj * errors[j]));
  return q.map((qk, k) => 2 * qk * (errors[k] - mean));
}
