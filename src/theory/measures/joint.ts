import { assertEach, assertNumber, assertRows } from '#theory/numerics/assert.ts';
import { assertSumsToOne, assertWeights, normalize, sum } from './distribution.ts';
import { entropy } from './entropy.ts';

/** A joint distribution p(x, y): one row for each x, one column for each y. */
export type JointTable = readonly (readonly number[])[];

/** Throws RangeError unless the table is rectangular, its entries finite and at least 0, their sum 1 up to 1e-9. */
export function assertJointTable(joint: JointTable, name = 'joint'): void {
  assertRows(joint, name, assertWeights);
  assertSumsToOne(sum(joint.flat()), name);
}

/** A table of weights divided by their sum. Throws RangeError as normalize does. */
export function normalizeTable(weights: JointTable, name = 'weights'): number[][] {
  assertRows(weights, name, assertWeights);
  const p = normalize(weights.flat(), name);
  let next = 0;
  return weights.map((row) => row.map(() => p[next++]));
}

/** The table with X and Y exchanged. Throws RangeError unless all rows have one length. */
export function transpose(joint: JointTable): number[][] {
  assertRows(joint, 'joint', (row, name) => assertEach(row, name, assertNumber));
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

/**
 * p(x, y) − p(x) p(y)/Σ p: zero everywhere if and only if X and Y are independent. In twice the precision, because these differences are
 * all that nearly independent tables have to say. Σ p is 1 for a joint distribution; the table may be a part of one. Throws
 * RangeError unless the entries are finite and at least 0.
 */
export function excessOverIndependence(joint: JointTable): number[][] {
  assertRows(joint, 'joint', assertWeights);
  const rows = joint.map(preciseSum);
  const columns = transpose(joint).map(preciseSum);
  const total = preciseSum(rows.map((row) => row.sum));
  const totalLost = total.lost + sum(rows.map((row) => row.lost));
  if (total.sum === 0) return joint.map((row) => row.map(() => 0));
  return joint.map((line, x) =>
    line.map((p, y) => {
      const [row, column] = [rows[x], columns[y]];
      // Products of halves are exact: what p Σp and p(x) p(y) lose in rounding. Dekker 1971.
      const [whole, chance, high] = [p * total.sum, row.sum * column.sum, highHalf(p)];
      const wholeLost = lostInProduct(whole, high, p - high, total.high, total.low);
      const chanceLost = lostInProduct(chance, row.high, row.low, column.high, column.low);
      const lost = wholeLost + p * totalLost - chanceLost - row.sum * column.lost - row.lost * column.sum;
      return (whole - chance + lost) / total.sum;
    }),
  );
}

/** A sum in two halves of 26 binary digits, and what rounding has taken from it. */
interface PreciseSum {
  readonly sum: number;
  readonly high: number;
  readonly low: number;
  readonly lost: number;
}

/** Knuth's sum of two numbers, one after the other. */
function preciseSum(values: readonly number[]): PreciseSum {
  let [total, lost] = [0, 0];
  for (const value of values) {
    const next = total + value;
    const part = next - total;
    lost += total - (next - part) + (value - part);
    total = next;
  }
  const high = highHalf(total);
  return { sum: total, high, low: total - high, lost };
}

function highHalf(x: number): number {
  const wide = (2 ** 27 + 1) * x;
  return wide - (wide - x);
}

/** What is missing from `product`, the rounded product of two numbers given by their halves. */
function lostInProduct(product: number, aHigh: number, aLow: number, bHigh: number, bLow: number): number {
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
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
