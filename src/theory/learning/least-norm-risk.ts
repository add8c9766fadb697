import { assertNotNegative, assertObject, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';

/** Expected squared errors on a new example, without the noise of its own target. Their sum is the expected test error. */
export interface RiskParts {
  /** Squared distance of the average fit from the truth, over draws of examples and noise. */
  readonly bias: number;
  /** Variance that comes from which examples were drawn. */
  readonly draw: number;
  /** Variance that comes from the noise in their targets. */
  readonly noise: number;
}

/** A regression y = Σ βⱼ xⱼ + noise with independent standard normal xⱼ, of which the model sees some. */
export interface NormalTask {
  readonly examples: number;
  /** How many of the xⱼ the model sees. */
  readonly width: number;
  /** Σ βⱼ² over those that it sees, and over those that it does not. */
  readonly seen: number;
  readonly unseen: number;
  readonly noiseVariance: number;
}

function assertTask(task: NormalTask): void {
  assertObject(task, 'task');
  const { examples, width, seen, unseen, noiseVariance } = task;
  assertWholeNumber(examples, 'examples', 1);
  assertWholeNumber(width, 'width', 1);
  assertNotNegative(seen, 'seen');
  assertNotNegative(unseen, 'unseen');
  assertNotNegative(noiseVariance, 'noiseVariance');
}

/**
 * Exact for every n and p: the risk of least squares, and of the shortest solution where there are many. What is not seen acts as noise. For
 * p ≤ n − 2 the variance is (noise) p/(n − p − 1) (Breiman and Freedman 1983); for p ≥ n + 2 it is (noise) n/(p − n − 1), and the
 * solution is a projection of β onto n random directions, which keeps n/p of it (Belkin, Hsu and Xu 2020, theorem 1). In between each is
 * infinite, unless there is no noise at all. E tr(XᵀX)⁻¹ = p/(n − p − 1) is that of an inverse Wishart matrix. Throws RangeError unless
 * examples and width are whole and positive and the rest at least 0 and finite.
 */
export function leastNormRisk(task: NormalTask): RiskParts {
  assertTask(task);
  const { examples: n, width: p, seen, unseen, noiseVariance } = task;
  const kept = Math.min(1, n / p);
  const inverse = p <= n - 2 ? p / (n - p - 1) : p >= n + 2 ? n / (p - n - 1) : Infinity;
  const times = (variance: number) => (variance === 0 ? 0 : variance * inverse);
  return {
    bias: seen * (1 - kept) ** 2 + unseen,
    draw: seen * kept * (1 - kept) + times(unseen),
    noise: times(noiseVariance),
  };
}

/**
 * The ridge penalty λ on ‖w‖² whose expected risk is least for this task: width · noise/‖β‖², where what is not seen is noise, too. It is the
 * penalty of the posterior mean if every direction of β is as likely, and normal inputs make no difference among directions. With it the
 * risk never rises with more examples, nor with a larger width while what it adds matters as much (Nakkiran, Venkat, Kakade and Ma 2021).
 * Beyond that it rises: where features that say nothing are added, what is seen stays the same. Throws RangeError as above, and unless something is seen.
 */
export function bestRidge(task: NormalTask): number {
  assertTask(task);
  assertPositive(task.seen, 'seen');
  return (task.width * (task.noiseVariance + task.unseen)) / task.seen;
}
