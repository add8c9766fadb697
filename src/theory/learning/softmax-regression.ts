import { assertDistribution, assertWeights } from '#theory/measures/distribution.ts';
import {
  assertFiniteNumbers,
  assertLength,
  assertObject,
  assertPositive,
  assertRows,
} from '#theory/numerics/assert.ts';

/** Inputs row by row, and for each the probabilities that are to be matched: a label is a law with a single 1. */
export interface Lessons {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly (readonly number[])[];
  /** How much each lesson counts; 1 unless told. */
  readonly counts?: readonly number[];
}

export interface SoftmaxFit {
  /** For each class the weights of the inputs, and last the constant: its logit is their product with (x, 1). */
  readonly weights: readonly (readonly number[])[];
  /** The largest entry of the gradient that is left. */
  readonly slope: number;
}

/** Of a step of Newton’s: where less than this helps, only rounding is left. */
const SMALLEST_SHARE = 1e-6;
const MOST_ROUNDS = 100;

function assertLessons({ inputs, targets, counts }: Lessons): void {
  assertRows(inputs, 'lessons.inputs', assertFiniteNumbers);
  assertRows(targets, 'lessons.targets', assertDistribution);
  assertLength(targets, 'lessons.targets', inputs.length, 'like the inputs');
  if (counts !== undefined) {
    assertWeights(counts, 'lessons.counts');
    assertLength(counts, 'lessons.counts', inputs.length, 'like the inputs');
  }
}

/** Logits of the inputs, input by input and class by class. */
export function linearLogits(
  weights: readonly (readonly number[])[],
  inputs: readonly (readonly number[])[],
): number[][] {
  assertRows(inputs, 'inputs', assertFiniteNumbers);
  assertRows(weights, 'weights', (row, name) => {
    assertFiniteNumbers(row, name);
    assertLength(row, name, inputs[0].length + 1, 'for the input and a constant');
  });
  const wide = inputs[0].length;
  return inputs.map((input) =>
    weights.map((row) => {
      let z = row[wide];
      for (let j = 0; j < wide; j++) z += row[j] * input[j];
      return z;
    }),
  );
}

/** x with A x = b for a positive definite A, by Cholesky; A, row by row, is used up: a fit solves many of these, and checks none. */
function solvePositive(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j];
    }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] -= a[i * n + k] * x[k];
    x[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] -= a[k * n + i] * x[k];
    x[i] /= a[i * n + i];
  }
  return x;
}

/**
 * Multinomial logistic regression, a network without a hidden layer: the weights for which
 * Σ count · T² H(target, softmax(logits/T)) + ½ penalty · ‖weights‖² is least, in nats, by Newton’s method with halved steps. The sum is
 * convex, and with a positive penalty it has a single lowest point, whatever the start. T² keeps the gradients of the first term
 * from shrinking with the temperature T. Hinton, Vinyals and Dean 2015. The targets are taken as they are.
 * Throws RangeError unless inputs and targets are rows of equal lengths, the targets distributions, and penalty and temperature positive.
 */
