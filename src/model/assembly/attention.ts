/** What is not only a matrix product in `../kernels.ts`, four numbers at a time and all in float32. Addresses are in bytes. */
import { multiplyPacked, oneRow, pack, PART } from './matrices';
import { PANEL } from './tiles';

/** eˣ, x no less than −87 and no more than 88, to two units in the last place: 2ⁿ eʳ with |r| ≤ ½ ln 2 and the polynomial of Cephes. */
function exponential(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88)), f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504)));
  // ln 2 in two parts, of which the first times n is exact.
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let sum = f32x4.splat(1.98756915e-4);
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.39819995e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(8.33345191e-3));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(4.1665796e-2));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(1.66666655e-1));
  sum = f32x4.add(f32x4.mul(sum, r), f32x4.splat(5.0000001e-1));
  sum = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(sum, r), r), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}

/** The sums of the numbers in each of four vectors. */
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7)); // a, b, a, b
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** Lanes of four numbers, of which `count` are wanted: all ones in these. */
function lanes(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}

/** The softmax of the first `count` of `width` numbers times `scale`, in place; zeros for the rest. Looks at the numbers four at a time. */
function softmax(row: usize, count: i32, width: i32, scale: f32): void {
  let most = f32x4.splat(-Infinity);
  for (let i = 0; i < count; i += 4)
    most = f32x4.max(most, v128.bitselect(v128.load(row + 4 * i), f32x4.splat(-Infinity), lanes(count - i)));
  most = f32x4.max(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
  most = f32x4.max(most, v128.shuffle<f32>(most, most, 1, 0, 3, 2));
  let total = f32x4.splat(0);
  for (let i = 0; i < count; i += 4) {
    const power = exponential(f32x4.mul(f32x4.sub(v128.load(row + 4 * i), most), f32x4.splat(scale)));
    const seen = v128.and(power, lanes(count - i));
    v128.store(row + 4 * i, seen);
    total = f32x4.add(total, seen);
  }
  const share = f32x4.div(f32x4.splat(1), sums(total, total, total, total));
  for (let i = 0; i < count; i += 4) v128.store(row + 4 * i, f32x4.mul(v128.load(row + 4 * i), share));
  for (let i = (count + 3) & ~3; i < width; i += 4) v128.store(row + 4 * i, f32x4.splat(0));
}

/** The mean of `tokens` values by the weights of one query, without packing them. Up to four numbers after a value are read, and left out. */
function mixOne(weights: usize, value: usize, stride: usize, mixed: usize, size: i32, tokens: i32, edge: usize): void {
  for (let s = 0; s < tokens; s += PART, weights += 4 * PART, value += PART * stride)
    oneRow(weights, 4, value, PANEL, stride, mixed, size, min(PART, tokens - s), s > 0, edge);
}

/** Queries at a time: those of later tokens are multiplied with keys that those of earlier ones are not to see. */
const QUERIES: i32 = 32;

/**
 * Causal attention, as `attend` in `../kernels.ts`: n queries, the first after `before` tokens, in rows `queryStride` bytes apart; keys and
 * values in rows `stride` bytes apart; each row has `heads` parts of `size` numbers, and so has one of `mixed`, without gaps. `scratch` has
 * room for 1152 bytes and T · (2 · size + 16) + 32 · (T + 8) + 8 · size numbers, T = before + n.
 */
export function attend(
  query: usize,
  queryStride: i32,
  key: usize,
  value: usize,
  stride: i32,
  mixed: usize,
  before: i32,
  n: i32,
  heads: i32,
  size: i32,
  scale: f32,
  scratch: usize,
): void {
  const tokens = before + n;
  const width = 4 * heads * size;
  const keys = scratch + 1152;
  const values = keys + 32 * size * ((tokens + 7) >> 3);
  const weights = values + 32 * tokens * ((size + 7) >> 3);
  const weightStride = 16 * ((tokens + 3) >> 2);
  for (let h = 0; h < heads; h++) {
    const at = 4 * h * size;
    pack(key + at, 4, stride, size, tokens, keys);
    if (n > 1) pack(value + at, stride, 4, tokens, size, values);
    for (let t = 0; t < n; t += QUERIES) {
      const rows = min(QUERIES, n - t);
      const seen = before + t + rows;
      const from = query + at + t * queryStride;
      multiplyPacked(from, queryStride, 4, keys, 32 * size, weights, weightStride, rows, seen, size, false, scratch);
      for (let r = 0; r < rows; r++) softmax(weights + r * weightStride, before + t + r + 1, seen, scale);
      const to = mixed + at + t * width;
      if (n === 1) mixOne(weights, value + at, stride, to, size, tokens, scratch);
      else multiplyPacked(weights, weightStride, 4, values, 32 * tokens, to, width, rows, size, seen, false, scratch);
    }
  }
}

/** LayerNorm of rows of d numbers, a multiple of 4, with a gain and no bias: (x − mean) / √(variance + 10⁻⁵) · gain. */
export function normalize(x: usize, gain: usize, y: usize, rows: i32, d: i32): void {
  const bytes = 4 * d;
  for (let t = 0; t < rows; t++, x += bytes, y += bytes) {
    let sum = f32x4.splat(0);
    for (let k = 0; k < bytes; k += 16) sum = f32x4.add(sum, v128.load(x + k));
    const mean = f32x4.mul(sums(sum, sum, sum, sum), f32x4.splat(<f32>1 / <f32>d));
    let squares = f32x4.splat(0);
    for (let k = 0; k < bytes; k += 16) {
      const centered = f32x4.sub(v128.load(x + k), mean);
      squares = f32x4.add(squares, f32x4.mul(centered, centered));
    }
    const variance = f32x4.mul(sums(squares, squares, squares, squares), f32x4.splat(<f32>1 / <f32>d));
    const scale = f32x4.div(f32x4.splat(1), f32x4.sqrt(f32x4.add(variance, f32x4.splat(1e-5))));
    for (let k = 0; k < bytes; k += 16) {
      const normal = f32x4.mul(f32x4.sub(v128.load(x + k), mean), scale);
      v128.store(y + k, f32x4.mul(normal, v128.load(gain + k)));
    }
  }
}

/** GELU in its tanh form of `count` numbers, a multiple of 4: x / (1 + e^(−2u)) with u = √(2/π) (x + 0.044715 x³). y may be x. */
export function gelu(x: usize, y: usize, count: i32): void {
  const one = f32x4.splat(1);
  const linear = f32x4.splat(<f32>(-2 * Math.sqrt(2 / Math.PI)));
  const cubic = f32x4.splat(<f32>(-2 * Math.sqrt(2 / Math.PI) * 0.044715));
  for (const end = x + 4 * count; x < end; x += 16, y += 16) {
    const z = v128.load(x);
    const inner = f32x4.mul(z, f32x4.add(linear, f32x4.mul(f32x4.mul(z, z), cubic)));
    v128.store(y, f32x4.div(z, f32x4.add(one, exponential(inner))));
  }
}
