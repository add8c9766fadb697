import { assertPositive, assertWholeNumber } from './assert.ts';
import { assertDistribution, assertProbability, sum } from './distribution.ts';
import { entropy } from './entropy.ts';
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
  return weightedOptimum(q, 1 / weight);
}

/**
 * Target of label smoothing, (1 − ε) on the label and ε spread over all K outcomes, the label among them. Throws RangeError unless
 * 0 ≤ ε ≤ 1, K ≥ 1 and the label is one of them. Szegedy et al. 2016.
 */
export function smoothedTarget(epsilon: number, outcomes: number, label = 0): number[] {
  assertProbability(epsilon, 'epsilon');
  assertWholeNumber(outcomes, 'outcomes', 1);
  assertWholeNumber(label, 'label');
  if (label >= outcomes) throw new RangeError(`label must be less than ${outcomes}, got ${label}`);
  return Array.from({ length: outcomes }, (_, i) => (i === label ? 1 - epsilon : 0) + epsilon / outcomes);
}

/** The least loss that smoothed labels allow, in nats: the entropy of the target, which is what a perfect model then pays. */
export function leastSmoothedLoss(epsilon: number, outcomes: number): number {
  return entropy(smoothedTarget(epsilon, outcomes));
}

/** Slope of the focal loss φ(q) = −(1 − q)^γ ln q, negative and rising to 0 at q = 1. */
function focalSlope(q: number, gamma: number): number {
  const rest = 1 - q;
  return (gamma > 0 ? gamma * rest ** (gamma - 1) * Math.log(q) : 0) - rest ** gamma / q;
}

/** The q with −p φ′(q) = multiplier, by bisection: the left side falls from ∞ to 0. */
function focalShare(p: number, multiplier: number, gamma: number): number {
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 120; halving++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (-p * focalSlope(middle, gamma) > multiplier) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The prediction q that minimizes the expected focal loss −Σ p (1 − q)^γ ln q: not p, because the loss is not proper for γ > 0.
 * It is flatter than p where one outcome is likely and sharper where none is, as in most predictions of a language model. The
 * conditions p φ′(q) = const are solved by bisection for the constant. Throws RangeError unless p is a distribution with at
 * least two outcomes that occur and γ ≥ 0. Lin et al. 2017.
 */
export function focalOptimum(p: readonly number[], gamma: number): number[] {
  assertDistribution(p, 'p');
  if (!(gamma === 0 || (gamma >= 1 && gamma < Infinity))) {
    throw new RangeError(`gamma must be 0, or at least 1 and finite, got ${gamma}`);
  }
  if (p.filter((pi) => pi > 0).length < 2) throw new RangeError('p must have at least two outcomes that occur');
  // Equal probabilities have equal shares, which saves most of the work for long tails.
  const counts = new Map<number, number>();
  for (const pi of p) if (pi > 0) counts.set(pi, (counts.get(pi) ?? 0) + 1);
  const sharesAt = (multiplier: number) =>
    new Map([...counts.keys()].map((pi) => [pi, focalShare(pi, multiplier, gamma)]));
  let [low, high] = [-60, 60];
  for (let halving = 0; halving < 100; halving++) {
    const middle = (low + high) / 2;
    const total = sum([...sharesAt(Math.exp(middle))].map(([pi, share]) => share * counts.get(pi)!));
    // A larger multiplier asks for steeper slopes, so for smaller shares.
    if (total > 1) low = middle;
    else high = middle;
  }
  const shares = sharesAt(Math.exp((low + high) / 2));
  return p.map((pi) => shares.get(pi) ?? 0);
}
