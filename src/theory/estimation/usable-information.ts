import { assertLength, assertNotNegative, refuse } from '#theory/numerics/assert.ts';
import { assertMatrix, choleskyFactor, solveLower, type Matrix } from '#theory/numerics/matrix.ts';
import { sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { assertJointTable, type JointTable } from '#theory/measures/joint.ts';
import { logSoftmax, logSumExp } from '#theory/language-models/softmax.ts';

/**
 * A linear probe: the logit of label y is the sum of weights[y][i] · features[i], and weights[y][d] of its own. The last label is the one
 * that the others are compared with: all its weights are 0.
 */
export interface Probe {
  /** [labels, features + 1]. */
  readonly weights: Matrix;
  /** Of the labels under the probe, on what it was fitted to, in nats. */
  readonly crossEntropy: number;
}

/** Log-probabilities of the labels, in nats, at one place. Throws RangeError unless there is one feature for each weight. */
export function probeLogProbabilities(weights: Matrix, features: readonly number[]): Float64Array {
  assertMatrix(weights, 'weights');
  assertMatrix([features], 'features');
  assertLength(features, 'features', weights[0].length - 1, 'like weights without the last');
  return logSoftmax(weights.map((row) => logit(row, features)));
}

const logit = (row: readonly number[], features: readonly number[]) =>
  features.reduce((total, x, i) => total + row[i] * x, row[features.length]);

/** The x with (factor · factorᵀ) x = right. */
function solve(factor: Matrix, right: readonly number[]): number[] {
  const x = solveLower(factor, right);
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] -= factor[k][i] * x[k];
    x[i] /= factor[i][i];
  }
  return x;
}

const MOST_STEPS = 200;

/**
 * The linear probe with the least cross-entropy: multinomial logistic regression on a whole law, by Newton's method with a line search.
 * Row t of `joint` is the probability of each label at place t, whose features are row t of `features`. `ridge`, in nats, is
 * added to the cross-entropy times half the sum of the squared weights, those without a feature left out. Without it, where a border parts
 * labels without an error, the least value is reached only in the limit, and what is given is within 1e-10 of it.
 * Convex, so that the least is the least of all: Boyd and Vandenberghe, section 7.1. Throws RangeError unless there are two labels and
 * a row of features for each row of `joint`.
 */
export function bestProbe(features: Matrix, joint: JointTable, ridge = 0): Probe {
  assertMatrix(features, 'features');
  assertJointTable(joint);
  assertLength(features, 'features', joint.length, 'like joint has rows');
  assertNotNegative(ridge, 'ridge');
  const labels = joint[0].length;
  if (labels < 2) refuse('joint', 'have two labels or more', labels);
  const size = features[0].length + 1;
  const places = new Float64Array(features.length * size).fill(1);
  features.forEach((row, t) => places.set(row, t * size));
  const problem = { places, size, joint, mass: joint.map(sum), ridge };
  let now = judge(problem, new Float64Array((labels - 1) * size));
  let [factor, steepness]: [Matrix | undefined, number] = [undefined, Infinity];
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = gradientOf(problem, now);
    const steep = Math.hypot(...gradient);
    // While the slope is halved by each step, the curvature of an earlier one is good enough.
    const fresh = !factor || steep > steepness / 2;
    if (!factor || fresh) {
      const curvature = curvatureOf(problem, now);
      const most = Math.max(...curvature.map((row, k) => row[k]));
      if (!(most > 0)) break;
      // A little more than nothing on the diagonal, so that features that are sums of others do no harm.
      for (let k = 0; k < curvature.length; k++) curvature[k][k] += 1e-11 * most;
      factor = choleskyFactor(curvature);
    }
    steepness = steep;
    const direction = solve(factor, gradient);
    const along = (share: number) => judge(problem, now.flat.map((w, k) => w - share * direction[k])); // prettier-ignore
    const expected = direction.reduce((total, d, k) => total + d * gradient[k], 0);
    let share = 1;
    let next = along(share);
    while (!(next.value <= now.value - 1e-4 * share * expected) && share > 1e-8) next = along((share /= 2));
    const gained = now.value - next.value;
    if (!(gained > 0)) break;
    now = next;
    if (gained < 1e-11 && fresh) break;
    // One Newton step at the end, which doubles the digits of the weights.
    if (gained < 1e-11) factor = undefined;
  }
  const weights = joint[0].map((_, y) => Array.from({ length: size }, (_, i) => now.flat[y * size + i] ?? 0));
  return { weights, crossEntropy: now.crossEntropy };
}

interface Problem {
  /** [places, size]: features of each place, and a 1. */
  readonly places: Float64Array;
  readonly size: number;
  readonly joint: JointTable;
  readonly mass: readonly number[];
  readonly ridge: number;
}

