import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import {
  bestOfNByReward,
  bestOfNDivergence,
  largestProbabilityWithin,
  tilt,
  type Tilt,
} from '#theory/language-models/tilting.ts';
import { harmful, params, rewardKeys, type Asked } from './parameters.ts';

/** One policy. Nats; rewards in their own unit. */
export interface Policy {
  readonly law: readonly number[];
  readonly divergence: number;
  readonly reward: number;
  /** What its answers are worth in truth, expected. */
  readonly worth: number;
  readonly harm: number;
  /** The most that a policy of this divergence can give the harmful answer. */
  readonly most: number;
  readonly entropy: number;
}
/** The best of n, and what the formula allows it. */
export interface Best extends Policy {
  readonly n: number;
  readonly formula: number;
}

export interface Steered {
  readonly reference: readonly number[];
  readonly rewards: readonly number[];
  readonly tilted: Policy & Pick<Tilt, 'objective'>;
  /** The tilted policies from β = ∞ to β = 0. */
  readonly curve: readonly Policy[];
  /** Of 1, 2, 4 … 1024 answers, and of n. */
  readonly bests: readonly Best[];
  readonly best: Best;
  /** The most that a policy can give the harmful answer, by its divergence. */
  readonly ceiling: readonly (readonly [divergence: number, chance: number])[];
  /** −ln of what the best answers have before: where all that is left is the best. */
  readonly furthest: number;
}

const mean = (law: readonly number[], values: readonly number[]) => law.reduce((sum, p, i) => sum + p * values[i], 0);

export const referenceOf = ({ shares, rare }: Asked): number[] => [...shares.map((p) => p * (1 - rare)), rare];
export const rewardsOf = (asked: Asked): number[] => rewardKeys.map((key) => asked[key]);

const counts = Array.from({ length: 11 }, (_, k) => 2 ** k);
/** ln β over the range of the rewards, from where nothing moves to where nothing is left to move. */
const exponents = Array.from({ length: 90 }, (_, i) => 3 - (5.8 * i) / 89);
/** Divergences from 0 to 0.2 nats, closer together near zero, for the bound where no reward makes the policy move. */
const levelBudgets = Array.from({ length: 31 }, (_, i) => 0.2 * (i / 30) ** 2);

export function compute(asked: Asked): Steered {
  const [reference, rewards] = [referenceOf(asked), rewardsOf(asked)];
  const worths = [...rewards.slice(0, harmful), asked.truth];
  const policyOf = (law: readonly number[], divergence = relativeEntropy(law, reference)): Policy => ({
    ...{ law, divergence },
    reward: mean(law, rewards),
    worth: mean(law, worths),
    harm: law[harmful],
    most: largestProbabilityWithin(divergence, reference[harmful]),
    entropy: entropy(law),
  });
  const tilted = (beta: number) => {
    const { policy, divergence, objective } = tilt(reference, rewards, beta);
    return { ...policyOf(policy, divergence), objective };
  };
  const possible = rewards.filter((_, i) => reference[i] > 0);
  const [top, bottom] = [Math.max(...possible), Math.min(...possible)];
  const limit = reference.map((p, i) => (rewards[i] === top ? p : 0));
  const total = limit.reduce((sum, p) => sum + p, 0);
  const last = policyOf(limit.map((p) => p / total), -Math.log(Math.min(1, total))); // prettier-ignore
  const bestOf = (n: number): Best => ({
    ...policyOf(bestOfNByReward(reference, rewards, n)),
    n,
    formula: bestOfNDivergence(n),
  });
  const curve =
    top === bottom
      ? [policyOf(reference, 0)]
      : [policyOf(reference, 0), ...exponents.map((e) => tilted((top - bottom) * Math.exp(e))), last];
  return {
    ...{ reference, rewards, curve },
    tilted: tilted(asked.beta),
    ceiling:
      top === bottom
        ? levelBudgets.map((budget) => [budget, largestProbabilityWithin(budget, reference[harmful])])
        : curve.map(({ divergence, most }) => [divergence, most]),
    bests: counts.map(bestOf),
    best: bestOf(asked.n),
    furthest: last.divergence,
  };
}

/** The β of which the tilted policy has this divergence, as far as β goes: the divergence falls as β rises. */
export function betaAt(divergence: number, { reference, rewards }: Steered): number {
  let [low, high] = [Math.log(params.beta.min), Math.log(params.beta.max)];
  for (let halving = 0; halving < 30; halving++) {
    const middle = (low + high) / 2;
    if (tilt(reference, rewards, Math.exp(middle)).divergence > divergence) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
