import { assertSymmetric, type Matrix } from './matrix.ts';

/** Householder reflections: the diagonal and what is beside it of a tridiagonal matrix with the eigenvalues of a. Destroys a. */
function tridiagonal(a: Float64Array[]): { diagonal: Float64Array; beside: Float64Array } {
  const n = a.length;
  const [diagonal, beside] = [new Float64Array(n), new Float64Array(n)];
  // Of a matrix of low rank nothing but noise is left, then noise of noise, whose square would be zero and be divided by.
  const nothing = 1e-30 * a.reduce((most, row) => row.reduce((m, value) => Math.max(m, Math.abs(value)), most), 0);
  for (let i = n - 1; i > 0; i--) {
    const row = a[i];
    let length = 0;
    for (let k = 0; k < i; k++) length = Math.hypot(length, row[k]);
    if (i === 1 || length <= nothing) {
      beside[i] = i === 1 ? row[0] : 0;
    } else {
      const reach = row[i - 1] >= 0 ? -length : length;
      beside[i] = reach;
      // u = row − reach e, H = |u|²/2, p = A u/H, q = p − (u·p/2H) u, A − q uᵀ − u qᵀ.
      const H = length * length - row[i - 1] * reach;
      row[i - 1] -= reach;
      let K = 0;
      const p = new Float64Array(i);
      for (let j = 0; j < i; j++) {
        let sum = 0;
        for (let k = 0; k <= j; k++) sum += a[j][k] * row[k];
        for (let k = j + 1; k < i; k++) sum += a[k][j] * row[k];
        p[j] = sum / H;
        K += p[j] * row[j];
      }
      for (let j = 0; j < i; j++) p[j] -= (K / (2 * H)) * row[j];
      for (let j = 0; j < i; j++) for (let k = 0; k <= j; k++) a[j][k] -= p[j] * row[k] + row[j] * p[k];
    }
  }
  for (let i = 0; i < n; i++) diagonal[i] = a[i][i];
  return { diagonal, beside };
}

const STEPS = 60;

/** Implicit QL steps with Wilkinson's shift on a tridiagonal matrix, until nothing is beside its diagonal. */
function solve(d: Float64Array, beside: Float64Array): void {
  const n = d.length;
  const e = new Float64Array(n);
  e.set(beside.subarray(1));
  for (let l = 0; l < n; l++) {
    for (let step = 0; step < STEPS; step++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]) > 2 ** -52 * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m++;
      if (m === l) break;
      let g = (d[l + 1] - d[l]) / (2 * e[l]);
      const r = Math.hypot(g, 1);
      g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
      let [s, c, p] = [1, 1, 0];
      let i = m - 1;
      for (; i >= l; i--) {
        const f = s * e[i];
        const b = c * e[i];
        const length = Math.hypot(f, g);
        e[i + 1] = length;
        if (length === 0) {
          d[i + 1] -= p;
          e[m] = 0;
          break;
        }
        s = f / length;
        c = g / length;
        g = d[i + 1] - p;
        const turn = (d[i] - g) * s + 2 * c * b;
        p = s * turn;
        d[i + 1] = g + p;
        g = c * turn - b;
      }
      if (i >= l) continue;
      d[l] -= p;
      e[l] = g;
      e[m] = 0;
    }
  }
}

/**
 * Eigenvalues of a symmetric matrix, from large to small, without eigenvectors: a hundred rows take some milliseconds. Right up to some
 * 1e-14 of the largest; what is smaller is noise. Householder 1958 and implicit QL; Golub and Van Loan, section 8.3. Throws
 * RangeError unless symmetric.
 */
export function symmetricSpectrum(matrix: Matrix, name = 'matrix'): number[] {
  assertSymmetric(matrix, name);
  const { diagonal, beside } = tridiagonal(matrix.map((row) => Float64Array.from(row)));
  solve(diagonal, beside);
  return Array.from(diagonal).sort((a, b) => b - a);
}
