import { assertWeights } from '#theory/measures/distribution.ts';
import {
  assertEach,
  assertFunction,
  assertNotEmpty,
  assertPositive,
  assertWholeNumber,
  assertWholeNumberOrInfinite,
  refuse,
} from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';

/** ln of a uniform number in (0, 1]. */
const logUniform = (next: Uniform) => Math.log(1 - next());

/** A standard normal number, by the polar method of Marsaglia. */
export function drawNormal(next: Uniform): number {
  assertFunction(next, 'next');
  for (;;) {
    const [u, v] = [2 * next() - 1, 2 * next() - 1];
    const square = u * u + v * v;
    if (square > 0 && square < 1) return u * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** A place drawn with these weights, which need not add up to one. Throws RangeError if they are no weights. */
export function drawCategorical(weights: readonly number[], next: Uniform): number {
  assertWeights(weights, 'weights');
  assertFunction(next, 'next');
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!(sum > 0 && sum < Infinity)) refuse('weights', 'be at least 0 with a positive sum', weights);
  let left = next() * sum;
  let last = 0;
  for (const [i, weight] of weights.entries()) {
    if (weight === 0) continue;
    last = i;
    left -= weight;
    if (left < 0) break;
  }
  return last;
}

/**
 * ln of a gamma variable with this shape and scale 1. Marsaglia and Tsang 2000 for shapes from 1 on; a smaller shape is one larger
 * by 1 times U^(1/shape), in logarithms, because for a shape of 10⁻⁷ the variable itself is less than any double.
 */
export function drawLogGamma(shape: number, next: Uniform): number {
  assertPositive(shape, 'shape');
  assertFunction(next, 'next');
  if (shape < 1) return drawLogGamma(shape + 1, next) + logUniform(next) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(next);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - next();
    // Their squeeze: nearly always true, it implies the exact test and saves a logarithm.
    if (u < 1 - 0.0331 * x * x * (x * x)) return Math.log(d) + Math.log(v);
    const logV = Math.log(v);
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + logV)) return Math.log(d) + logV;
  }
}

/** A beta variable as ln x and ln(1 − x), either of which may be far below the smallest double. */
export function drawLogBeta(a: number, b: number, next: Uniform): [number, number] {
  assertPositive(a, 'a');
  assertPositive(b, 'b');
  assertFunction(next, 'next');
  const [x, y] = [drawLogGamma(a, next), drawLogGamma(b, next)];
  const most = Math.max(x, y);
  const sum = most + Math.log1p(Math.exp(Math.min(x, y) - most));
  return [x - sum, y - sum];
}

/** Weights from a Dirichlet distribution: gamma variables divided by their sum, in logarithms. They add up to 1. */
export function drawDirichlet(parameters: readonly number[], next: Uniform): number[] {
  assertNotEmpty(parameters, 'parameters');
  assertEach(parameters, 'parameters', assertPositive);
  const logs = parameters.map((a) => drawLogGamma(a, next));
  const largest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - largest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Most labels of an urn. */
const MOST_DRAWN = 1e7;

export interface Sticks {
  /** Weights of components in the order in which documents would meet them. */
  readonly weights: readonly number[];
  /** What the components that are not listed weigh together. */
  readonly rest: number;
  /** How many they are. */
  readonly restCount: number;
}

/**
 * Weights of a symmetric Dirichlet distribution of N components with parameter R/N each, listed in size-biased order: the
 * component of a first document, the one of the first document that has another, and so on. Its weight, as a share of
 * what is left after k of them, is beta with R/N + 1 and R − (k + 1) R/N (Pitman 1996): exact for every finite N, and for
 * N = ∞ it is stick-breaking with beta(1, R). Ends when the others weigh at most `precision` together, so that a million
 * components cost about R ln(1/precision) steps.
 */
export function drawSticks(R: number, N: number, precision: number, next: Uniform): Sticks {
  assertPositive(R, 'R');
  assertPositive(precision, 'precision');
  assertWholeNumberOrInfinite(N, 'N', 1);
  assertFunction(next, 'next');
  const each = N === Infinity ? 0 : R / N;
  const weights: number[] = [];
  let logRest = 0;
  const logPrecision = Math.log(precision);
  while (weights.length < N - 1 && logRest > logPrecision) {
    const others = N === Infinity ? R : each * (N - weights.length - 1);
    const [logShare, logLeft] = drawLogBeta(each + 1, others, next);
    weights.push(Math.exp(logRest + logShare));
    logRest += logLeft;
  }
  if (weights.length === N - 1) {
    weights.push(Math.exp(logRest));
    return { weights, rest: 0, restCount: 0 };
  }
  return { weights, rest: Math.exp(logRest), restCount: N - weights.length };
}

/**
 * Pólya's urn with N colors: the labels of M documents whose weights are Dirichlet with R/N each and are never drawn. A document
 * has the source of an earlier one, picked at random, with weight 1 for each of them; else any source, with weight R/N
 * for each. Labels are numbered by first appearance. For N = ∞ it is the Chinese restaurant. O(M).
 */
export function drawUrn(R: number, N: number, M: number, next: Uniform): Int32Array {
  assertPositive(R, 'R');
  assertWholeNumberOrInfinite(N, 'N', 1);
  assertFunction(next, 'next');
  assertWholeNumber(M, 'M', 0, MOST_DRAWN);
  const labels = new Int32Array(M);
  let seen = 0;
  for (let m = 0; m < M; m++) {
    const at = next() * (m + R);
    if (at < m) labels[m] = labels[Math.floor(at)];
    else {
      // Which of the N: one of those seen, or one of the others, all alike.
      const which = ((at - m) / R) * N;
      labels[m] = which < seen ? Math.floor(which) : seen++;
    }
  }
  return labels;
}
