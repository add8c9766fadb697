import { logistic } from '#theory/belief/temperature-scaling.ts';
import {
  assertBoolean,
  assertEach,
  assertFiniteNumber,
  assertFunction,
  assertLength,
  assertNotNegative,
  assertObject,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { assertMatrix, choleskyFactor, solveLower, type Matrix } from '#theory/numerics/matrix.ts';
import { normalNodes } from '#theory/numerics/quadrature.ts';

/**
 * Logistic regression by Newton’s method: the log-odds of yes are b₀ + Σ b_j x_j, with the coefficients of least cross-entropy on these examples
 * and no penalty. Entry 0 is b₀. After `most` steps it stops, which matters only where a plane parts the examples and there is no minimum.
 * At the minimum it is calibrated on its own examples, in the sum and weighted with each feature: Σ (p_i − y_i) x_ij = 0. Throws RangeError
 * unless there are examples with as many finite features each, an outcome for each, and more examples than coefficients.
 */
export function fitLogistic(features: Matrix, outcomes: readonly boolean[], most = 30): number[] {
  assertMatrix(features, 'features');
  assertEach(outcomes, 'outcomes', assertBoolean);
  assertLength(outcomes, 'outcomes', features.length, 'like features');
  assertWholeNumber(most, 'most', 1, 1e4);
  const rows = features.map((row) => [1, ...row]);
  const size = rows[0].length;
  assertWholeNumber(rows.length, 'number of features rows', size + 1);
  let b = new Array<number>(size).fill(0);
  for (let step = 0; step < most; step++) {
    const gradient = new Array<number>(size).fill(0);
    // A trace of a penalty keeps the curvature positive where all is certain.
    const curvature = b.map((_, j) => b.map((__, k) => (j === k ? 1e-9 : 0)));
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      let z = 0;
      for (let j = 0; j < size; j++) z += b[j] * row[j];
      const p = logistic(z);
      const [miss, weight] = [Number(outcomes[i]) - p, p * (1 - p)];
      for (let j = 0; j < size; j++) {
        gradient[j] += miss * row[j];
        const [own, share] = [curvature[j], weight * row[j]];
        for (let k = 0; k <= j; k++) own[k] += share * row[k];
      }
    }
    for (let j = 0; j < size; j++) for (let k = 0; k < j; k++) curvature[k][j] = curvature[j][k];
    const factor = choleskyFactor(curvature, 'features');
    const half = solveLower(factor, gradient);
    const move = new Array<number>(size).fill(0);
    for (let j = size - 1; j >= 0; j--) {
      let rest = half[j];
      for (let k = j + 1; k < size; k++) rest -= factor[k][j] * move[k];
      move[j] = rest / factor[j][j];
    }
    // A long step is shortened: far from the minimum Newton’s may overshoot.
    const length = Math.hypot(...move);
    const share = Math.min(1, 5 / length);
    b = b.map((value, j) => value + share * move[j]);
    if (length < 1e-10) break;
  }
  return b;
}

/** A logistic model of standard normal features beside the logistic law that they really follow. */
export interface SaidAndTrue {
  /** Log-odds as said: normal with this mean and deviation. */
  readonly mean: number;
  readonly deviation: number;
  /** Given said log-odds z, the true ones are normal around slope·(z − mean) with this deviation. */
  readonly slope: number;
  readonly spread: number;
}

/**
 * How said and true log-odds belong together, if the features are independent standard normal, the model says b₀ + Σ b_j x_j and the truth
 * is Σ w_j x_j. Throws RangeError unless both have as many finite coefficients and those of the features are not all 0 in the model.
 */
export function saidAndTrue(coefficients: readonly number[], truth: readonly number[]): SaidAndTrue {
  assertEach(coefficients, 'coefficients', assertFiniteNumber);
  assertEach(truth, 'truth', assertFiniteNumber);
  const [mean, ...b] = coefficients;
  assertLength(truth, 'truth', b.length, 'like the coefficients of the features');
  const deviation = Math.hypot(...b);
  if (!(deviation > 0)) throw new RangeError(`coefficients must not all be 0, got ${JSON.stringify(coefficients)}`);
  const covariance = b.reduce((total, value, j) => total + value * truth[j], 0);
  const variance = truth.reduce((total, w) => total + w * w, 0);
  return {
    ...{ mean, deviation, slope: covariance / deviation ** 2 },
    spread: Math.sqrt(Math.max(0, variance - (covariance / deviation) ** 2)),
  };
}

/** Every fourth node of the normal rule: steps of an eighth are enough for a logistic curve of slope below 10. Beyond 8 deviations lies 1e-15. */
const nodes = normalNodes
  .filter(({ z }, i) => i % 4 === 0 && Math.abs(z) <= 8)
  .map(({ z, weight }) => ({ z, weight: 4 * weight }));

/** P(yes | said log-odds z): what comes true where the model says 1/(1 + e^−z), exactly up to about 1e-9. */
export function shareAt(law: Pick<SaidAndTrue, 'mean' | 'slope' | 'spread'>, logit: number): number {
  assertObject(law, 'law');
  const { mean, slope, spread } = law;
  assertFiniteNumber(mean, 'law.mean');
  assertFiniteNumber(slope, 'law.slope');
  assertNotNegative(spread, 'law.spread');
  assertFiniteNumber(logit, 'logit');
  const middle = slope * (logit - mean);
  if (spread === 0) return logistic(middle);
  return nodes.reduce((total, { z, weight }) => total + weight * logistic(middle + spread * z), 0);
}

/** E f(Z) over the log-odds Z that the model says. */
export function meanOverSaid(law: Pick<SaidAndTrue, 'mean' | 'deviation'>, f: (logit: number) => number): number {
  assertObject(law, 'law');
  assertFiniteNumber(law.mean, 'law.mean');
  assertNotNegative(law.deviation, 'law.deviation');
  assertFunction(f, 'f');
  return nodes.reduce((total, { z, weight }) => total + weight * f(law.mean + law.deviation * z), 0);
}
