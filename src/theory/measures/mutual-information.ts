import { sum } from './distribution.ts';
import { marginalX, marginalY, type JointTable } from './joint.ts';

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
 * Summed as a divergence, not as H(X) + H(Y) − H(X, Y), so that it is 0 to the last digits for independent tables. It
 * is never negative; what rounding leaves below 0 is returned as 0. Throws RangeError unless the table is a joint
 * distribution. Shannon 1948.
 */
export function mutualInformation(joint: JointTable): number {
  return Math.max(0, sum(mutualInformationByCell(joint).flat()));
}
