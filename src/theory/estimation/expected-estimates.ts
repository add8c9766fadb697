import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { digamma } from '#theory/numerics/special.ts';
import { expectedPlugInEntropy, expectedShareSum, grassbergerLog } from './entropy-estimators.ts';

/*
 * Means of estimates over all samples of n independent draws, in nats and exactly: each is a sum over the counts of one outcome at a
 * time, which are binomial. None needs the joint law of the counts.
 */

/** Mean number of different outcomes in the sample: Σ 1 − (1 − p)^n. */
export function expectedOutcomes(p: ArrayLike<number>, n: number): number {
  assertDistribution(p, 'p');
  assertWholeNumber(n, 'n', 1);
  return sum(Array.from(p, (pi) => (pi < 1 ? -Math.expm1(n * Math.log1p(-pi)) : 1)));
}

/** Mean of Miller’s and Madow’s estimate: the plug-in’s, and half of the mean outcomes less one over n. */
export function expectedMillerMadowEntropy(p: ArrayLike<number>, n: number): number {
  return expectedPlugInEntropy(p, n) + (expectedOutcomes(p, n) - 1) / (2 * n);
}

/** Mean of the jackknife estimate: n times the plug-in’s for n draws less n − 1 times that for n − 1. For one draw 0. */
export function expectedJackknifeEntropy(p: ArrayLike<number>, n: number): number {
  const whole = expectedPlugInEntropy(p, n);
  return n === 1 ? whole : n * whole - (n - 1) * expectedPlugInEntropy(p, n - 1);
}

/** Mean of Grassberger’s estimate of 2003: ln n − Σ p E G(1 + M). */
export function expectedGrassbergerEntropy(p: ArrayLike<number>, n: number): number {
  const known: number[] = [];
  return Math.log(n) - expectedShareSum(p, n, (count) => (known[count] ??= grassbergerLog(count)));
}

/**
 * How much −½ ln det(1 − r rᵀ) of a sample, the information that fitted normal laws have, is above that of the true normal law on
 * average: ½ Σ ψ((n − i)/2) over i = 1 … d twice less over i = 1 … 2d, for d numbers on either side and n > 2d pairs. It depends on
 * nothing else. From E ln det of a Wishart matrix.
 */
export function gaussianFitBias(dimensions: number, n: number): number {
  assertWholeNumber(dimensions, 'dimensions', 1, 1000);
  assertWholeNumber(n, 'n', 2 * dimensions + 1);
  const psi = Array.from({ length: 2 * dimensions }, (_, i) => digamma((n - 1 - i) / 2));
  return sum(psi.slice(0, dimensions)) - sum(psi) / 2;
}
