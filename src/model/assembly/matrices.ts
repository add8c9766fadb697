/**
 * The matrix product C = op(A) op(B) in WebAssembly SIMD: AssemblyScript, compiled by the build (`build/assembly.ts`). It works in
 * whatever memory it is given: that of TensorFlow.js's WebAssembly backend, or one of the plain transformer's own.
 *
 * All numbers are float32. A matrix is an address and two strides in bytes, from a row to the next and from a column to the next, so
 * that a transposed one is the same one with its strides exchanged. The right matrix is first packed into panels of 8 columns, zeros
 * where there are fewer, each panel k rows of 8 neighboring numbers; the left one into strips of 4 rows alike. A tile of 4 × 8 sums is
 * then kept in registers while a strip and a panel run past. Every sum is one of sums over 64 values of k each, from front to back,
 * whatever the sizes: it is more exact than one long sum, and a row comes out the same, bit by bit, alone or among others.
 */

import { longRow, moveEdge, PANEL, row, STRIP, tile } from './tiles';

/** So many numbers go into one sum: a panel of them and a strip stay in the first-level cache. */
export const PART: i32 = 64;
/** At most so many rows and columns of B are packed at a time: 512 kB, for the second-level cache. */
const ROWS: i32 = 512;
const COLUMNS: i32 = 256;

/**
 * Packs up to 4 columns of k rows, `along` bytes from row to row and `across` from column to column, into the 16 bytes at every `step`
 * bytes of `to`.
 */
function packFour(from: usize, along: i32, across: i32, k: i32, columns: i32, to: usize, step: usize): void {
  let i = 0;
  if (columns >= 4 && across === 4) {
    for (; i < k; i++, from += along, to += step) v128.store(to, v128.load(from));
    return;
  }
  if (columns >= 4 && along === 4) {
    for (; i + 4 <= k; i += 4, from += 16) {
      const r0 = v128.load(from);
      const r1 = v128.load(from + across);
      const r2 = v128.load(from + 2 * across);
      const r3 = v128.load(from + 3 * across);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
      to += step;
      v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7));
      to += step;
      v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5));
      to += step;
      v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7));
      to += step;
    }
  }
  for (; i < k; i++, from += along, to += step) {
    for (let j = 0; j < 4; j++) store<f32>(to + 4 * j, j < columns ? load<f32>(from + j * across) : 0);
  }
}

/** Packs a matrix of k × n into ⌈n / 8⌉ panels of 32 k bytes each. */
export function pack(from: usize, rowStride: i32, columnStride: i32, k: i32, n: i32, to: usize): void {
  for (let j = 0; j < n; j += 8, from += 8 * columnStride, to += k * PANEL) {
    packFour(from, rowStride, columnStride, k, min(4, n - j), to, PANEL);
    packFour(from + 4 * columnStride, rowStride, columnStride, k, max(0, min(4, n - j - 4)), to + 16, PANEL);
  }
}

/** What `multiplyPacked` does for four rows and one part of k. */
function fourRows(
  strip: usize,
  panel: usize,
  next: usize,
  c: usize,
  stride: usize,
  n: i32,
  k: i32,
  add: bool,
  edge: usize,
): void {
  let j = 0;
  for (; j + 8 <= n; j += 8, panel += next, c += PANEL) tile(strip, panel, k, c, stride, add);
  if (j === n) return;
  tile(strip, panel, k, edge, PANEL, false);
  moveEdge(edge, c, stride, 4, n - j, add);
}

/** What `multiplyPacked` does for a single row and one part of k. */
export function oneRow(
  a: usize,
  along: usize,
  panel: usize,
  next: usize,
  step: usize,
  c: usize,
  n: i32,
  k: i32,
  add: bool,
  edge: usize,
): void {
  let j = 0;
  for (; j + 32 <= n; j += 32, panel += 4 * next, c += 4 * PANEL) longRow(a, along, panel, next, step, k, c, add);
  for (; j + 8 <= n; j += 8, panel += next, c += PANEL) row(a, along, panel, step, k, c, add);
  if (j === n) return;
  row(a, along, panel, step, k, edge, false);
  moveEdge(edge, c, 0, 1, n - j, add);
}

/**
 * C (m × n, its rows `stride` bytes apart) = A (m × k) times a packed matrix, whose panels are `next` bytes apart, or C + A times it.
 * `scratch` has room for 128 + 16 · 64 bytes.
 */
export function multiplyPacked(
  a: usize,
  rowStride: i32,
  columnStride: i32,
  packed: usize,
  next: usize,
  c: usize,
  stride: usize,
  m: i32,
  n: i32,
  k: i32,
  add: bool,
  scratch: usize,
): void {
  const strip = scratch + 128;
  let i = 0;
  for (; i + 4 <= m; i += 4, a += 4 * rowStride, c += 4 * stride) {
    for (let p = 0; p < k; p += PART) {
      const part = min(PART, k - p);
      packFour(a + p * columnStride, columnStride, rowStride, part, 4, strip, STRIP);
      fourRows(strip, packed + p * PANEL, next, c, stride, n, part, add || p > 0, scratch);
    }
  }
  for (; i < m; i++, a += rowStride, c += stride) {
    for (let p = 0; p < k; p += PART) {
      const part = min(PART, k - p);
      oneRow(a + p * columnStride, columnStride, packed + p * PANEL, next, PANEL, c, n, part, add || p > 0, scratch);
    }
  }
}

/** C (m × n, row by row) = A (m × k) B (k × n). `scratch` has room for 128 + 16 · 64 + 4 · 512 · 256 bytes. */
export function multiply(
  a: usize,
  aRowStride: i32,
  aColumnStride: i32,
  b: usize,
  bRowStride: i32,
  bColumnStride: i32,
  c: usize,
  m: i32,
  n: i32,
  k: i32,
  scratch: usize,
): void {
  const packed = scratch + 128 + STRIP * PART;
  for (let p = 0; p < k; p += ROWS, a += ROWS * aColumnStride, b += ROWS * bRowStride) {
    const rows = min(ROWS, k - p);
    for (let j = 0; j < n; j += COLUMNS) {
      const columns = min(COLUMNS, n - j);
      pack(b + j * bColumnStride, bRowStride, bColumnStride, rows, columns, packed);
      multiplyPacked(
        a,
        aRowStride,
        aColumnStride,
        packed,
        rows * PANEL,
        c + 4 * j,
        4 * n,
        m,
        columns,
        rows,
        p > 0,
        scratch,
      );
    }
  }
}
