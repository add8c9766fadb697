/** What training in plain TypeScript multiplies matrices with. */
import { multiply } from './kernels.ts';

/** Sizes of c = op(a) op(b): m × n, over k; a transposed factor is stored as [k, m], or [n, k]. */
export interface Sizes {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** All arrays must come from `allocate` of the same one. */
export interface Products {
  /** Zeros. */
  allocate(length: number): Float32Array;
  /** c = op(a) op(b). The factors must not be changed, and must not overlap with c. */
  product(a: Float32Array, b: Float32Array, c: Float32Array, sizes: Sizes): void;
}

/** [rows, columns] to [columns, rows]. */
function transpose(x: Float32Array, rows: number, columns: number): Float32Array {
  const y = new Float32Array(columns * rows);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) y[c * rows + r] = x[r * columns + c];
  return y;
}

/** [rows, columns] in an array of [paddedRows, paddedColumns]. */
function pad(x: Float32Array, columns: number, paddedRows: number, paddedColumns: number): Float32Array {
  const y = new Float32Array(paddedRows * paddedColumns);
  for (let at = 0, to = 0; at < x.length; at += columns, to += paddedColumns) y.set(x.subarray(at, at + columns), to);
  return y;
}

/** In TypeScript alone. */
export const typescriptProducts: Products = {
  allocate: (length) => new Float32Array(length),
  product(a, b, c, { m, n, k, transposeA = false, transposeB = false }) {
    const left = transposeA ? transpose(a, k, m) : a;
    const right = transposeB ? b : transpose(b, k, n);
    if (n % 4 === 0 && k % 2 === 0) {
      multiply(left, right, c, k);
      return;
    }
    // `multiply` takes four outputs and two summands at a time.
    const [columns, inner] = [4 * Math.ceil(n / 4), 2 * Math.ceil(k / 2)];
    const all = multiply(pad(left, k, m, inner), pad(right, k, columns, inner), new Float32Array(m * columns), inner);
    for (let row = 0; row < m; row++) c.set(all.subarray(row * columns, row * columns + n), row * n);
  },
};
