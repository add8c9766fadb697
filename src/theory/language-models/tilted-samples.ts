import { assertFiniteNumbers, assertNotEmpty, assertPositive } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';

/** What samples of a reference say of the policy that is tilted from it. Information in nats. */
export interface TiltedSamples {
  /** w_i ∝ e^(r_i/β), of sum 1. */
  readonly weights: readonly number[];
  /** Σ w r, of the tilted policy, and its standard error. */
  readonly expectedReward: number;
  readonly standardError: number;
  /** Σ w r/β − ln (1/n) Σ e^(r/β) = ln n − H(w): at most ln n, however far the policy is. */
  readonly divergence: number;
  /** 1/Σ w²: so many samples of the policy itself would say about as much. */
  readonly effective: number;
}

/**
 * Self-normalized importance sampling: n independent samples of the reference, of which the rewards are given, stand for the policy
 * ∝ reference · e^(reward/β). The standard error is that of the ratio of two means, √(Σ w² (r − Σ w r)²), which is right for many
 * samples of some weight: with an effective number of a few it is too small. Throws RangeError unless there is a sample, rewards
 * are finite and β is positive. Kong 1992; Owen 2013, chapter 9.
 */
export function tiltedSamples(rewards: readonly number[], beta: number): TiltedSamples {
  assertNotEmpty(rewards, 'rewards');
  assertFiniteNumbers(rewards, 'rewards');
  assertPositive(beta, 'beta');
  const most = rewards.reduce((largest, r) => Math.max(largest, r), -Infinity);
  const raw = rewards.map((r) => Math.exp((r - most) / beta));
  const total = sum(raw);
  const weights = raw.map((w) => w / total);
  const expectedReward = sum(weights.map((w, i) => w * rewards[i]));
  return {
    weights,
    expectedReward,
    standardError: Math.sqrt(sum(weights.map((w, i) => (w * (rewards[i] - expectedReward)) ** 2))),
    divergence: Math.max(0, Math.log(rewards.length) + sum(weights.map((w) => (w > 0 ? w * Math.log(w) : 0)))),
    effective: 1 / sum(weights.map((w) => w * w)),
  };
}
