import { assertWeights, sum } from '#theory/measures/distribution.ts';
import { assertRows } from '#theory/numerics/assert.ts';
import { assertJointTable, excessOverIndependence, marginalX, marginalY, transpose, type JointTable } from './joint.ts';
import { DivergenceSum } from './near-equal.ts';

/**
 * Pointwise mutual information ln p(x, y)/(p(x) p(y)), in nats: positive where the pair comes more often than by
 * chance. −∞ for a pair that never occurs. Throws RangeError unless the table is a joint distribution. Fano 1961.
 */
export function pointwiseMutualInformation(joint: JointTable): number[][] {
  const px = marginalX(joint);
  const py = marginalY(joint);
  // Two logarithms, because the product of two tiny marginals would underflow to 0.
  return joint.map((row, x) => row.map((p, y) => (p > 0 ? Math.log(p / px[x]) - Math.log(py[y]) : -Infinity)));
}

/** p(x, y) ln p(x, y)/(p(x) p(y)), in nats: what each cell adds to I(X;Y), which may be negative. 0 where p(x, y) = 0. */
export function mutualInformationByCell(joint: JointTable): number[][] {
  const pointwise = pointwiseMutualInformation(joint);
  return joint.map((row, x) => row.map((p, y) => (p > 0 ? p * pointwise[x][y] : 0)));
}

/**
 * Mutual information I(X;Y) = D(p(x, y) ‖ p(x) p(y)), in nats: what one of the two tells about the other on average.
 * Summed as a divergence whose terms are never negative, not as H(X) + H(Y) − H(X, Y), so that it keeps its digits for
 * tables that are nearly independent. Throws RangeError unless the table is a joint distribution. Shannon 1948.
 */
export function mutualInformation(joint: JointTable): number {
  assertJointTable(joint);
  return informationOfTable(joint);
}

/**
 * Σ p ln(p Σp/(p(x) p(y))), in nats, of a table that need not sum to 1: if it is the part of a law where Z = z, it is p(z) I(X;Y|Z = z).
 * Throws RangeError unless it is a table of finite entries of at least 0.
 */
export function informationOfTable(table: JointTable): number {
  assertRows(table, 'table', assertWeights);
  const excess = excessOverIndependence(table);
  const [rows, columns] = [table.map(sum), transpose(table).map(sum)];
  const total = sum(rows);
  if (total === 0) return 0;
  const divergence = new DivergenceSum();
  table.forEach((row, x) =>
    row.forEach((p, y) => {
      // Not p less its excess: where rare things go together all is excess, and nothing would be left. What underflows is no 0.
      const chance = Math.max((rows[x] * columns[y]) / total, Number.MIN_VALUE);
      divergence.add(p, chance, -excess[x][y]);
    }),
  );
  return divergence.value();
}
