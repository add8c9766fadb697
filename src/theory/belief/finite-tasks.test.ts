import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { bayesianRegression } from './bayesian-regression.ts';
import { posteriorOverTasks, predictFromTasks } from './finite-tasks.ts';

interface Input {
  X: number[][];
  y: number[];
  sigma2: number;
  tasks: number[][];
}
interface Row {
  k_context: number;
  ridge_pred: number;
  dmmse_weights: number[];
  dmmse_pred: number;
  y: number;
}

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });

describe('retrieval of one of finitely many tasks', () => {
  it('and ridge regression predict as in the reference', () => {
    const cases = oracleCases<Input, { rows: Row[] }>('14_icl', 'icl_linear_regression_ridge_vs_dMMSE');
    for (const { input, expected } of cases) {
      const { X, y, tasks, sigma2 } = input;
      expect(expected.rows).toHaveLength(X.length);
      const ridge = bayesianRegression(X, y, sigma2, 1);
      for (const row of expected.rows) {
        const k = row.k_context;
        expect(row.y).toBe(y[k]);
        close(ridge[k].predictedMean, row.ridge_pred);
        const posterior = posteriorOverTasks(X.slice(0, k), y.slice(0, k), tasks, sigma2);
        posterior.forEach((weight, i) => close(weight / row.dmmse_weights[i], 1));
        close(predictFromTasks(posterior, tasks, X[k]), row.dmmse_pred);
      }
    }
  });

  it('is Bayes’ rule with normal densities', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 4 }),
        (pairs, tasks) => {
          const posterior = posteriorOverTasks(
            pairs.map(([a, b]) => [a, b]),
            pairs.map(([, , y]) => y),
            tasks,
            4,
          );
          const density = tasks.map(([u, v]) =>
            pairs.reduce((p, [a, b, y]) => p * Math.exp(-((y - a * u - b * v) ** 2) / 8), 1),
          );
          const evidence = density.reduce((a, b) => a + b);
          closeAll(
            posterior,
            density.map((d) => d / evidence),
            1e-9,
          );
        },
      ),
    );
  });

  it('becomes ridge regression as the tasks fill the prior: a fine grid of weights', () => {
    const tasks = Array.from({ length: 2001 }, (_, i) => [(i - 1000) / 100]);
    // The prior is in the number of tasks at each weight, here by pairs at x with y = 0 that make e^(−w²/2).
    const posterior = posteriorOverTasks([[0.5], [1], [2]], [0, 0.7, -0.4], tasks, 0.25);
    const ridge = bayesianRegression([[1], [2], [1]], [0.7, -0.4, 0], 0.25, 1);
    close(predictFromTasks(posterior, tasks, [1]), ridge[2].predictedMean, 1e-9);
  });

  it('rejects pairs and tasks that do not fit', () => {
    expect(() => posteriorOverTasks([[1]], [], [[1]], 1)).toThrow(
      new RangeError('targets must have 1 entries like inputs has rows, got 0'),
    );
    expect(() => posteriorOverTasks([[1, 2]], [1], [[1]], 1)).toThrow(
      new RangeError('inputs must have 1 columns like tasks, got 2'),
    );
    expect(() => posteriorOverTasks([], [], [[1]], 0)).toThrow(RangeError);
    expect(() => predictFromTasks([1], [[1]], [1, 2])).toThrow(
      new RangeError('query must have 1 entries like the tasks, got 2'),
    );
    expect(() => predictFromTasks([], [[1]], [1])).toThrow(RangeError);
  });
});
