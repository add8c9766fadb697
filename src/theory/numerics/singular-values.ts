import { assertMatrix, type Matrix } from './matrix.ts';

const SWEEPS = 60;

/**
 * Singular values of a matrix, from large to small, as many as its shorter side is long. Rotations make pairs of columns
 * orthogonal until all are; what is left of a column is its singular value. Small ones keep their digits, which the roots
 * of the eigenvalues of AᵀA lose. One-sided Jacobi, Hestenes 1958. Throws RangeError unless the entries are finite.
 */
export function singularValues(matrix: Matrix, name = 'matrix'): number[] {
  assertMatrix(matrix, name);
  const tall = matrix.length >= matrix[0].length;
  const columns = tall ? matrix[0].map((_, j) => matrix.map((row) => row[j])) : matrix.map((row) => [...row]);
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((total, value, i) => total + value * b[i], 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < columns.length; p++) {
      for (let q = p + 1; q < columns.length; q++) {
        const [u, v] = [columns[p], columns[q]];
        const [uu, vv, uv] = [dot(u, u), dot(v, v), dot(u, v)];
        if (Math.abs(uv) <= 1e-16 * Math.sqrt(uu) * Math.sqrt(vv)) continue;
        rotated = true;
        const theta = (vv - uu) / (2 * uv);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        for (let i = 0; i < u.length; i++) [u[i], v[i]] = [c * (u[i] - t * v[i]), c * (t * u[i] + v[i])];
      }
    }
    if (!rotated) break;
  }
  return columns.map((column) => Math.sqrt(dot(column, column))).sort((a, b) => b - a);
}
