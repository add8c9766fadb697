import { assertSumsToOne, assertWeights, normalize, sum } from './distribution.ts';
import { entropy } from './entropy.ts';

/** A joint distribution p(x, y): one row for each x, one column for each y. */
export type JointTable = readonly (readonly number[])[];

/** Throws RangeError unless the table is rectangular, its entries finite and at least 0, their sum 1 up to 1e-9. */
export function assertJointTable(joint: JointTable, name = 'joint'): void {
  if (joint.length === 0) throw new RangeError(`${name} must have at least one row, got none`);
  joint.forEach((row, x) => {
    assertWeights(row, `${name}[${x}]`);
    if (row.length !== joint[0].length) {
      throw new RangeError(`${name}[${x}] must have ${joint[0].length} entries like the first row, got ${row.length}`);
    }
  });
  assertSumsToOne(sum(joint.flat()), name);
}

/** A table of weights divided by their sum. Throws RangeError as normalize does. */
export function normalizeTable(weights: JointTable, name = 'table'): number[][] {
  const p = normalize(weights.flat(), name);
  let next = 0;
  return weights.map((row) => row.map(() => p[next++]));
}

/** The table with X and Y exchanged. */
export function transpose(joint: JointTable): number[][] {
  return joint[0].map((_, y) => joint.map((row) => row[y]));
}

/** p(x) = Σ_y p(x, y). */
export function marginalX(joint: JointTable): number[] {
  assertJointTable(joint);
  return joint.map(sum);
}

/** p(y) = Σ_x p(x, y). */
export function marginalY(joint: JointTable): number[] {
  assertJointTable(joint);
  return transpose(joint).map(sum);
}

/** p(x) p(y): the table with the same margins and nothing shared. */
export function productOfMarginals(joint: JointTable): number[][] {
  const py = marginalY(joint);
  return marginalX(joint).map((px) => py.map((p) => px * p));
}

/** H(X, Y) = −Σ p(x, y) ln p(x, y), in nats. */
export function jointEntropy(joint: JointTable): number {
  assertJointTable(joint);
  return entropy(joint.flat());
}

/**
 * H(X | Y = y) for each y, in nats: what is open about X once this y is seen. A single one may exceed H(X). Null where
 * p(y) = 0, because nothing is defined there.
 */
export function entropyOfXGivenEachY(joint: JointTable): (number | null)[] {
  assertJointTable(joint);
  return transpose(joint).map((column) => {
    const py = sum(column);
    if (py === 0) return null;
    return column.reduce((total, p) => (p > 0 ? total + (p / py) * Math.log(py / p) : total), 0);
  });
}

/** H(X | Y) = Σ_y p(y) H(X | Y = y) = H(X, Y) − H(Y), in nats: the mean, which never exceeds H(X). */
export function conditionalEntropyOfXGivenY(joint: JointTable): number {
  const given = entropyOfXGivenEachY(joint);
  return marginalY(joint).reduce((total, py, y) => total + py * (given[y] ?? 0), 0);
}

/** H(Y | X) = Σ_x p(x) H(Y | X = x), in nats. */
export function conditionalEntropyOfYGivenX(joint: JointTable): number {
  assertJointTable(joint);
  return conditionalEntropyOfXGivenY(transpose(joint));
}
