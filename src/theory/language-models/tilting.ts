import { assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { logSumExp } from './softmax.ts';

/** The policy that makes the most of a reward at a price per nat of divergence. Information in nats. */
export interface Tilt {
  /** π*(y) ∝ reference(y) e^(reward(y)/β). */
  readonly policy: readonly number[];
  readonly expectedReward: number;
  /** D(π*‖reference), what is paid for, with the average under the policy. */
  readonly divergence: number;
  /** D(reference‖π*), which is not. */
  readonly reverseDivergence: number;
  readonly entropy: number;
  /** E reward − β D(π*‖reference) = β ln Σ reference e^(reward/β), the most that can be had. In units of the reward. */
  readonly objective: number;
}

/**
 * Maximum of E_π reward − β D(π‖reference) over all policies π: an objective to be raised, not a loss. As β → ∞ the policy
 * stays, as β → 0 it takes the best reward that the reference can reach. What the reference never does, it never does. Throws
 * RangeError unless the reference is a distribution, the rewards are finite, one for each outcome, and β is positive. Donsker
 * and Varadhan 1975; Ziegler et al. 2019.
 */
export function tilt(reference: readonly number[], reward: readonly number[], beta: number): Tilt {
  assertDistribution(reference, 'reference');
  assertPositive(beta, 'beta');
  if (reward.length !== reference.length) {
    throw new RangeError(`reward must have one entry per outcome, ${reference.length}, got ${reward.length}`);
  }
  reward.forEach((r, i) => {
    if (!Number.isFinite(r)) throw new RangeError(`reward[${i}] must be a finite number, got ${r}`);
  });
  const logs = reference.map((p, i) => Math.log(p) + reward[i] / beta);
  const logTotal = logSumExp(logs);
  const weights = logs.map((log) => Math.exp(log - logTotal));
  const total = sum(weights);
  const policy = weights.map((w) => w / total);
  return {
    policy,
    expectedReward: sum(policy.map((p, i) => p * reward[i])),
    divergence: relativeEntropy(policy, reference),
    reverseDivergence: relativeEntropy(reference, policy),
    entropy: entropy(policy),
    objective: beta * logTotal,
  };
}

/**
 * ln n − (n − 1)/n in nats: D(best of n‖reference) if no two samples are worth the same, and a bound on it in any case. Beirami
 * et al. 2024.
 */
export function bestOfNDivergence(n: number): number {
  assertWholeNumber(n, 'n', 1);
  return Math.log(n) - (n - 1) / n;
}

/**
 * Law of the best of n independent samples of the reference, outcomes given from the worst to the best and no two of one worth:
 * F(y)^n − F(y before)^n, with F the cumulative reference.
 */
export function bestOfN(reference: readonly number[], n: number): number[] {
  assertDistribution(reference, 'reference');
  assertWholeNumber(n, 'n', 1);
  const total = sum(reference);
  let below = 0;
  return reference.map((p) => {
    const before = below;
    below = Math.min(1, below + p / total);
    return below ** n - before ** n;
  });
}

/** D of a coin of bias a from one of bias q, in nats. */
function coinDivergence(a: number, q: number): number {
  return relativeEntropy([a, 1 - a], [q, 1 - q]);
}

/**
 * The largest probability that an event of reference probability q can have under a policy with D(policy‖reference) ≤ budget
 * nats: the largest a with a ln(a/q) + (1 − a) ln((1 − a)/(1 − q)) ≤ budget, by data processing, and some policy attains it.
 * From −ln q nats on it is 1. A bound on the divergence is no bound on rare harm. Throws RangeError unless 0 ≤ q ≤ 1 and the
 * budget is at least 0.
 */
export function largestProbabilityWithin(budget: number, q: number): number {
  assertProbability(q, 'q');
  if (!(budget >= 0)) throw new RangeError(`budget must be at least 0, got ${budget}`);
  if (budget >= -Math.log(q)) return 1;
  if (q === 0) return 0;
  let [within, beyond] = [q, 1];
  // The divergence rises from a = q on; bisection to the last digit.
  for (let halving = 0; halving < 200; halving++) {
    const middle = (within + beyond) / 2;
    if (middle <= within || middle >= beyond) break;
    if (coinDivergence(middle, q) <= budget) within = middle;
    else beyond = middle;
  }
  return within;
}
