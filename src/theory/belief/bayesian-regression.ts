import { assertFiniteNumbers, assertPositive } from '#theory/numerics/assert.ts';
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
 * Bayesian linear regression, a pair at a time: y = xᵀw + N(0, σ²) with w ~ N(0, τ²I). The gains add up to
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
  if (targets.length !== inputs.length) {
    throw new RangeError(`targets must have one entry for each row of inputs, ${inputs.length}, got ${targets.length}`);
  }
  assertPositive(noiseVariance, 'noiseVariance');
  assertPositive(priorVariance, 'priorVariance');
  let mean: readonly number[] = inputs[0].map(() => 0);
  let covariance: Matrix = mean.map((_, i) => mean.map((_, j) => (i === j ? priorVariance : 0)));
  let logEvidence = 0;
  return inputs.map((x, t) => {
    const turned = covariance.map((row) => sum(row.map((value, j) => value * x[j])));
    const signal = sum(x.map((value, i) => value * turned[i]));
    const predictedMean = sum(x.map((value, i) => value * mean[i]));
    const predictedVariance = signal + noiseVariance;
    const error = targets[t] - predictedMean;
    logEvidence += logDensityGaussian({ mean: predictedMean, deviation: Math.sqrt(predictedVariance) }, targets[t]);
    mean = mean.map((value, i) => value + (turned[i] * error) / predictedVariance);
    covariance = covariance.map((row, i) => row.map((value, j) => value - (turned[i] * turned[j]) / predictedVariance));
    const informationGain = Math.log1p(signal / noiseVariance) / 2;
    return { informationGain, predictedMean, predictedVariance, logEvidence, mean, covariance };
  });
}
