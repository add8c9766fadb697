/** The innermost sums of a product of matrices, as `matrices.ts` has packed them: float32, addresses in bytes. */

/** Bytes of a row of a strip, and of a panel. */
export const STRIP: i32 = 16;
export const PANEL: i32 = 32;

/** 4 rows by 8 columns of C, `stride` bytes from row to row: a strip times a panel, added to what is there or not. */
export function tile(strip: usize, panel: usize, k: i32, c: usize, stride: usize, add: bool): void {
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
export function row(a: usize, along: usize, panel: usize, step: usize, k: i32, c: usize, add: bool): void {
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
export function longRow(
  a: usize,
  along: usize,
  panel: usize,
  next: usize,
  step: usize,
  k: i32,
  c: usize,
  add: bool,
): void {
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
export function moveEdge(from: usize, c: usize, stride: usize, rows: i32, columns: i32, add: bool): void {
  for (let i = 0; i < rows; i++, c += stride, from += PANEL) {
    for (let j = 0; j < columns; j++) {
      const at = c + 4 * j;
      const sum = load<f32>(from + 4 * j);
      store<f32>(at, add ? load<f32>(at) + sum : sum);
    }
  }
}
