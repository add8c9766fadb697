/** What is not only a matrix product in `../kernels.ts`, four numbers at a time and all in float32. Addresses are in bytes. */
import { multiplyPacked, pack } from './matrices';

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

/** So many numbers go into one sum, as in `matrices.ts`. */
const PART: i32 = 64;

/** The products of one query with four keys, `stride` bytes apart, each summed in the order of `multiplyPacked`. */
function fourScores(query: usize, key: usize, stride: usize, size: i32): v128 {
  let total = f32x4.splat(0);
  for (let from = 0; from < size; from += PART) {
    let sum = f32x4.splat(0);
    for (let k = from, end = min(size, from + PART); k < end; k += 4) {
      const at = key + 4 * k;
      const r0 = v128.load(at);
      const r1 = v128.load(at + stride);
      const r2 = v128.load(at + 2 * stride);
      const r3 = v128.load(at + 3 * stride);
      const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const q = query + 4 * k;
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(q), v128.shuffle<f32>(low01, low23, 0, 1, 4, 5)));
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(q, 4), v128.shuffle<f32>(low01, low23, 2, 3, 6, 7)));
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(q, 8), v128.shuffle<f32>(high01, high23, 0, 1, 4, 5)));
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(q, 12), v128.shuffle<f32>(high01, high23, 2, 3, 6, 7)));
    }
    total = from === 0 ? sum : f32x4.add(total, sum);
  }
  return total;
}

/** Four numbers of the mean of `seen` values, `stride` bytes apart, by their weights, summed in the order of `multiplyPacked`. */
function fourMixed(weights: usize, value: usize, stride: usize, seen: i32): v128 {
  let total = f32x4.splat(0);
  for (let from = 0; from < seen; from += PART) {
    let sum = f32x4.splat(0);
    for (let s = from, end = min(seen, from + PART); s < end; s++, value += stride)
      sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(weights + 4 * s), v128.load(value)));
    total = from === 0 ? sum : f32x4.add(total, sum);
  }
  return total;
}

/** Sixteen of them: four sums at once hide how long one addition takes. */
function sixteenMixed(weights: usize, value: usize, stride: usize, seen: i32, mixed: usize): void {
  let t0 = f32x4.splat(0);
  let t1 = t0;
  let t2 = t0;
  let t3 = t0;
  for (let from = 0; from < seen; from += PART) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let s = from, end = min(seen, from + PART); s < end; s++, value += stride) {
      const weight = v128.load32_splat(weights + 4 * s);
      s0 = f32x4.add(s0, f32x4.mul(weight, v128.load(value)));
      s1 = f32x4.add(s1, f32x4.mul(weight, v128.load(value, 16)));
      s2 = f32x4.add(s2, f32x4.mul(weight, v128.load(value, 32)));
      s3 = f32x4.add(s3, f32x4.mul(weight, v128.load(value, 48)));
    }
    t0 = from === 0 ? s0 : f32x4.add(t0, s0);
    t1 = from === 0 ? s1 : f32x4.add(t1, s1);
    t2 = from === 0 ? s2 : f32x4.add(t2, s2);
    t3 = from === 0 ? s3 : f32x4.add(t3, s3);
  }
  v128.store(mixed, t0);
  v128.store(mixed, t1, 16);
  v128.store(mixed, t2, 32);
  v128.store(mixed, t3, 48);
}

/** Attention of one query, without packing what it sees. Up to three keys after the last are read, and left out. */
function attendOne(
  query: usize,
  key: usize,
  value: usize,
  stride: usize,
  mixed: usize,
  seen: i32,
  heads: i32,
  size: i32,
  scale: f32,
  weights: usize,
): void {
  for (let h = 0; h < heads; h++) {
    const at = 4 * h * size;
    for (let s = 0; s < seen; s += 4)
      v128.store(weights + 4 * s, fourScores(query + at, key + at + s * stride, stride, size));
    softmax(weights, seen, seen, scale);
    let k = at;
    const end = at + 4 * size;
    for (; k + 64 <= end; k += 64) sixteenMixed(weights, value + k, stride, seen, mixed + k);
    for (; k < end; k += 16) v128.store(mixed + k, fourMixed(weights, value + k, stride, seen));
  }
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
  if (n === 1) {
    attendOne(query, key, value, stride, mixed, tokens, heads, size, scale, weights);
    return;
  }
  for (let h = 0; h < heads; h++) {
    const at = 4 * h * size;
    pack(key + at, 4, stride, size, tokens, keys);
    pack(value + at, stride, 4, tokens, size, values);
    for (let t = 0; t < n; t += QUERIES) {
      const rows = min(QUERIES, n - t);
      const seen = before + t + rows;
      const from = query + at + t * queryStride;
      multiplyPacked(from, queryStride, 4, keys, 32 * size, weights, weightStride, rows, seen, size, false, scratch);
      for (let r = 0; r < rows; r++) softmax(weights + r * weightStride, before + t + r + 1, seen, scale);
      const to = mixed + at + t * width;
      multiplyPacked(weights, weightStride, 4, values, 32 * tokens, to, width, rows, size, seen, false, scratch);
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
