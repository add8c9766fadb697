import {
  assertEach,
  assertFiniteNumber,
  assertFiniteNumbers,
  assertRows,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { normalizeTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { digamma } from '#theory/numerics/special.ts';

/** The estimate of I(X;Y) in nats that takes observed frequencies for probabilities. Too large on average, also where I = 0. */
export function plugInInformation(counts: readonly (readonly number[])[]): number {
  assertRows(counts, 'counts', (row, name) => assertEach(row, name, assertWholeNumber));
  return mutualInformation(normalizeTable(counts, 'counts'));
}

/** The first term of its bias under independence, (xs − 1)(ys − 1)/2n, in nats, for tables of xs rows and ys columns. */
export function firstOrderInformationBias(xs: number, ys: number, n: number): number {
  assertWholeNumber(xs, 'xs', 1);
  assertWholeNumber(ys, 'ys', 1);
  assertWholeNumber(n, 'n', 1);
  return ((xs - 1) * (ys - 1)) / (2 * n);
}

/** Throws RangeError unless x and y are finite numbers in pairs, at least `least` of them. */
function assertPairs(x: readonly number[], y: readonly number[], least: number): void {
  assertFiniteNumbers(x, 'x');
  assertFiniteNumbers(y, 'y');
  if (x.length !== y.length) throw new RangeError(`y must have one entry per entry of x, ${x.length}, got ${y.length}`);
  if (x.length < least) throw new RangeError(`x must have at least ${least} entries, got ${x.length}`);
}

/** Most bins of each of two numbers. */
const MOST_BINS = 1000;

/**
 * How many pairs (x, y) fall into each of bins × bins cells of equal size between `from` and `to`; a row for each bin of x.
 * The outermost bins reach to infinity, so that every pair is in one.
 */
export function binnedCounts(
  x: readonly number[],
  y: readonly number[],
  bins: number,
  from: number,
  to: number,
): number[][] {
  assertPairs(x, y, 1);
  assertWholeNumber(bins, 'bins', 1, MOST_BINS);
  assertFiniteNumber(from, 'from');
  assertFiniteNumber(to, 'to');
  if (!(from < to && Number.isFinite(to - from))) {
    throw new RangeError(`from must be less than to, both finite, got ${from} and ${to}`);
  }
  const bin = (value: number) => Math.min(bins - 1, Math.max(0, Math.floor((bins * (value - from)) / (to - from))));
  const counts = Array.from({ length: bins }, () => Array.from({ length: bins }, () => 0));
  x.forEach((value, i) => counts[bin(value)][bin(y[i])]++);
  return counts;
}

/** Correlation of a sample, between −1 and 1. Null if x or y does not vary, where it is not defined. Pearson 1895. */
export function sampleCorrelation(x: readonly number[], y: readonly number[]): number | null {
  assertPairs(x, y, 2);
  const centered = (values: readonly number[]) => {
    const mean = sum(values) / values.length;
    return values.map((value) => value - mean);
  };
  const [u, v] = [centered(x), centered(y)];
  const scale = Math.sqrt(sum(u.map((value) => value * value))) * Math.sqrt(sum(v.map((value) => value * value)));
  if (scale === 0) return null;
  return Math.min(1, Math.max(-1, sum(u.map((value, i) => value * v[i])) / scale));
}

/** The `k` others that are nearest to number i, by `distance`, the nearest first. */
function nearest(i: number, count: number, k: number, distance: (j: number) => number): number[] {
  const found: number[] = [];
  const distances: number[] = [];
  for (let j = 0; j < count; j++) {
    if (j === i) continue;
    const own = distance(j);
    if (found.length === k && own >= distances[k - 1]) continue;
    let at = Math.min(found.length, k - 1);
    for (; at > 0 && distances[at - 1] > own; at--) {
      distances[at] = distances[at - 1];
      found[at] = found[at - 1];
    }
    distances[at] = own;
    found[at] = j;
  }
  return found;
}

function assertNeighbors(k: number, n: number): void {
  assertWholeNumber(k, 'k', 1);
  if (k >= n) throw new RangeError(`k must be less than the number of points, ${n}, got ${k}`);
}

/**
 * Differential entropy of the law of real numbers from a sample, in nats: ψ(n) − ψ(k) + mean ln 2ε, where ε is the distance of
 * each to its k-th nearest neighbor. −∞ if k + 1 of them are equal, for a law with atoms has no density. O(n²).
 * Kozachenko and Leonenko 1987.
 */
export function nearestNeighborEntropy(x: readonly number[], k: number): number {
  assertFiniteNumbers(x, 'x');
  assertNeighbors(k, x.length);
  const n = x.length;
  const logs = x.map((value, i) => {
    const distance = (j: number) => Math.abs(x[j] - value);
    return Math.log(2 * distance(nearest(i, n, k, distance)[k - 1]));
  });
  return digamma(n) - digamma(k) + sum(logs) / n;
}

/** Mean over all points of what `count` makes of the point and its k nearest neighbors in the maximum norm. */
function meanOverNeighborhoods(
  x: readonly number[],
  y: readonly number[],
  k: number,
  term: (i: number, neighbors: readonly number[]) => number,
): number {
  assertPairs(x, y, 1);
  assertNeighbors(k, x.length);
  const n = x.length;
  const terms = x.map((_, i) =>
    term(
      i,
      nearest(i, n, k, (j) => Math.max(Math.abs(x[j] - x[i]), Math.abs(y[j] - y[i]))),
    ),
  );
  return sum(terms) / n;
}

/** How many others have a value for which `near` holds of the distance to value i. */
function countNear(values: readonly number[], i: number, near: (distance: number) => boolean): number {
  let count = 0;
  for (let j = 0; j < values.length; j++) if (j !== i && near(Math.abs(values[j] - values[i]))) count++;
  return count;
}

/**
 * I(X;Y) in nats from pairs of real numbers, the first estimator of Kraskov, Stögbauer and Grassberger 2004:
 *   ψ(k) + ψ(n) − mean [ψ(n_x + 1) + ψ(n_y + 1)],
 * where n_x counts the others whose x is strictly nearer than the k-th nearest neighbor is in the maximum norm. It may be
 * below 0. O(n²). Throws RangeError unless the pairs are finite and 1 ≤ k < n.
 */
export function ksgInformation(x: readonly number[], y: readonly number[], k: number): number {
  const mean = meanOverNeighborhoods(x, y, k, (i, neighbors) => {
    const far = neighbors[k - 1];
    const reach = Math.max(Math.abs(x[far] - x[i]), Math.abs(y[far] - y[i]));
    const within = (distance: number) => distance < reach;
    return digamma(countNear(x, i, within) + 1) + digamma(countNear(y, i, within) + 1);
  });
  return digamma(k) + digamma(x.length) - mean;
}

/**
 * Their second estimator, ψ(k) − 1/k + ψ(n) − mean [ψ(n_x) + ψ(n_y)]: n_x counts the others whose x is at most as far as the
 * farthest x among the k nearest neighbors, n_y the same for y. O(n²).
 */
export function ksgInformationOfRectangles(x: readonly number[], y: readonly number[], k: number): number {
  const mean = meanOverNeighborhoods(x, y, k, (i, neighbors) => {
    const counts = [x, y].map((values) => {
      const reach = Math.max(...neighbors.map((j) => Math.abs(values[j] - values[i])));
      return countNear(values, i, (distance) => distance <= reach);
    });
    return digamma(counts[0]) + digamma(counts[1]);
  });
  return digamma(k) - 1 / k + digamma(x.length) - mean;
}
