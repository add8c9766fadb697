import { sum } from '#theory/measures/distribution.ts';
import {
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertRows,
  assertText,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { choleskyFactor, logDeterminantOfFactor, type Matrix } from '#theory/numerics/matrix.ts';
import { digamma } from '#theory/numerics/special.ts';

/** Points of x and y row by row, pair by pair. */
type Points = readonly (readonly number[])[];

/** Throws RangeError unless x and y are as many points, each of one dimension. */
function assertPaired(x: Points, y: Points): void {
  for (const [points, name] of [
    [x, 'x'],
    [y, 'y'],
  ] as const)
    assertRows(points, name, (row, rowName) => {
      assertFiniteNumbers(row, rowName);
      assertLength(row, rowName, points[0].length, `like ${name}[0]`);
    });
  assertLength(y, 'y', x.length, 'like x');
}

/** Distances of all points in the maximum norm, row by row. */
function distancesOf(points: Points): Float64Array {
  const n = points.length;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      let far = 0;
      for (let a = 0; a < points[i].length; a++) far = Math.max(far, Math.abs(points[i][a] - points[j][a]));
      distances[i * n + j] = distances[j * n + i] = far;
    }
  return distances;
}

/**
 * I(X;Y) in nats from pairs of vectors: ψ(k) + ψ(n) − mean [ψ(n_x + 1) + ψ(n_y + 1)], where n_x counts the others whose x is strictly nearer
 * than the k-th nearest neighbor of the pair is, in the maximum norm over all coordinates. It may be below 0. O(n²) in time and
 * memory. Kraskov, Stögbauer and Grassberger 2004, their first estimator. Throws RangeError unless 1 ≤ k < n ≤ 4000.
 */
export function ksgInformationOfVectors(x: Points, y: Points, k: number): number {
  assertPaired(x, y);
  const n = x.length;
  assertWholeNumber(n, 'the number of pairs', 2, 4000);
  assertWholeNumber(k, 'k', 1, n - 1);
  const [dx, dy] = [distancesOf(x), distancesOf(y)];
  // The k smallest distances so far, in order.
  const near = new Float64Array(k);
  let total = 0;
  for (let i = 0; i < n; i++) {
    near.fill(Infinity);
    for (let j = 0, at = i * n; j < n; j++, at++) {
      if (j === i) continue;
      const own = Math.max(dx[at], dy[at]);
      if (own >= near[k - 1]) continue;
      let place = k - 1;
      for (; place > 0 && near[place - 1] > own; place--) near[place] = near[place - 1];
      near[place] = own;
    }
    const reach = near[k - 1];
    let [nx, ny] = [0, 0];
    for (let j = 0, at = i * n; j < n; j++, at++) {
      if (j === i) continue;
      if (dx[at] < reach) nx++;
      if (dy[at] < reach) ny++;
    }
    total += digamma(nx + 1) + digamma(ny + 1);
  }
  return digamma(k) + digamma(n) - total / n;
}

/** Sums of products of deviations from the means. */
function scatterOf(rows: Points): Matrix {
  const means = rows[0].map((_, a) => sum(rows.map((row) => row[a])) / rows.length);
  return rows[0].map((_, a) =>
    rows[0].map((_, b) => sum(rows.map((row) => (row[a] - means[a]) * (row[b] - means[b])))),
  );
}

/**
 * ½ ln det S_x det S_y/det S in nats, with the scatter matrices of the sample: the information that the normal law with the sample’s
 * covariances has. Undefined if a number does not vary or depends linearly on the others, as with no more pairs than numbers.
 */
export function gaussianFitInformation(x: Points, y: Points): number | undefined {
  assertPaired(x, y);
  const logDeterminant = (rows: Points) => logDeterminantOfFactor(choleskyFactor(scatterOf(rows)));
  const both = x.map((row, i) => [...row, ...y[i]]);
  if (x.length <= both[0].length) return undefined;
  try {
    return Math.max(0, (logDeterminant(x) + logDeterminant(y) - logDeterminant(both)) / 2);
  } catch {
    return undefined;
  }
}

/**
 * The plug-in estimate of I(X;Y) in nats from names of cells, one for each x and each y: H(x) + H(y) − H(both) of the observed shares. At most
 * ln n, which it reaches when no cell of x and none of y comes twice.
 */
export function informationOfNames(x: readonly string[], y: readonly string[]): number {
  for (const [names, name] of [
    [x, 'x'],
    [y, 'y'],
  ] as const)
    assertEach(names, name, assertText);
  assertLength(y, 'y', x.length, 'like x');
  const n = x.length;
  const entropyOf = (names: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return Math.log(n) - sum([...counts.values()].map((count) => (count / n) * Math.log(count)));
  };
  const numbers = new Map(x.map((name) => [name, 0]));
  [...numbers.keys()].forEach((name, i) => numbers.set(name, i));
  const both = y.map((name, i) => `${numbers.get(x[i])} ${name}`);
  return Math.max(0, entropyOf(x) + entropyOf(y) - entropyOf(both));
}
