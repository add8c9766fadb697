import { assertFiniteNumber, assertPositive } from '#theory/numerics/assert.ts';
import { differentialEntropyGaussian } from './gaussian.ts';
import { digamma, logGamma } from '#theory/numerics/special.ts';

/*
 * Differential entropies h = −∫ f ln f in nats, of laws with a density. Unlike an entropy it can be negative and it depends
 * on the unit, h(aX) = h(X) + ln|a|; only differences have a meaning of their own. All throw RangeError unless their
 * parameters are positive and finite. Cover and Thomas, chapter 8 and table 17.1.
 */

/** ln w: uniform on an interval of the given width. Negative if that is less than the unit. */
export function differentialEntropyUniform(width: number): number {
  assertPositive(width, 'width');
  return Math.log(width);
}

/** 1 − ln λ: exponential with the given rate. The largest of all laws on [0, ∞) with this mean. */
export function differentialEntropyExponential(rate: number): number {
  assertPositive(rate, 'rate');
  return 1 - Math.log(rate);
}

/** 1 + ln 2b: Laplace, the density e^(−|x|/b)/2b. */
export function differentialEntropyLaplace(scale: number): number {
  assertPositive(scale, 'scale');
  return 1 + Math.log(2 * scale);
}

/** ln 4πγ: Cauchy. Finite although the law has no variance. */
export function differentialEntropyCauchy(scale: number): number {
  assertPositive(scale, 'scale');
  return Math.log(4 * Math.PI * scale);
}

/** ln B(a, b) − (a − 1)ψ(a) − (b − 1)ψ(b) + (a + b − 2)ψ(a + b): beta law on [0, 1]. At most 0, for a = b = 1. */
export function differentialEntropyBeta(a: number, b: number): number {
  assertPositive(a, 'a');
  assertPositive(b, 'b');
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return logBeta - (a - 1) * digamma(a) - (b - 1) * digamma(b) + (a + b - 2) * digamma(a + b);
}

/** μ + ½ ln 2πe σ²: the exponential of a normal variable with mean μ and standard deviation σ. */
export function differentialEntropyLogNormal(mean: number, deviation: number): number {
  assertFiniteNumber(mean, 'mean');
  return mean + differentialEntropyGaussian(deviation);
}
