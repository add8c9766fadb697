import { assertFiniteNumbers, assertLength, assertPositive, assertRows, refuse } from './assert.ts';
import { sum } from '#theory/measures/distribution.ts';

/** A real matrix, one row after the other. */
export type Matrix = readonly (readonly number[])[];

/** Throws RangeError unless the matrix has entries, all finite, as many in each row. */
export function assertMatrix(matrix: Matrix, name: string): void {
  assertRows(matrix, name, assertFiniteNumbers);
}

/** Throws RangeError unless the matrix is square with finite entries and symmetric up to 1e-12 of its largest entry. */
export function assertSymmetric(matrix: Matrix, name: string): void {
  assertMatrix(matrix, name);
  assertLength(matrix[0], `${name}[0]`, matrix.length, 'like there are rows');
  const largest = matrix.flat().reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      if (Math.abs(value - matrix[j][i]) > 1e-12 * largest) {
        throw new RangeError(`${name} must be symmetric, got ${value} and ${matrix[j][i]} at ${i}, ${j}`);
      }
    });
  });
}

/** The product a b. */
export function multiply(a: Matrix, b: Matrix): number[][] {
  assertMatrix(a, 'a');
  assertMatrix(b, 'b');
  assertLength(b, 'b', a[0].length, 'like rows of a have');
  return a.map((row) => b[0].map((_, j) => sum(row.map((value, k) => value * b[k][j]))));
}

/**
 * The lower triangular L with positive diagonal and L Lᵀ = matrix. Throws RangeError unless the matrix is symmetric and
 * positive definite. Cholesky.
 */
export function choleskyFactor(matrix: Matrix, name = 'matrix'): number[][] {
  assertSymmetric(matrix, name);
  const factor = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= factor[i][k] * factor[j][k];
      if (i !== j) factor[i][j] = rest / factor[j][j];
      else if (rest > 0) factor[i][i] = Math.sqrt(rest);
      else throw new RangeError(`${name} must be positive definite, got the pivot ${rest} in row ${i}`);
    }
  }
  return factor;
}

/** Throws RangeError unless it is a square matrix with finite entries. */
function assertFactor(factor: Matrix): void {
  assertMatrix(factor, 'factor');
  assertLength(factor[0], 'factor[0]', factor.length, 'like there are rows');
}

/** ln det of the positive definite matrix with this Cholesky factor. */
export function logDeterminantOfFactor(factor: Matrix): number {
  assertFactor(factor);
  factor.forEach((row, i) => assertPositive(row[i], `factor[${i}][${i}]`));
  return 2 * sum(factor.map((row, i) => Math.log(row[i])));
}

/** The x with factor · x = right, for a lower triangular factor. */
export function solveLower(factor: Matrix, right: readonly number[]): number[] {
  assertFactor(factor);
  assertFiniteNumbers(right, 'right');
  assertLength(right, 'right', factor.length, 'like factor has rows');
  factor.forEach((row, i) => row[i] === 0 && refuse(`factor[${i}][${i}]`, 'not be 0', 0));
  const x: number[] = [];
  for (let i = 0; i < right.length; i++) {
    let rest = right[i];
    for (let k = 0; k < i; k++) rest -= factor[i][k] * x[k];
    x.push(rest / factor[i][i]);
  }
  return x;
}

/** Eigenvalues from large to small, each with its eigenvector of length 1. */
export type Eigensystem = readonly { readonly value: number; readonly vector: readonly number[] }[];

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations: each makes one pair of entries off the
 * diagonal 0, until all are. Jacobi 1846; Golub and Van Loan, section 8.5. Throws RangeError unless symmetric.
 */
export function symmetricEigensystem(matrix: Matrix, name = 'matrix'): Eigensystem {
  assertSymmetric(matrix, name);
  const a = matrix.map((row) => [...row]);
  const n = a.length;
  /** Row i becomes the eigenvector of the i-th diagonal entry. */
  const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
  const scale = Math.max(...a.flat().map(Math.abs));
  for (let sweep = 0; sweep < 50; sweep++) {
    let largest = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        largest = Math.max(largest, Math.abs(a[p][q]));
        if (a[p][q] !== 0) rotate(a, vectors, p, q);
      }
    }
    if (largest <= 1e-16 * scale) break;
  }
  return a.map((row, i) => ({ value: row[i], vector: vectors[i] })).sort((x, y) => y.value - x.value);
}

/** Eigenvalues of a symmetric matrix, from large to small. Throws RangeError unless symmetric. */
export function symmetricEigenvalues(matrix: Matrix, name = 'matrix'): number[] {
  return symmetricEigensystem(matrix, name).map(({ value }) => value);
}

/** Turns the rows p and q of `rows` in their plane. */
function turn(rows: number[][], p: number, q: number, c: number, s: number): void {
  for (let k = 0; k < rows[p].length; k++) {
    const [x, y] = [rows[p][k], rows[q][k]];
    rows[p][k] = c * x - s * y;
    rows[q][k] = s * x + c * y;
  }
}

/** The rotation in the plane of p and q, on both sides, that makes a[p][q] zero. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) {
    const [x, y] = [row[p], row[q]];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  }
  turn(a, p, q, c, s);
  turn(vectors, p, q, c, s);
}
