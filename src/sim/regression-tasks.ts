/** Linear regression in context, the setting of Raventós et al. 2023: pairs (x, y = xᵀw + noise) of one task w after the other. */
import { assertFiniteNumbers, assertLength, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertMatrix } from '#theory/numerics/matrix.ts';
import { bayesianRegression } from '#theory/belief/bayesian-regression.ts';
import { uniforms, type Uniform } from './random.ts';
import { drawNormal } from './samplers.ts';

export const DIMENSION = 4;
export const NOISE_VARIANCE = 0.25;

/** Pairs of one task. */
export interface RegressionPrompt {
  readonly task: readonly number[];
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
}

/** Most tasks, and most pairs of a prompt. */
const MOST_DRAWN = 1e6;

function assertTasks(tasks: readonly (readonly number[])[]): void {
  assertMatrix(tasks, 'tasks');
  assertLength(tasks[0], 'tasks[0]', DIMENSION, 'like inputs');
}

function assertPrompt(prompt: RegressionPrompt): void {
  assertObject(prompt, 'prompt');
  assertFiniteNumbers(prompt.task, 'task');
  assertLength(prompt.task, 'task', DIMENSION, 'like inputs');
  assertMatrix(prompt.inputs, 'inputs');
  assertLength(prompt.inputs[0], 'inputs[0]', DIMENSION, 'like the tasks');
  assertFiniteNumbers(prompt.targets, 'targets');
  assertLength(prompt.targets, 'targets', prompt.inputs.length, 'like inputs has rows');
}

const vector = (next: Uniform) => Array.from({ length: DIMENSION }, () => drawNormal(next));
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The pretraining tasks, w ~ N(0, I): fewer are the first of more. */
export function regressionTasks(count: number): number[][] {
  assertWholeNumber(count, 'count', 1, MOST_DRAWN);
  return Array.from({ length: count }, (_, m) => vector(uniforms(16, m)));
}

/** Prompt number `index` of one of the first M tasks, or of a new one, w ~ N(0, I); inputs x ~ N(0, I). New ones are the same for every M. */
export function drawRegression(
  origin: 'known' | 'new',
  tasks: readonly (readonly number[])[] | undefined,
  length: number,
  seed: number,
  index: number,
): RegressionPrompt {
  if (tasks !== undefined) assertTasks(tasks);
  assertWholeNumber(length, 'length', 0, MOST_DRAWN);
  assertWholeNumber(seed, 'seed');
  assertWholeNumber(index, 'index');
  const known = origin === 'known' ? tasks : undefined;
  const next = uniforms(seed, known ? known.length : 0, index);
  const task = known ? known[Math.floor(next() * known.length)] : vector(next);
  const inputs = Array.from({ length }, () => vector(next));
  const targets = inputs.map((x) => dot(x, task) + Math.sqrt(NOISE_VARIANCE) * drawNormal(next));
  return { task, inputs, targets };
}

/** (ŷ − xᵀw)²/2σ², in nats: the divergence from the law of y to a normal law of the same variance about the prediction. */
const excessOf = ({ task, inputs }: RegressionPrompt, predictions: readonly number[]) =>
  inputs.map((x, t) => (predictions[t] - dot(x, task)) ** 2 / (2 * NOISE_VARIANCE));

/** Of ridge regression, Bayes for w ~ N(0, I), at each pair: it learns w. */
export function ridgeExcess(prompt: RegressionPrompt): number[] {
  assertPrompt(prompt);
  const steps = bayesianRegression(prompt.inputs, prompt.targets, NOISE_VARIANCE, 1);
  return excessOf(
    prompt,
    steps.map(({ predictedMean }) => predictedMean),
  );
}

/** Of the posterior mean over these tasks ("dMMSE"), at each pair. `posteriorOverTasks` in `theory` is the same for one prompt. */
export function taskMeanExcess(tasks: readonly (readonly number[])[], prompt: RegressionPrompt): number[] {
  assertTasks(tasks);
  assertPrompt(prompt);
  const evidence = new Float64Array(tasks.length);
  const predictions = prompt.inputs.map((x, t) => {
    const largest = evidence.reduce((most, log) => Math.max(most, log), -Infinity);
    let [mean, total] = [0, 0];
    for (let m = 0; m < tasks.length; m++) {
      const value = dot(x, tasks[m]);
      const weight = Math.exp(evidence[m] - largest);
      mean += weight * value;
      total += weight;
      evidence[m] -= (prompt.targets[t] - value) ** 2 / (2 * NOISE_VARIANCE);
    }
    return mean / total;
  });
  return excessOf(prompt, predictions);
}