export function fitSoftmaxRegression(
  lessons: Lessons,
  training: { readonly penalty: number; readonly temperature: number },
): SoftmaxFit {
  assertObject(lessons, 'lessons');
  assertObject(training, 'training');
  assertLessons(lessons);
  const { penalty, temperature } = training;
  assertPositive(penalty, 'training.penalty');
  assertPositive(temperature, 'training.temperature');
  const { inputs, targets, counts } = lessons;
  const [classes, wide] = [targets[0].length, inputs[0].length + 1];
  const size = classes * wide;
  let weights = new Float64Array(size);

  const row = new Float64Array(wide).fill(1);
  const belief = new Float64Array(classes);
  /** The belief about lesson i, and its loss. */
  const judge = (at: Float64Array, i: number): number => {
    for (let j = 0; j < wide - 1; j++) row[j] = inputs[i][j];
    let most = -Infinity;
    for (let k = 0; k < classes; k++) {
      let z = 0;
      for (let j = 0; j < wide; j++) z += at[k * wide + j] * row[j];
      belief[k] = z / temperature;
      if (belief[k] > most) most = belief[k];
    }
    let total = 0;
    for (let k = 0; k < classes; k++) total += Math.exp(belief[k] - most);
    const sum = most + Math.log(total);
    let loss = 0;
    for (let k = 0; k < classes; k++) {
      loss += targets[i][k] * (sum - belief[k]);
      belief[k] = Math.exp(belief[k] - sum);
    }
    return loss;
  };
  const square = temperature * temperature;
  const lossAt = (at: Float64Array): number => {
    let loss = 0;
    for (const w of at) loss += 0.5 * penalty * w * w;
    for (let i = 0; i < inputs.length; i++) loss += (counts?.[i] ?? 1) * square * judge(at, i);
    return loss;
  };

  let slope = Infinity;
  let loss = lossAt(weights);
  const outer = new Float64Array(wide * wide);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const gradient = weights.map((w) => penalty * w);
    const curve = new Float64Array(size * size);
    for (let i = 0; i < size; i++) curve[i * size + i] = penalty;
    for (let i = 0; i < inputs.length; i++) {
      const count = counts?.[i] ?? 1;
      if (count === 0) continue;
      judge(weights, i);
      for (let j = 0; j < wide; j++) for (let m = 0; m < wide; m++) outer[j * wide + m] = count * row[j] * row[m];
      for (let k = 0; k < classes; k++) {
        const off = count * temperature * (belief[k] - targets[i][k]);
        for (let j = 0; j < wide; j++) gradient[k * wide + j] += off * row[j];
        // Only the lower half is read.
        for (let l = 0; l <= k; l++) {
          const bend = belief[k] * ((k === l ? 1 : 0) - belief[l]);
          for (let j = 0; j < wide; j++) {
            const at = (k * wide + j) * size + l * wide;
            for (let m = 0; m < wide; m++) curve[at + m] += bend * outer[j * wide + m];
          }
        }
      }
    }
    slope = gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const step = solvePositive(curve, gradient);
    const falls = step.reduce((sum, value, i) => sum + value * gradient[i], 0);
    // What the next step could still gain is half of this.
    if (falls < 1e-13 * (1 + loss)) break;
    let found = false;
    for (let share = 1; share > SMALLEST_SHARE && !found; share /= 2) {
      const next = weights.map((w, i) => w - share * step[i]);
      const then = lossAt(next);
      // Armijo’s rule.
      if (then <= loss - 1e-4 * share * falls) [weights, loss, found] = [next, then, true];
    }
    if (!found) break;
  }
  return {
    weights: Array.from({ length: classes }, (_, k) => [...weights.subarray(k * wide, (k + 1) * wide)]),
    slope,
  };
}

/**
 * What the student’s answers cost on average beyond what is unavoidable, in nats: Σ mass · D(law‖softmax(logits)), row by row, for laws
 * whose masses add up to 1. It is the expected cross-entropy less H(Y|X). Throws RangeError unless laws and logits are rows of equal lengths.
 */
export function excessLoss(
  masses: readonly number[],
  laws: readonly (readonly number[])[],
  logits: readonly (readonly number[])[],
): number {
  assertWeights(masses, 'masses');
  assertLength(laws, 'laws', masses.length, 'like the masses');
  assertLength(logits, 'logits', masses.length, 'like the masses');
  assertRows(laws, 'laws', assertDistribution);
  assertRows(logits, 'logits', assertFiniteNumbers);
  assertLength(logits[0], 'logits[0]', laws[0].length, 'like the laws');
  let excess = 0;
  for (let i = 0; i < masses.length; i++) {
    const row = logits[i];
    let [most, total] = [-Infinity, 0];
    for (let k = 0; k < row.length; k++) if (row[k] > most) most = row[k];
    for (let k = 0; k < row.length; k++) total += Math.exp(row[k] - most);
    const sum = most + Math.log(total);
    for (let k = 0; k < row.length; k++) {
      const p = laws[i][k];
      if (p > 0) excess += masses[i] * p * (Math.log(p) - row[k] + sum);
    }
  }
  return excess;
}
