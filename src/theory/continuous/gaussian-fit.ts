import { assertEach, assertFiniteNumber, assertList, assertObject } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertGaussian, differentialEntropyGaussian, logDensityGaussian, type Gaussian } from './gaussian.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';

/** Normal laws, drawn from with the given probabilities. */
export interface GaussianMixture {
  readonly weights: readonly number[];
  readonly components: readonly Gaussian[];
}

/** Throws RangeError unless the weights are a distribution over the components. */
function assertMixture(mixture: GaussianMixture): void {
  assertObject(mixture, 'mixture');
  const { weights, components } = mixture;
  assertDistribution(weights, 'weights');
  assertList(components, 'components');
  if (weights.length !== components.length) {
    throw new RangeError(`components must have one entry per weight, ${weights.length}, got ${components.length}`);
  }
  assertEach(components, 'components', assertGaussian);
}

/** ln of the density of the mixture at x, with its first two derivatives. */
function logDensity({ weights, components }: GaussianMixture, x: number): readonly [number, number, number] {
  const logs = components.map((component, i) => Math.log(weights[i]) + logDensityGaussian(component, x));
  const most = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - most));
  const total = sum(shares);
  let [slope, square, curvature] = [0, 0, 0];
  components.forEach(({ mean, deviation }, i) => {
    const own = (mean - x) / deviation ** 2;
    slope += (shares[i] / total) * own;
    square += (shares[i] / total) * own * own;
    curvature -= shares[i] / total / deviation ** 2;
  });
  return [most + Math.log(total), slope, curvature + square - slope * slope];
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

/** D(q‖p) of a normal law q from the mixture p, in nats: ∫ q ln q/p, small where q stays inside one bump of p. */
export function reverseRelativeEntropy(mixture: GaussianMixture, q: Gaussian): number {
  assertMixture(mixture);
  assertGaussian(q, 'q');
  const meanLog = expectationUnderNormal((z) => logDensity(mixture, q.mean + q.deviation * z)[0]);
  return Math.max(0, -differentialEntropyGaussian(q.deviation) - meanLog);
}

const STEPS = 200;

/**
 * A local minimum of D(q‖p) over normal laws q, from a start: it seeks one bump of p, and which one depends on the start.
 * Newton steps in (μ, ln σ), or the gradient where the curvature is not positive, halved until the cost falls.
 */
export function reverseFit(mixture: GaussianMixture, start: Gaussian): GaussianFit {
  assertGaussian(start, 'start');
  let fit = start;
  let relativeEntropy = reverseRelativeEntropy(mixture, fit);
  for (let step = 0; step < STEPS; step++) {
    const [moveMean, moveLog] = descent(mixture, fit);
    let next = fit;
    let cost = Infinity;
    for (let length = 1; length > 1e-9; length /= 2) {
      next = { mean: fit.mean + length * moveMean, deviation: fit.deviation * Math.exp(length * moveLog) };
      cost = reverseRelativeEntropy(mixture, next);
      if (cost < relativeEntropy) break;
    }
    if (!(cost < relativeEntropy)) break;
    fit = next;
    relativeEntropy = cost;
  }
  return { fit, relativeEntropy };
}

/** The Newton step in (μ, ln σ), or minus the gradient in the unit of σ where the Hessian is not positive definite. */
function descent(mixture: GaussianMixture, { mean, deviation }: Gaussian): readonly [number, number] {
  /** E s^power times a derivative of ln f at μ + s, s = σZ. */
  const moment = (power: number, order: 1 | 2) =>
    expectationUnderNormal((z) => (deviation * z) ** power * logDensity(mixture, mean + deviation * z)[order]);
  const gradientMean = -moment(0, 1);
  const slopeMoment = moment(1, 1);
  const gradientLog = -1 - slopeMoment;
  const [meanMean, meanLog, logLog] = [-moment(0, 2), -moment(1, 2), -moment(2, 2) - slopeMoment];
  const determinant = meanMean * logLog - meanLog * meanLog;
  if (!(determinant > 0 && meanMean > 0)) return [-gradientMean * deviation ** 2, -gradientLog];
  return [
    (-logLog * gradientMean + meanLog * gradientLog) / determinant,
    (meanLog * gradientMean - meanMean * gradientLog) / determinant,
  ];
}
