import {
  assertEach,
  assertFiniteNumber,
  assertFiniteNumbers,
  assertNotNegative,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { hurwitzZeta } from '#theory/numerics/special.ts';

/** y = floor + e^logScale x^(−exponent), and how well it fits. */
export interface PowerLawFit {
  readonly exponent: number;
  readonly logScale: number;
  /** 1 − residual/total sum of squares of ln(y − floor). Close to 1 for wrong floors too. Null if all y are equal. */
  readonly rSquared: number | null;
}

/**
 * The power law with the given floor that fits best by least squares in ln x and ln(y − floor). The floor is not fitted: another
 * one gives another exponent, and R² hardly shows which is right. Throws RangeError unless there are at least two
 * different positive x and each y is above the floor.
 */
export function fitPowerLaw(x: readonly number[], y: readonly number[], floor = 0): PowerLawFit {
  assertFiniteNumbers(x, 'x');
  assertFiniteNumbers(y, 'y');
  if (x.length !== y.length) throw new RangeError(`y must have one entry per entry of x, ${x.length}, got ${y.length}`);
  assertFiniteNumber(floor, 'floor');
  assertEach(x, 'x', assertPositive);
  y.forEach((value, i) => assertPositive(value - floor, `y[${i}] - floor`));
  const [u, v] = [x.map(Math.log), y.map((value) => Math.log(value - floor))];
  const [meanU, meanV] = [sum(u) / u.length, sum(v) / v.length];
  const spread = sum(u.map((value) => (value - meanU) ** 2));
  if (spread === 0) throw new RangeError(`x must have two different entries, got only ${x[0]}`);
  const exponent = sum(u.map((value, i) => (meanU - value) * (v[i] - meanV))) / spread;
  const logScale = meanV + exponent * meanU;
  const residual = sum(u.map((value, i) => (v[i] - logScale + exponent * value) ** 2));
  const total = sum(v.map((value) => (value - meanV) ** 2));
  return { exponent, logScale, rSquared: total > 0 ? 1 - residual / total : null };
}

function assertExponent(exponent: number): void {
  if (!(Number.isFinite(exponent) && exponent > 1)) refuse('exponent', 'be greater than 1 and finite', exponent);
}

/**
 * Σ_{k>n} k^(−s)/ζ(s): how much skills weigh that are not among the n most frequent ones, if the k-th has a share proportional to
 * k^(−s). Learned one after the other, they make a loss that falls as n^(1−s). Throws RangeError unless s > 1 and n is a whole
 * number of at least 0. Michaud et al. 2023.
 */
export function unlearnedMass(exponent: number, learned: number): number {
  assertExponent(exponent);
  assertWholeNumber(learned, 'learned');
  return hurwitzZeta(exponent, learned + 1) / hurwitzZeta(exponent, 1);
}

/** n^(1−s)/((s − 1) ζ(s)): what it comes to for many learned skills, the sum made an integral. Infinite at n = 0. */
export function unlearnedMassPowerLaw(exponent: number, learned: number): number {
  assertExponent(exponent);
  assertNotNegative(learned, 'learned');
  return learned ** (1 - exponent) / ((exponent - 1) * hurwitzZeta(exponent, 1));
}