/** Weights one row after the other without the last, what they predict, [places, labels], and what they cost. */
interface Judged {
  readonly flat: Float64Array;
  readonly laws: Float64Array;
  readonly crossEntropy: number;
  /** With the penalty. */
  readonly value: number;
}

function judge({ places, size, joint, mass, ridge }: Problem, flat: Float64Array): Judged {
  const labels = joint[0].length;
  const laws = new Float64Array(joint.length * labels);
  const logits = new Float64Array(labels);
  let crossEntropy = 0;
  for (let t = 0; t < joint.length; t++) {
    for (let y = 0; y < labels - 1; y++) {
      let logit = 0;
      for (let i = 0; i < size; i++) logit += flat[y * size + i] * places[t * size + i];
      logits[y] = logit;
    }
    const norm = logSumExp(logits);
    crossEntropy += mass[t] * norm;
    for (let y = 0; y < labels; y++) {
      if (joint[t][y] > 0) crossEntropy -= joint[t][y] * logits[y];
      laws[t * labels + y] = Math.exp(logits[y] - norm);
    }
  }
  let squares = 0;
  for (let k = 0; k < flat.length; k++) if (k % size < size - 1) squares += flat[k] ** 2;
  return { flat, laws, crossEntropy, value: crossEntropy + (ridge / 2) * squares };
}

/** Of the value, by the weights. */
function gradientOf({ places, size, joint, mass, ridge }: Problem, { flat, laws }: Judged): number[] {
  const labels = joint[0].length;
  const gradient = Array.from(flat, (w, k) => (k % size < size - 1 ? ridge * w : 0));
  for (let t = 0; t < joint.length; t++) {
    for (let y = 0; y < labels - 1; y++) {
      const slope = mass[t] * laws[t * labels + y] - joint[t][y];
      for (let i = 0; i < size; i++) gradient[y * size + i] += slope * places[t * size + i];
    }
  }
  return gradient;
}

/** Of the value, by pairs of weights. */
function curvatureOf(problem: Problem, { flat, laws }: Judged): number[][] {
  const { size, joint, mass, ridge } = problem;
  const labels = joint[0].length;
  const curvature = Array.from(flat, (_, k) =>
    Array.from(flat, (_, l) => (k === l && k % size < size - 1 ? ridge : 0)),
  );
  for (let y = 0; y < labels - 1; y++) {
    for (let z = 0; z <= y; z++) {
      const bend = mass.map((m, t) => m * laws[t * labels + y] * ((y === z ? 1 : 0) - laws[t * labels + z]));
      const block = crossProducts(problem, bend);
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const [k, l] = [y * size + i, z * size + j];
          const entry = block[Math.max(i, j) * size + Math.min(i, j)];
          curvature[k][l] += entry;
          if (y !== z) curvature[l][k] += entry;
        }
      }
    }
  }
  return curvature;
}

/** Σ_t weights[t] · x_t x_tᵀ, its lower half in [size, size]. Four places at a time: the sums are read and written once for all four. */
function crossProducts({ places, size }: Problem, weights: readonly number[]): Float64Array {
  const sums = new Float64Array(size * size);
  const used = weights.flatMap((weight, t) => (weight === 0 ? [] : [t]));
  for (let at = 0; at < used.length; at += 4) {
    // The places that lack to a whole four weigh nothing.
    const four = [0, 1, 2, 3].map((k) => used[at + k] ?? used[at]);
    const [w0, w1, w2, w3] = four.map((t, k) => (at + k < used.length ? weights[t] : 0));
    const [x0, x1, x2, x3] = four.map((t) => places.subarray(t * size, (t + 1) * size));
    for (let i = 0; i < size; i++) {
      const [a, b, c, d] = [w0 * x0[i], w1 * x1[i], w2 * x2[i], w3 * x3[i]];
      const row = i * size;
      for (let j = 0; j <= i; j++) sums[row + j] += a * x0[j] + b * x1[j] + c * x2[j] + d * x3[j];
    }
  }
  return sums;
}

/**
 * The information about the label that linear probes of the features can use, in nats: H(Y) less the cross-entropy of the best of them.
 * Xu et al. 2020, the predictive V-information of a family V, here that of softmax-linear probes; not more than I(Y; T). The same arguments
 * and errors as `bestProbe`.
 */
export function usableInformation(features: Matrix, joint: JointTable): number {
  const { crossEntropy } = bestProbe(features, joint);
  const labels = joint[0].map((_, y) => sum(joint.map((row) => row[y])));
  return Math.max(0, entropy(labels) - crossEntropy);
}
