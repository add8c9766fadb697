import { assertFiniteNumbers, assertLength, assertList, assertPositive } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertMatrix, type Matrix } from '#theory/numerics/matrix.ts';

const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * b[i]));

/**
 * Posterior over finitely many linear tasks y = xᵀw + N(0, σ²), equally likely before, after pairs (x, y):
 * ∝ e^(−Σ (y − xᵀw)²/2σ²), in logarithms. Throws RangeError unless there is one finite target for each row of inputs, inputs and
 * tasks have the same dimension, and the variance is positive. No pairs are allowed.
 */
export function posteriorOverTasks(
  inputs: Matrix,
  targets: readonly number[],
  tasks: Matrix,
  noiseVariance: number,
): number[] {
  assertMatrix(tasks, 'tasks');
  assertPositive(noiseVariance, 'noiseVariance');
  assertList(inputs, 'inputs');
  assertLength(targets, 'targets', inputs.length, 'like inputs has rows');
  if (inputs.length > 0) {
    assertMatrix(inputs, 'inputs');
    assertFiniteNumbers(targets, 'targets');
    if (inputs[0].length !== tasks[0].length) {
      throw new RangeError(`inputs must have ${tasks[0].length} columns like tasks, got ${inputs[0].length}`);
    }
  }
  const logs = tasks.map((w) => -sum(inputs.map((x, t) => (targets[t] - dot(x, w)) ** 2)) / (2 * noiseVariance));
  const largest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - largest));
  const total = sum(weights);
  return weights.map((weight) => weight / total);
}

/**
 * The prediction Σ posterior(w) xᵀw that has the least mean squared error if the task is one of these ("dMMSE"): it retrieves a task
 * where ridge regression, the same for w ~ N(0, I), would learn one. Throws RangeError unless the query fits the tasks.
 * Raventós et al. 2023.
 */
export function predictFromTasks(posterior: readonly number[], tasks: Matrix, query: readonly number[]): number {
  assertMatrix(tasks, 'tasks');
  assertDistribution(posterior, 'posterior');
  assertFiniteNumbers(query, 'query');
  if (query.length !== tasks[0].length) {
    throw new RangeError(`query must have ${tasks[0].length} entries like the tasks, got ${query.length}`);
  }
  if (posterior.length !== tasks.length) {
    throw new RangeError(
      `posterior must have one entry for each of the ${tasks.length} tasks, got ${posterior.length}`,
    );
  }
  return sum(tasks.map((w, i) => posterior[i] * dot(query, w)));
}
