import {
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertObject,
  assertPositive,
  assertRows,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';
import { drawNetwork, gradientOf, layersOf, type Shape } from './small-network.ts';

/** Points of x and of y, pair by pair. */
export interface Pairs {
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
}

const bounds = ['infoNce', 'donskerVaradhan', 'nguyenWainwrightJordan'] as const;
/** What the critic makes as large as it can on its pairs. */
export type Bound = (typeof bounds)[number];

export interface CriticTraining {
  readonly bound: Bound;
  /** Units of the one hidden layer, ReLU. */
  readonly hidden: number;
  readonly rate: number;
  readonly steps: number;
  /** So many pairs are drawn for each step, without putting any back before the next; all pairs in every step if it is absent. */
  readonly batch?: number;
}

/** Throws RangeError unless there are at least two pairs of points, all x of one dimension and all y of one. */
function assertPairs(pairs: Pairs): void {
  assertObject(pairs, 'pairs');
  for (const name of ['x', 'y'] as const)
    assertRows(pairs[name], `pairs.${name}`, (row, at) => {
      assertFiniteNumbers(row, at);
      assertLength(row, at, pairs[name][0].length, 'like the first');
    });
  assertLength(pairs.y, 'pairs.y', pairs.x.length, 'like pairs.x');
  if (pairs.x.length < 2) refuse('pairs', 'be at least 2', pairs.x.length);
}

/** Every x with every y: row n i + j holds x_i and y_j. */
function allCombinations({ x, y }: Pairs): Float64Array {
  const width = x[0].length + y[0].length;
  const inputs = new Float64Array(x.length * y.length * width);
  x.forEach((xi, i) =>
    y.forEach((yj, j) => {
      inputs.set(xi, (i * y.length + j) * width);
      inputs.set(yj, (i * y.length + j) * width + xi.length);
    }),
  );
  return inputs;
}

/** The network of a critic for such pairs. */
export function criticShape(pairs: Pairs, hidden: number): Shape {
  assertPairs(pairs);
  assertWholeNumber(hidden, 'hidden', 1, 1000);
  return { widths: [pairs.x[0].length + pairs.y[0].length, hidden, 1], activation: 'relu' };
}

/** Scores f(x_i, y_j) in nats of a critic with these parameters, row i and column j. */
export function criticScores(shape: Shape, parameters: Float64Array, pairs: Pairs): Float64Array[] {
  assertPairs(pairs);
  const outputs = layersOf(shape, parameters, allCombinations(pairs)).at(-1)!;
  const n = pairs.x.length;
  return pairs.x.map((_, i) => outputs.subarray(i * n, (i + 1) * n));
}

/** What is to be made small, a bound with a minus sign, and its derivative by each score; scores row by row. */
const losses: Record<Bound, (scores: Float64Array, n: number) => { loss: number; byOutput: Float64Array }> = {
  infoNce(scores, n) {
    const byOutput = new Float64Array(n * n);
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const row = scores.subarray(i * n, (i + 1) * n);
      const most = row.reduce((a, b) => Math.max(a, b));
      const total = row.reduce((sum, score) => sum + Math.exp(score - most), 0);
      loss += (most + Math.log(total / n) - row[i]) / n;
      for (let j = 0; j < n; j++) byOutput[i * n + j] = (Math.exp(row[j] - most) / total - (i === j ? 1 : 0)) / n;
    }
    return { loss, byOutput };
  },
  donskerVaradhan(scores, n) {
    const byOutput = new Float64Array(n * n);
    const [most, total] = apart(scores, n);
    let loss = most + Math.log(total / (n * (n - 1)));
    for (let i = 0; i < n; i++) {
      loss -= scores[i * n + i] / n;
      for (let j = 0; j < n; j++) byOutput[i * n + j] = i === j ? -1 / n : Math.exp(scores[i * n + j] - most) / total;
    }
    return { loss, byOutput };
  },
  nguyenWainwrightJordan(scores, n) {
    const byOutput = new Float64Array(n * n);
    let loss = 0;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const score = scores[i * n + j];
        const apart = i === j ? 0 : Math.exp(score - 1) / (n * (n - 1));
        loss += i === j ? -score / n : apart;
        byOutput[i * n + j] = i === j ? -1 / n : apart;
      }
    return { loss, byOutput };
  },
};

/** The largest score of pairs that do not belong together, and the sum of e^(score − largest) over them. */
function apart(scores: Float64Array, n: number): [most: number, total: number] {
  let [most, total] = [-Infinity, 0];
  for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0 && scores[i] > most) most = scores[i];
  for (let i = 0; i < n * n; i++) if (i % (n + 1) !== 0) total += Math.exp(scores[i] - most);
  return [most, total];
}

/** Decay of the mean and of the mean square of the gradient, and what keeps the quotient finite. Kingma and Ba 2015. */
const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8];

/** Some of the pairs, in an order of chance. */
function drawBatch({ x, y }: Pairs, size: number, next: Uniform): Pairs {
  const order = x.map((_, i) => i);
  for (let i = 0; i < size; i++) {
    const j = i + Math.floor(next() * (order.length - i));
    [order[i], order[j]] = [order[j], order[i]];
  }
  const drawn = order.slice(0, size);
  return { x: drawn.map((i) => x[i]), y: drawn.map((i) => y[i]) };
}

/**
 * Trains a critic on all n² combinations of n pairs, in every step, by Adam: yields the parameters before the first step and after each.
 * The array is used again: copy it to keep it. `next` gives the first weights and the pairs of each step.
 */
export function* trainCritic(pairs: Pairs, training: CriticTraining, next: Uniform): Generator<Float64Array> {
  assertObject(training, 'training');
  const { bound, hidden, rate, steps } = training;
  assertEach([bound], 'training.bound', (one) => {
    if (!bounds.includes(one)) refuse('training.bound', `be one of ${bounds.join(', ')}`, one);
  });
  assertPositive(rate, 'training.rate');
  assertWholeNumber(steps, 'training.steps', 0, 1e5);
  const shape = criticShape(pairs, hidden);
  const n = training.batch === undefined ? pairs.x.length : training.batch;
  assertWholeNumber(n, 'training.batch', 2, pairs.x.length);
  const parameters = drawNetwork(shape, next);
  const always = training.batch === undefined ? allCombinations(pairs) : undefined;
  const [means, squares] = [new Float64Array(parameters.length), new Float64Array(parameters.length)];
  for (let step = 1; ; step++) {
    yield parameters;
    if (step > steps) return;
    const inputs = always ?? allCombinations(drawBatch(pairs, n, next));
    const { gradient } = gradientOf(shape, parameters, inputs, (scores) => losses[bound](scores, n));
    const [unbias1, unbias2] = [1 - beta1 ** step, 1 - beta2 ** step];
    for (let i = 0; i < parameters.length; i++) {
      means[i] += (1 - beta1) * (gradient[i] - means[i]);
      squares[i] += (1 - beta2) * (gradient[i] ** 2 - squares[i]);
      parameters[i] -= (rate * (means[i] / unbias1)) / (Math.sqrt(squares[i] / unbias2) + epsilon);
    }
  }
}
