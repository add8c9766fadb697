import { assertFiniteNumbers, assertLength } from '#theory/numerics/assert.ts';
import { sum } from './distribution.ts';
import { assertJointTable, excessOverIndependence, marginalX, marginalY, type JointTable } from './joint.ts';

/** Throws RangeError unless there is a finite number for each row and for each column of a joint table. */
function assertNumbered(joint: JointTable, xs: readonly number[], ys: readonly number[]): void {
  assertJointTable(joint);
  assertLength(xs, 'xs', joint.length, 'like joint has rows');
  assertLength(ys, 'ys', joint[0].length, 'like joint has columns');
  assertFiniteNumbers(xs, 'xs');
  assertFiniteNumbers(ys, 'ys');
}

/** The joint table of a variable with itself. */
function diagonal(p: readonly number[]): number[][] {
  return p.map((pi, i) => p.map((_, j) => (i === j ? pi : 0)));
}

/** The values moved and scaled to run from 0 to 1, which changes no correlation and keeps squares within range. */
function rescaled(values: readonly number[]): number[] {
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  return span > 0 ? values.map((value) => (value - least) / span) : values.map(() => 0);
}

/** Values minus their mean, over their standard deviation; null if they do not vary. */
function standardized(p: readonly number[], values: readonly number[]): number[] | null {
  if (new Set(values.filter((_, i) => p[i] > 0)).size < 2) return null;
  const mean = sum(values.map((value, i) => p[i] * value));
  const deviation = Math.sqrt(sum(values.map((value, i) => p[i] * (value - mean) ** 2)));
  return values.map((value) => (value - mean) / deviation);
}

/**
 * Pearson's correlation cov(X, Y)/√(var X · var Y) of a joint table whose rows stand for the numbers xs and whose
 * columns for ys: between −1 and 1, and blind to all that is not a straight line. Null if X or Y does not vary, where
 * it is not defined.
 */
export function correlation(joint: JointTable, xs: readonly number[], ys: readonly number[]): number | null {
  assertNumbered(joint, xs, ys);
  const zx = standardized(marginalX(joint), rescaled(xs));
  const zy = standardized(marginalY(joint), rescaled(ys));
  if (!zx || !zy) return null;
  // Excess and not p: the same sum, but exactly 0 where there is nothing.
  const r = sum(excessOverIndependence(joint).flatMap((row, i) => row.map((excess, j) => excess * zx[i] * zy[j])));
  return Math.min(1, Math.max(-1, r));
}

/**
 * Squared distance covariance of a joint table with numbers xs and ys. With e(x, y) = p(x, y) − p(x) p(y) it is
 *   Σ e(x, y) e(x′, y′) |x − x′| |y − y′|,
 * the same as E[A B] with doubly centered distances A and B, because rows and columns of e add up to 0, so that
 * centering changes nothing. Zero if and only if X and Y are independent. Székely, Rizzo and Bakirov 2007.
 */
export function distanceCovarianceSquared(joint: JointTable, xs: readonly number[], ys: readonly number[]): number {
  assertNumbered(joint, xs, ys);
  const excess = excessOverIndependence(joint);
  let total = 0;
  for (let i = 0; i < xs.length; i++)
    for (let j = 0; j < ys.length; j++)
      for (let k = 0; k < xs.length; k++)
        for (let l = 0; l < ys.length; l++)
          total += excess[i][j] * excess[k][l] * Math.abs(xs[i] - xs[k]) * Math.abs(ys[j] - ys[l]);
  return Math.max(0, total);
}

/**
 * Distance correlation √(dCov²(X, Y)/√(dCov²(X, X) dCov²(Y, Y))), between 0 and 1, of the law itself and not
 * estimated from a sample. It is 0 only for independent variables and 1 only if Y is a straight-line function of X;
 * by convention 0 if one of them does not vary. Székely, Rizzo and Bakirov 2007.
 */
export function distanceCorrelation(joint: JointTable, xs: readonly number[], ys: readonly number[]): number {
  assertNumbered(joint, xs, ys);
  const [ux, uy] = [rescaled(xs), rescaled(ys)];
  const shared = distanceCovarianceSquared(joint, ux, uy);
  const ownX = distanceCovarianceSquared(diagonal(marginalX(joint)), ux, ux);
  const ownY = distanceCovarianceSquared(diagonal(marginalY(joint)), uy, uy);
  const scale = Math.sqrt(ownX) * Math.sqrt(ownY);
  return scale > 0 ? Math.min(1, Math.sqrt(shared / scale)) : 0;
}
