import { assertFiniteNumbers, assertLength, assertPositive } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { logDensityGaussian } from '#theory/continuous/gaussian.ts';
import { assertMatrix, type Matrix } from '#theory/numerics/matrix.ts';

/** What is known after one more pair (x, y), and what was expected of it before. */
export interface RegressionStep {
  /** I(y; w | the pairs before) = ½ ln(1 + xᵀΣx/σ²), in nats, with the covariance Σ before this pair. It needs no y. */
  readonly informationGain: number;
  /** Mean and variance of y before it was seen. */
  readonly predictedMean: number;
  readonly predictedVariance: number;
  /** ln p(y₁ … y_t), in nats, of all targets so far. */
  readonly logEvidence: number;
  /** Posterior mean and covariance of w after it was seen. */
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

/**
 * Bayesian linear regression, a pair at a time, by rotations of the root of the inverse covariance, which lose no digits where noise is
 * small: y = xᵀw + N(0, σ²) with w ~ N(0, τ²I). The gains add up to
 * ½ ln det(I + (τ²/σ²) XᵀX) in any order, and the posterior mean is ridge regression with penalty σ²/τ². Throws RangeError
 * unless there is one finite target for each row of inputs and both variances are positive.
 */
export function bayesianRegression(
  inputs: Matrix,
  targets: readonly number[],
  noiseVariance: number,
  priorVariance: number,
): RegressionStep[] {
  assertMatrix(inputs, 'inputs');
  assertFiniteNumbers(targets, 'targets');
  assertLength(targets, 'targets', inputs.length, 'like inputs has rows');
  assertPositive(noiseVariance, 'noiseVariance');
  assertPositive(priorVariance, 'priorVariance');
  const size = inputs[0].length;
  const [noise, deviation] = [Math.sqrt(noiseVariance), Math.sqrt(priorVariance)];
  // R upper triangular with RᵀR = Σ⁻¹, and last in each row what R makes of the mean.
  const root = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size + 1 }, (_, j) => (i === j ? 1 / deviation : 0)),
  );
  let [mean, spread] = [inputs[0].map(() => 0), inverseOfUpper(root)];
  let logEvidence = 0;
  return inputs.map((x, t) => {
    const signal = sum(spread[0].map((_, k) => sum(x.map((value, i) => value * spread[i][k])) ** 2));
    const predictedMean = sum(x.map((value, i) => value * mean[i]));
    const predictedVariance = signal + noiseVariance;
    logEvidence += logDensityGaussian({ mean: predictedMean, deviation: Math.sqrt(predictedVariance) }, targets[t]);
    rotateIn(
      root,
      [...x, targets[t]].map((value) => value / noise),
    );
    spread = inverseOfUpper(root);
    mean = spread.map((row) => sum(row.map((value, k) => value * root[k][size])));
    const covariance = spread.map((row) => spread.map((other) => sum(row.map((value, k) => value * other[k]))));
    const informationGain = Math.log1p(signal / noiseVariance) / 2;
    return { informationGain, predictedMean, predictedVariance, logEvidence, mean, covariance };
  });
}

/** Rotations that make RᵀR + rowᵀrow of RᵀR, in place: nothing is subtracted that nearly cancels. Givens. */
function rotateIn(root: number[][], row: number[]): void {
  for (let i = 0; i < root.length; i++) {
    const length = Math.hypot(root[i][i], row[i]);
    const [cosine, sine] = [root[i][i] / length, row[i] / length];
    for (let j = i; j < row.length; j++) {
      [root[i][j], row[j]] = [cosine * root[i][j] + sine * row[j], cosine * row[j] - sine * root[i][j]];
    }
  }
}

/** R⁻¹, upper triangular too: R⁻¹ times its transpose is the covariance. */
function inverseOfUpper(root: readonly (readonly number[])[]): number[][] {
  const inverse = root.map(() => root.map(() => 0));
  for (let k = 0; k < root.length; k++) {
    for (let i = k; i >= 0; i--) {
      let rest = i === k ? 1 : 0;
      for (let j = i + 1; j <= k; j++) rest -= root[i][j] * inverse[j][k];
      inverse[i][k] = rest / root[i][i];
    }
  }
  return inverse;
}
