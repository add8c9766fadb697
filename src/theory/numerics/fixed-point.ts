import {
  assertFiniteNumbers,
  assertFunction,
  assertLength,
  assertObject,
  assertPositive,
  assertWholeNumber,
} from './assert.ts';

/** A column of the Jacobian is a difference over this share of its coordinate. */
const SHARE = 1e-7;

/** The inverse by elimination with pivots; undefined if the matrix is singular. */
function inverse(matrix: number[][]): number[][] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    if (!(Math.abs(rows[pivot][k]) > 1e-14)) return undefined;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    const scale = 1 / rows[k][k];
    for (let j = k; j < 2 * n; j++) rows[k][j] *= scale;
    for (let i = 0; i < n; i++) {
      const factor = rows[i][k];
      if (i === k || factor === 0) continue;
      for (let j = k; j < 2 * n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row) => row.slice(n));
}

/**
 * A point with map(x) = x near a start, by Newton’s method on map(x) − x with a Jacobian of differences; undefined if it does not get within
 * `tolerance` in so many steps, or leaves the numbers where the map is finite. Where the map itself creeps, this still takes a few steps.
 */
export function fixedPoint(
  map: (x: readonly number[]) => readonly number[],
  start: readonly number[],
  precision: { readonly tolerance: number; readonly steps: number },
): number[] | undefined {
  assertObject(precision, 'precision');
  const { tolerance, steps } = precision;
  assertFunction(map, 'map');
  assertFiniteNumbers(start, 'start');
  assertPositive(tolerance, 'precision.tolerance');
  assertWholeNumber(steps, 'precision.steps', 1, 1e6);
  assertLength(map(start), 'map(start)', start.length, 'like start');
  let x = [...start];
  let [before, slopes] = [Infinity, undefined as number[][] | undefined];
  for (let step = 0; step < steps; step++) {
    const image = map(x);
    const miss = x.map((at, i) => at - image[i]);
    const most = Math.max(...miss.map(Math.abs));
    if (most <= tolerance) return x;
    if (!Number.isFinite(most)) return undefined;
    // The Jacobian stays while it serves.
    if (!slopes || most > before / 50) {
      const columns = x.map((at, j) => {
        const by = SHARE * Math.max(Math.abs(at), 1e-6);
        const moved = map(x.map((v, i) => (i === j ? v + by : v)));
        return moved.map((v, i) => (v - image[i]) / by - (i === j ? 1 : 0));
      });
      slopes = inverse(x.map((_, i) => columns.map((column) => column[i])));
      if (!slopes) return undefined;
    }
    before = most;
    const rows = slopes;
    x = x.map((at, i) => at + rows[i].reduce((total, slope, j) => total + slope * miss[j], 0));
  }
  return undefined;
}
