import { assertEach, assertFiniteNumber, assertList, assertObject } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertGaussian, differentialEntropyGaussian, type Gaussian } from './gaussian.ts';
import { expectationUnderNormal, normalNodes } from '#theory/numerics/quadrature.ts';

/** Normal laws, drawn from with the given probabilities. */
export interface GaussianMixture {
  readonly weights: readonly number[];
  readonly components: readonly Gaussian[];
}

/** Throws RangeError unless the weights are a distribution over the components. */
export function assertMixture(mixture: GaussianMixture): void {
  assertObject(mixture, 'mixture');
  const { weights, components } = mixture;
  assertDistribution(weights, 'weights');
  assertList(components, 'components');
  if (weights.length !== components.length) {
    throw new RangeError(`components must have one entry per weight, ${weights.length}, got ${components.length}`);
  }
  assertEach(components, 'components', assertGaussian);
}

/** ½ ln 2π. */
const LN_ROOT_TWO_PI = Math.log(2 * Math.PI) / 2;

/** ln of the density of the mixture at x, with its first two derivatives. */
function logDensity({ weights, components }: GaussianMixture, x: number): readonly [number, number, number] {
  const logOf = (i: number) => {
    const { mean, deviation } = components[i];
    return Math.log(weights[i] / deviation) - ((x - mean) / deviation) ** 2 / 2;
  };
  let most = -Infinity;
  for (let i = 0; i < components.length; i++) most = Math.max(most, logOf(i));
  let [total, slope, square, curvature] = [0, 0, 0, 0];
  for (let i = 0; i < components.length; i++) {
    const { mean, deviation } = components[i];
    const share = Math.exp(logOf(i) - most);
    const own = (mean - x) / deviation ** 2;
    total += share;
    slope += share * own;
    square += share * own * own;
    curvature -= share / deviation ** 2;
  }
  slope /= total;
  return [most + Math.log(total) - LN_ROOT_TWO_PI, slope, (curvature + square) / total - slope * slope];
}

/** ln of the density of the mixture at x. Throws RangeError unless it is a mixture. */
export function logDensityMixture(mixture: GaussianMixture, x: number): number {
  assertMixture(mixture);
  assertFiniteNumber(x, 'x');
  return logDensity(mixture, x)[0];
}

/** Differential entropy −∫ f ln f of the mixture, in nats, one component at a time. */
export function differentialEntropyMixture(mixture: GaussianMixture): number {
  assertMixture(mixture);
  const surprise = ({ mean, deviation }: Gaussian) =>
    expectationUnderNormal((z) => -logDensity(mixture, mean + deviation * z)[0]);
  return sum(mixture.components.map((component, i) => mixture.weights[i] * surprise(component)));
}

/** A normal law that stands for the mixture, and what that costs in nats. */
export interface GaussianFit {
  readonly fit: Gaussian;
  readonly relativeEntropy: number;
}

/**
 * The normal law q with the least D(p‖q) for a mixture p: the one with the mean and the variance of p, which must cover all
 * of p. The cost is h(q) − h(p).
 */
export function forwardFit(mixture: GaussianMixture): GaussianFit {
  assertMixture(mixture);
  const { weights, components } = mixture;
  const mean = sum(components.map((c, i) => weights[i] * c.mean));
  const variance = sum(components.map((c, i) => weights[i] * (c.deviation ** 2 + (c.mean - mean) ** 2)));
  const deviation = Math.sqrt(variance);
  const relativeEntropy = differentialEntropyGaussian(deviation) - differentialEntropyMixture(mixture);
  return { fit: { mean, deviation }, relativeEntropy: Math.max(0, relativeEntropy) };
}

/**
 * D(p‖q) from the mixture p to a normal law q, in nats: ∫ p ln p/q. It is the least one, of `forwardFit`, and the divergence from
 * that fit to q: what a q of other mean or variance costs does not depend on the shape of p.
 */
export function forwardRelativeEntropy(mixture: GaussianMixture, q: Gaussian): number {
  assertMixture(mixture);
  assertGaussian(q, 'q');
  const excess = ({ mean, deviation }: Gaussian) =>
    expectationUnderNormal((z) => {
      const x = mean + deviation * z;
      const [log] = logDensity(mixture, x);
      return log + ((x - q.mean) / q.deviation) ** 2 / 2 + Math.log(q.deviation) + LN_ROOT_TWO_PI;
    });
  return Math.max(0, sum(mixture.components.map((component, i) => mixture.weights[i] * excess(component))));
}

/** D(q‖p) of a normal law q from the mixture p, in nats: ∫ q ln q/p, at most ln 1/w if q is a bump of p with the weight w. */
export function reverseRelativeEntropy(mixture: GaussianMixture, q: Gaussian): number {
  assertMixture(mixture);
  assertGaussian(q, 'q');
  const meanLog = expectationUnderNormal((z) => logDensity(mixture, q.mean + q.deviation * z)[0]);
  return Math.max(0, -differentialEntropyGaussian(q.deviation) - meanLog);
}

/** At most so many steps; one that is shorter than this, in units of σ, is the last: the next one would be its square. */
const [STEPS, LAST_STEP] = [200, 1e-7];

/**
 * A local minimum of D(q‖p) over normal laws q, from a start: which one depends on the start, and it need not be a bump of p;
 * `reverseValleys` finds all. Newton steps in (μ, ln σ), or the gradient where the curvature is not positive, halved until the
 * cost falls.
 */
export function reverseFit(mixture: GaussianMixture, start: Gaussian): GaussianFit {
  assertGaussian(start, 'start');
  let fit = start;
  let relativeEntropy = reverseRelativeEntropy(mixture, fit);
  for (let step = 0; step < STEPS; step++) {
    const [moveMean, moveLog] = descent(mixture, fit);
    const size = Math.hypot(moveMean / fit.deviation, moveLog);
    let next = fit;
    let cost = Infinity;
    for (let length = 1 / Math.max(1, size); length * size > LAST_STEP / 2; length /= 2) {
      next = { mean: fit.mean + length * moveMean, deviation: fit.deviation * Math.exp(length * moveLog) };
      cost = reverseRelativeEntropy(mixture, next);
      if (cost < relativeEntropy) break;
    }
    if (!(cost < relativeEntropy)) break;
    fit = next;
    relativeEntropy = cost;
    if (size < LAST_STEP) break;
  }
  return { fit, relativeEntropy };
}

/** The Newton step in (μ, ln σ), or minus the gradient in the unit of σ where the Hessian is not positive definite. */
function descent(mixture: GaussianMixture, { mean, deviation }: Gaussian): readonly [number, number] {
  // Means of powers of s = σZ times the first and the second derivative of ln f at μ + s.
  let [slope, slopeTimes, bend, bendTimes, bendSquare] = [0, 0, 0, 0, 0];
  for (const { z, weight } of normalNodes) {
    const s = deviation * z;
    const [, first, second] = logDensity(mixture, mean + s);
    slope += weight * first;
    slopeTimes += weight * s * first;
    bend += weight * second;
    bendTimes += weight * s * second;
    bendSquare += weight * s * s * second;
  }
  const [gradientMean, gradientLog] = [-slope, -1 - slopeTimes];
  const [meanMean, meanLog, logLog] = [-bend, -bendTimes, -bendSquare - slopeTimes];
  const determinant = meanMean * logLog - meanLog * meanLog;
  if (!(determinant > 0 && meanMean > 0)) return [-gradientMean * deviation ** 2, -gradientLog];
  return [
    (-logLog * gradientMean + meanLog * gradientLog) / determinant,
    (meanLog * gradientMean - meanMean * gradientLog) / determinant,
  ];
}
