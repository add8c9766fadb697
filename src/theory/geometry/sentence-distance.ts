import { assertPositive, refuse } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { DivergenceSum } from '#theory/measures/near-equal.ts';
import {
  assertMatrix,
  choleskyFactor,
  logDeterminantOfFactor,
  multiply,
  solveLower,
  symmetricEigensystem,
  type Eigensystem,
  type Matrix,
} from '#theory/numerics/matrix.ts';
import { singularValues } from '#theory/numerics/singular-values.ts';

/*
 * Distances between two sentences, each a matrix with a row for every token: by the means of the rows, or by the second
 * moments C = ZᵀZ/n, from which no mean has been taken off.
 */

/** Throws RangeError unless both are matrices with finite entries and equally long rows. */
function assertSentences(a: Matrix, b: Matrix): void {
  assertMatrix(a, 'a');
  assertMatrix(b, 'b');
  if (a[0].length !== b[0].length) {
    throw new RangeError(`a and b must have equally long rows, got ${a[0].length} and ${b[0].length}`);
  }
}

const meanOfRows = (tokens: Matrix) => tokens[0].map((_, j) => sum(tokens.map((row) => row[j])) / tokens.length);
const dot = (a: readonly number[], b: readonly number[]) => sum(a.map((value, i) => value * b[i]));

/** C = ZᵀZ/n. */
function secondMoment(tokens: Matrix): number[][] {
  return tokens[0].map((_, i) => tokens[0].map((_, j) => sum(tokens.map((row) => row[i] * row[j])) / tokens.length));
}

const combined = (a: Matrix, b: Matrix, f: (x: number, y: number) => number) =>
  a.map((row, i) => row.map((value, j) => f(value, b[i][j])));
const transpose = (m: Matrix) => m[0].map((_, j) => m.map((row) => row[j]));
const average = (a: Matrix, b: Matrix) => combined(a, b, (x, y) => (x + y) / 2);

/** 1 − cos of the angle between the mean vectors, from 0 to 2. Null if one of them is 0, which has no direction. */
export function cosineDistanceOfMeans(a: Matrix, b: Matrix): number | null {
  assertSentences(a, b);
  const [u, v] = [meanOfRows(a), meanOfRows(b)];
  const scale = Math.sqrt(dot(u, u)) * Math.sqrt(dot(v, v));
  return scale > 0 ? Math.min(2, Math.max(0, 1 - dot(u, v) / scale)) : null;
}

/** Euclidean distance of the mean vectors. */
export function euclideanDistanceOfMeans(a: Matrix, b: Matrix): number {
  assertSentences(a, b);
  const [u, v] = [meanOfRows(a), meanOfRows(b)];
  return Math.hypot(...u.map((value, i) => value - v[i]));
}

/** Frobenius distance of the second moments, √Σ (C_a − C_b)². */
export function frobeniusDistance(a: Matrix, b: Matrix): number {
  assertSentences(a, b);
  return Math.hypot(...combined(secondMoment(a), secondMoment(b), (x, y) => x - y).flat());
}

/**
 * Squared Bures distance tr C_a + tr C_b − 2 tr (C_a^½ C_b C_a^½)^½ of the second moments, which may be singular: the last trace is
 * the sum of the singular values of Z_a Z_bᵀ over √(n_a n_b). Bures 1969.
 */
export function buresSquaredOfTokens(a: Matrix, b: Matrix): number {
  assertSentences(a, b);
  const shared = multiply(a, transpose(b));
  const meanSquare = (tokens: Matrix) => sum(tokens.map((row) => dot(row, row))) / tokens.length;
  return Math.max(
    0,
    meanSquare(a) + meanSquare(b) - (2 * sum(singularValues(shared))) / Math.sqrt(a.length * b.length),
  );
}

/**
 * ln det of the mean of C_a + eI and C_b + eI, minus the mean of their ln det: at least 0, and 0 only for equal second moments. The
 * Jensen–Bregman divergence of ln det; e keeps it finite where C is singular. With M = LLᵀ the mean and s the singular values
 * of L⁻¹ ½(C_a − C_b) L⁻ᵀ it is −½ Σ ln(1 − s²), which keeps its digits where both are nearly equal. Throws RangeError unless e > 0.
 * Cherian et al. 2013.
 */
export function logDeterminantDivergence(a: Matrix, b: Matrix, e = 0.1): number {
  assertSentences(a, b);
  assertPositive(e, 'e');
  const [ca, cb] = [secondMoment(a), secondMoment(b)].map((m) =>
    m.map((row, i) => row.map((value, j) => value + (i === j ? e : 0))),
  );
  const mean = choleskyFactor(average(ca, cb));
  const half = combined(secondMoment(a), secondMoment(b), (x, y) => (x - y) / 2);
  const once = half.map((row) => solveLower(mean, row));
  const shares = singularValues(transpose(once).map((row) => solveLower(mean, row)));
  if (shares[0] < 0.5) return -sum(shares.map((share) => Math.log1p(-share * share))) / 2;
  const logDeterminant = (m: Matrix) => logDeterminantOfFactor(choleskyFactor(m));
  return Math.max(0, logDeterminantOfFactor(mean) - (logDeterminant(ca) + logDeterminant(cb)) / 2);
}

/**
 * Relative entropy tr ρ(ln ρ − ln σ) of two matrices of trace 1, the first within the span of the second, from eigenvalues p, q and
 * eigenvectors u, v, as Σ (u·v)² (p ln(p/q) − p + q), whose terms are never negative. Umegaki 1962.
 */
function umegaki(first: Eigensystem, second: Eigensystem): number {
  const divergence = new DivergenceSum();
  for (const { value: p, vector: u } of first)
    for (const { value: q, vector: v } of second) {
      const overlap = dot(u, v) ** 2;
      if (q > 0) divergence.add(overlap * Math.max(0, p), overlap * q, overlap * (q - p));
    }
  return divergence.value();
}

/**
 * Jensen–Shannon divergence of the second moments divided by their traces: the von Neumann entropy of the mean minus the mean
 * entropy, in nats, from 0 to ln 2, as the mean of the relative entropies from the mean. Throws RangeError if all entries of a sentence are 0.
 */
export function vonNeumannJensenShannon(a: Matrix, b: Matrix): number {
  assertSentences(a, b);
  const [ca, cb] = [a, b].map((tokens) => {
    const moment = secondMoment(tokens);
    const trace = sum(moment.map((row, i) => row[i]));
    if (trace === 0) refuse('a and b', 'each have an entry other than 0', trace);
    return moment.map((row) => row.map((value) => value / trace));
  });
  const mean = symmetricEigensystem(average(ca, cb));
  return (umegaki(symmetricEigensystem(ca), mean) + umegaki(symmetricEigensystem(cb), mean)) / 2;
}
