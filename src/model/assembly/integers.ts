/**
 * Matrix products in whole numbers, whose sums are the same in any order: AssemblyScript. A row of inputs becomes numbers of 15 binary
 * digits, a matrix has rows of 8 digits (`../wholeNumbers.ts`), and no sum of up to 1024 products leaves 32 digits. Addresses are in bytes.
 */

/** The largest input. */
const MOST: f32 = 16383;

/** n rows of k numbers, a multiple of 4, as whole numbers of 16 digits, zeros up to the next multiple of 8; and how much one of them is. */
export function quantize(x: usize, k: i32, n: i32, q: usize, steps: usize): void {
  for (let t = 0; t < n; t++, steps += 4) {
    let most = f32x4.splat(0);
    for (let i = 0; i < k; i += 4) most = f32x4.max(most, f32x4.abs(v128.load(x + 4 * i)));
    most = f32x4.max(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
    most = f32x4.max(most, v128.shuffle<f32>(most, most, 1, 0, 3, 2));
    const largest = f32x4.extract_lane(most, 0);
    store<f32>(steps, largest / MOST);
    const share = f32x4.splat(largest > 0 ? MOST / largest : 0);
    for (let i = 0; i < k; i += 4, x += 16, q += 8) {
      const whole = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(x), share)));
      v128.store64_lane(q, i16x8.narrow_i32x4_s(whole, whole), 0);
    }
    if ((k & 7) !== 0) {
      store<u64>(q, 0);
      q += 8;
    }
  }
}

/** The sums of the numbers in each of four vectors. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7)); // a, b, a, b
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/**
 * y (n rows of `outputs` numbers) = q wᵀ. q has n rows of k whole numbers of 16 digits, k a multiple of 8, each as much as `step` says; w has
 * `outputs` rows of k whole numbers of 8 digits, each as much as `steps` says of its row.
 */
export function multiplyIntegers(
  q: usize,
  step: usize,
  w: usize,
  steps: usize,
  y: usize,
  n: i32,
  outputs: i32,
  k: i32,
): void {
  for (let o = 0; o < outputs; o += 4, w += 4 * k, steps += 16, y += 16) {
    let a = q;
    for (let t = 0; t < n; t++) {
      let s0 = i32x4.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (let m = w, end = w + k; m < end; m += 8, a += 16) {
        const x = v128.load(a);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(x, v128.load8x8_s(m)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(x, v128.load8x8_s(m + k)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(x, v128.load8x8_s(m + 2 * k)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(x, v128.load8x8_s(m + 3 * k)));
      }
      const value = f32x4.mul(f32x4.convert_i32x4_s(sums(s0, s1, s2, s3)), v128.load32_splat(step + 4 * t));
      v128.store(y + 4 * t * outputs, f32x4.mul(value, v128.load(steps)));
    }
  }
}
