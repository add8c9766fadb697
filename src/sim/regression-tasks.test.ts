import { describe, expect, it } from 'vitest';
import { closeAll } from '../../fixtures/oracle.ts';
import { posteriorOverTasks, predictFromTasks } from '#theory/belief/finite-tasks.ts';
import { bayesianRegression } from '#theory/belief/bayesian-regression.ts';
import { drawRegression, NOISE_VARIANCE, regressionTasks, ridgeExcess, taskMeanExcess } from './regression-tasks.ts';

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);

describe('regression in context', () => {
  it('costs what the predictions of the theory miss, retrieving and learning', () => {
    for (const origin of ['known', 'new'] as const) {
      const tasks = regressionTasks(7);
      const prompt = drawRegression(origin, tasks, 9, 4, 2);
      const { task, inputs, targets } = prompt;
      const misses = (predict: (t: number) => number) =>
        inputs.map((x, t) => (predict(t) - dot(x, task)) ** 2 / (2 * NOISE_VARIANCE));
      closeAll(
        taskMeanExcess(tasks, prompt),
        misses((t) => {
          const posterior = posteriorOverTasks(inputs.slice(0, t), targets.slice(0, t), tasks, NOISE_VARIANCE);
          return predictFromTasks(posterior, tasks, inputs[t]);
        }),
        1e-9,
      );
      const steps = bayesianRegression(inputs, targets, NOISE_VARIANCE, 1);
      closeAll(
        ridgeExcess(prompt),
        misses((t) => steps[t].predictedMean),
        1e-12,
      );
    }
  });

  it('has nothing to find out where there is one task, and it is this one', () => {
    const tasks = regressionTasks(1);
    for (const nats of taskMeanExcess(tasks, drawRegression('known', tasks, 5, 1, 0))) expect(nats).toBeLessThan(1e-25);
  });

  it('draws tasks and prompts by seed and number', () => {
    expect(regressionTasks(4)).toEqual(regressionTasks(9).slice(0, 4));
    const tasks = regressionTasks(3);
    expect(tasks).toContainEqual(drawRegression('known', tasks, 2, 1, 0).task);
    expect(drawRegression('new', tasks, 2, 1, 0)).toEqual(drawRegression('new', undefined, 2, 1, 0));
    expect(() => regressionTasks(0)).toThrow(RangeError);
  });
});
