import {
  assertFiniteNumbers,
  assertLength,
  assertNotNegativeOrInfinite,
  assertPositive,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, normalize, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { excessOfExpm1 } from '#theory/measures/near-equal.ts';

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
  assertLength(reward, 'reward', reference.length, 'like reference');
  assertFiniteNumbers(reward, 'reward');
  const possible = [...reference.keys()].filter((i) => reference[i] > 0);
  const prior = normalize(possible.map((i) => reference[i]));
  const rewards = possible.map((i) => reward[i]);
  const most = rewards.reduce((largest, r) => Math.max(largest, r), -Infinity);
  const least = rewards.reduce((smallest, r) => Math.min(smallest, r), Infinity);
  const small = (most - least) / beta < 1;
  // Rewards are measured from their mean where β is large, so that what they add to ln Σ p is not lost in rounding, and from the best
  // where it is small, so that nothing overflows.
  const origin = small ? sum(prior.map((p, k) => p * rewards[k])) : most;
  const gains = rewards.map((r) => (r - origin) / beta);
  const logTotal = small
    ? Math.log1p(sum(gains.map((gain, k) => prior[k] * excessOfExpm1(gain))))
    : Math.log(sum(gains.map((gain, k) => prior[k] * Math.exp(gain))));
  // ln policy/reference, outcome by outcome.
  const logRatios = gains.map((gain) => gain - logTotal);
  const policy = reference.map(() => 0);
  normalize(logRatios.map((log, k) => prior[k] * Math.exp(log))).forEach((p, k) => (policy[possible[k]] = p));
  return {
    policy,
    expectedReward: sum(policy.map((p, i) => p * reward[i])),
    // With p e^l for the policy both are sums of terms that are never negative, about p l²/2: p (l e^l − e^l + 1), p (e^l − 1 − l).
    divergence: sum(logRatios.map((l, k) => prior[k] * (l < -LARGEST_LOG ? 1 : l * Math.expm1(l) - excessOfExpm1(l)))),
    reverseDivergence: sum(logRatios.map((l, k) => prior[k] * (l === -Infinity ? Infinity : excessOfExpm1(l)))),
    entropy: entropy(policy),
    objective: origin + beta * logTotal,
  };
}

/** Where e^−l is nothing. */
const LARGEST_LOG = 700;

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

/**
 * The same for outcomes in any order, several of which may be worth the same: of the best among n draws the first is taken, so
 * that outcomes of one reward share what they have together in proportion to the reference. Throws RangeError unless there is a finite
 * reward for each outcome of the reference, and n is a whole number from 1.
 */
export function bestOfNByReward(reference: readonly number[], reward: readonly number[], n: number): number[] {
  assertDistribution(reference, 'reference');
  assertLength(reward, 'reward', reference.length, 'like reference');
  assertFiniteNumbers(reward, 'reward');
  const levels = [...new Set(reward)].sort((a, b) => a - b);
  const together = levels.map((level) => sum(reference.filter((_, i) => reward[i] === level)));
  const best = bestOfN(together, n);
  return reference.map((p, i) => {
    const level = levels.indexOf(reward[i]);
    return p === 0 ? 0 : (best[level] * p) / together[level];
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
  assertNotNegativeOrInfinite(budget, 'budget');
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
