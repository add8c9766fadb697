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

/** Bytes of a row of a strip, and of a panel. */
const STRIP: i32 = 16;
export const PANEL: i32 = 32;
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

/** 4 rows by 8 columns of C, `stride` bytes from row to row: a strip times a panel, added to what is there or not. */
function tile(strip: usize, panel: usize, k: i32, c: usize, stride: usize, add: bool): void {
  const c1 = c + stride;
  const c2 = c1 + stride;
  const c3 = c2 + stride;
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  for (const end = strip + k * STRIP; strip < end; strip += STRIP, panel += PANEL) {
    const b0 = v128.load(panel);
    const b1 = v128.load(panel, 16);
    let a = v128.load32_splat(strip);
    s00 = f32x4.add(s00, f32x4.mul(a, b0));
    s01 = f32x4.add(s01, f32x4.mul(a, b1));
    a = v128.load32_splat(strip, 4);
    s10 = f32x4.add(s10, f32x4.mul(a, b0));
    s11 = f32x4.add(s11, f32x4.mul(a, b1));
    a = v128.load32_splat(strip, 8);
    s20 = f32x4.add(s20, f32x4.mul(a, b0));
    s21 = f32x4.add(s21, f32x4.mul(a, b1));
    a = v128.load32_splat(strip, 12);
    s30 = f32x4.add(s30, f32x4.mul(a, b0));
    s31 = f32x4.add(s31, f32x4.mul(a, b1));
  }
  if (add) {
    s00 = f32x4.add(v128.load(c), s00);
    s01 = f32x4.add(v128.load(c, 16), s01);
    s10 = f32x4.add(v128.load(c1), s10);
    s11 = f32x4.add(v128.load(c1, 16), s11);
    s20 = f32x4.add(v128.load(c2), s20);
    s21 = f32x4.add(v128.load(c2, 16), s21);
    s30 = f32x4.add(v128.load(c3), s30);
    s31 = f32x4.add(v128.load(c3, 16), s31);
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

/** 8 columns of one row of C: a row of A, `along` bytes from number to number, times a panel, whose rows are `step` bytes apart. */
function row(a: usize, along: usize, panel: usize, step: usize, k: i32, c: usize, add: bool): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  for (const end = panel + k * step; panel < end; panel += step, a += along) {
    const x = v128.load32_splat(a);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(panel)));
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(panel, 16)));
  }
  if (add) {
    s0 = f32x4.add(v128.load(c), s0);
    s1 = f32x4.add(v128.load(c, 16), s1);
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
}

/** 32 columns of one row of C, as `row`; the panels are `next` bytes apart. Eight sums at once hide how long one addition takes. */
function longRow(a: usize, along: usize, panel: usize, next: usize, step: usize, k: i32, c: usize, add: bool): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  let panel1 = panel + next;
  let panel2 = panel1 + next;
  let panel3 = panel2 + next;
  for (const end = panel + k * step; panel < end; panel += step, a += along) {
    const x = v128.load32_splat(a);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(panel)));
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(panel, 16)));
    s2 = f32x4.add(s2, f32x4.mul(x, v128.load(panel1)));
    s3 = f32x4.add(s3, f32x4.mul(x, v128.load(panel1, 16)));
    s4 = f32x4.add(s4, f32x4.mul(x, v128.load(panel2)));
    s5 = f32x4.add(s5, f32x4.mul(x, v128.load(panel2, 16)));
    s6 = f32x4.add(s6, f32x4.mul(x, v128.load(panel3)));
    s7 = f32x4.add(s7, f32x4.mul(x, v128.load(panel3, 16)));
    panel1 += step;
    panel2 += step;
    panel3 += step;
  }
  if (add) {
    s0 = f32x4.add(v128.load(c), s0);
    s1 = f32x4.add(v128.load(c, 16), s1);
    s2 = f32x4.add(v128.load(c, 32), s2);
    s3 = f32x4.add(v128.load(c, 48), s3);
    s4 = f32x4.add(v128.load(c, 64), s4);
    s5 = f32x4.add(v128.load(c, 80), s5);
    s6 = f32x4.add(v128.load(c, 96), s6);
    s7 = f32x4.add(v128.load(c, 112), s7);
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
  v128.store(c, s2, 32);
  v128.store(c, s3, 48);
  v128.store(c, s4, 64);
  v128.store(c, s5, 80);
  v128.store(c, s6, 96);
  v128.store(c, s7, 112);
}

/** Moves what a tile left in `from`, 8 columns wide, to the `columns` columns that C has there. */
function moveEdge(from: usize, c: usize, stride: usize, rows: i32, columns: i32, add: bool): void {
  for (let i = 0; i < rows; i++, c += stride, from += PANEL) {
    for (let j = 0; j < columns; j++) {
      const at = c + 4 * j;
      const sum = load<f32>(from + 4 * j);
      store<f32>(at, add ? load<f32>(at) + sum : sum);
    }
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
