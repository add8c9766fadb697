import { assertNotNegative, assertPositive } from '#theory/numerics/assert.ts';
import { gammaQuantile } from '#theory/numerics/incomplete-gamma.ts';

/** ln(observed/expected) in nats: pointwise mutual information of two events counted together. −∞ for none observed. */
export function logObservedOverExpected(observed: number, expected: number): number {
  assertNotNegative(observed, 'observed');
  assertNotNegative(expected, 'expected');
  if (observed === 0 && expected === 0) throw new RangeError('observed and expected must not both be 0');
  return Math.log(observed / expected);
}

/**
 * Information component ln((observed + ½)/(expected + ½)) in nats: the same, drawn towards 0 where counts are small, so that a
 * single report of a rare pair is not the strongest signal of all. It still says nothing about causes. Norén, Hopstadius and Bate
 * 2013.
 */
export function informationComponent(observed: number, expected: number): number {
  assertNotNegative(observed, 'observed');
  assertNotNegative(expected, 'expected');
  return Math.log((observed + 0.5) / (expected + 0.5));
}

export interface CredibleComponent {
  /** ln((observed + s)/(expected + s)): the logarithm of the posterior mean of the rate. */
  readonly estimate: number;
  /** Logarithms of the 2.5 and 97.5 percent points of the posterior: IC025 and IC975. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The information component with its credible interval, in nats. Observed is Poisson with mean rate × expected; the rate has a gamma
 * prior of shape and inverse scale `strength` s, of mean 1, so that its posterior is gamma with observed + s and expected + s. Exact
 * quantiles; s = ½ is that of Norén, Hopstadius and Bate 2013, s = 0 the plain ratio with the improper prior 1/rate. Of nothing observed and
 * s = 0 all three are −∞.
 */
export function credibleComponent(observed: number, expected: number, strength: number): CredibleComponent {
  assertNotNegative(observed, 'observed');
  assertPositive(expected, 'expected');
  assertNotNegative(strength, 'strength');
  const [shape, rate] = [observed + strength, expected + strength];
  if (shape === 0) return { estimate: -Infinity, lower: -Infinity, upper: -Infinity };
  const at = (level: number) => Math.log(gammaQuantile(level, shape) / rate);
  return { estimate: Math.log(shape / rate), lower: at(0.025), upper: at(0.975) };
}
