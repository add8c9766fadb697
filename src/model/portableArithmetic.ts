/**
 * The arithmetic of the SIMD kernel in TypeScript, number for number and in the same order, each result rounded to float32 as the
 * kernel has it: where there is no WebAssembly, a network still comes out the same to the last bit. IEEE 754 fixes sums, products,
 * quotients and roots; of two float32 numbers they are right if computed in float64 and rounded (Figueroa 1995). Slow.
 */
import type { Config } from '#contract/training.ts';
import type { Arithmetic, Rows } from './arithmetic.ts';
import { MOST_OF_INPUT, wholeRows } from './wholeNumbers.ts';

const f = Math.fround;
/** As many numbers go into one sum as in `assembly/matrices.ts`. */
const PART = 64;

/** The sum over k of x[from + k] w[at + k · step], in parts. */
function dot(x: Float32Array, from: number, w: Float32Array, at: number, step: number, inner: number): number {
  let sum = 0;
  for (let p = 0; p < inner; p += PART) {
    const end = Math.min(inner, p + PART);
    let part = 0;
    for (let k = p; k < end; k++) part = f(part + f(x[from + k] * w[at + k * step]));
    sum = p === 0 ? part : f(sum + part);
  }
  return sum;
}

const product =
  (w: Float32Array, inputs: number): Rows =>
  (x, y) => {
    const outputs = w.length / inputs;
    for (let t = 0; t * inputs < x.length; t++)
      for (let o = 0; o < outputs; o++) y[t * outputs + o] = dot(x, t * inputs, w, o * inputs, 1, inputs);
    return y;
  };

/** As `quantize` and `multiplyIntegers` in `assembly/integers.ts`. */
function wholeProduct(w: Float32Array, inputs: number): Rows {
  const { numbers, steps } = wholeRows(w, inputs);
  const q = new Int16Array(inputs);
  return (x, y) => {
    for (let t = 0; t * inputs < x.length; t++) {
      let largest = 0;
      for (let k = 0; k < inputs; k++) largest = Math.max(largest, Math.abs(x[t * inputs + k]));
      const share = largest > 0 ? f(MOST_OF_INPUT / largest) : 0;
      for (let k = 0; k < inputs; k++) q[k] = nearest(f(x[t * inputs + k] * share));
      for (let o = 0, at = 0; o < steps.length; o++) {
        let sum = 0;
        for (let k = 0; k < inputs; k++, at++) sum += q[k] * numbers[at];
        y[t * steps.length + o] = f(f(sum) * f(largest / MOST_OF_INPUT)) * steps[o];
      }
    }
    return y;
  };
}

const coefficients = [1.98756915e-4, 1.39819995e-3, 8.33345191e-3, 4.1665796e-2, 1.66666655e-1, 5.0000001e-1].map(f);
const [log2e, high, low] = [f(1.44269504), f(0.693359375), f(-2.1219444e-4)];

/** The nearest whole number, of two the even one. */
function nearest(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/** 2ⁿ for −126 ≤ n ≤ 127, doubled and halved, which is exact: ECMA-262 leaves powers to the implementation. */
const LOWEST = 126;
const powers = new Float64Array(LOWEST + 128).fill(1);
for (let n = 1; n <= LOWEST; n++) powers[LOWEST - n] = powers[LOWEST - n + 1] / 2;
for (let n = 1; n < 128; n++) powers[LOWEST + n] = 2 * powers[LOWEST + n - 1];

/** As in `assembly/attention.ts`. */
function exponential(value: number): number {
  const x = Math.max(Math.min(value, 88), -87);
  const n = nearest(f(x * log2e));
  let r = f(x - f(n * high));
  r = f(r - f(n * low));
  let sum = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) sum = f(f(sum * r) + coefficients[i]);
  sum = f(f(f(f(sum * r) * r) + r) + 1);
  return f(sum * powers[n + LOWEST]);
}

/** The four sums of every fourth number, added as the lanes of a vector are. */
const lanes = (a: number, b: number, c: number, d: number) => f(f(a + c) + f(b + d));

function normalize(x: Float32Array, gain: Float32Array): Float32Array {
  const d = gain.length;
  const y = new Float32Array(x.length);
  const share = f(1 / d);
  for (let at = 0; at < x.length; at += d) {
    const sums = new Float32Array(4);
    for (let k = 0; k < d; k++) sums[k % 4] += x[at + k];
    const mean = f(lanes(sums[0], sums[1], sums[2], sums[3]) * share);
    const squares = new Float32Array(4);
    for (let k = 0; k < d; k++) {
      const centered = f(x[at + k] - mean);
      squares[k % 4] += f(centered * centered);
    }
    const variance = f(lanes(squares[0], squares[1], squares[2], squares[3]) * share);
    const scale = f(1 / f(Math.sqrt(f(variance + f(1e-5)))));
    for (let k = 0; k < d; k++) y[at + k] = f(f(f(x[at + k] - mean) * scale) * gain[k]);
  }
  return y;
}

const linear = f(-2 * Math.sqrt(2 / Math.PI));
const cubic = f(-2 * Math.sqrt(2 / Math.PI) * 0.044715);

function gelu(x: Float32Array): Float32Array {
  for (let i = 0; i < x.length; i++) {
    const z = x[i];
    const inner = f(z * f(linear + f(f(z * z) * cubic)));
    x[i] = f(z / f(1 + exponential(inner)));
  }
  return x;
}

/** The softmax of the first `count` numbers times `scale`, in place. */
function softmax(row: Float32Array, count: number, scale: number): void {
  let most = -Infinity;
  for (let i = 0; i < count; i++) most = Math.max(most, row[i]);
  const sums = new Float32Array(4);
  for (let i = 0; i < count; i++) {
    row[i] = exponential(f(f(row[i] - most) * scale));
    sums[i % 4] += row[i];
  }
  const share = f(1 / lanes(sums[0], sums[1], sums[2], sums[3]));
  for (let i = 0; i < count; i++) row[i] = f(row[i] * share);
}

function attend(query: Float32Array, keyValue: Float32Array, before: number, d: number, heads: number): Float32Array {
  const size = d / heads;
  const scale = f(1 / Math.sqrt(size));
  const mixed = new Float32Array(query.length);
  for (let t = 0; t * d < query.length; t++) {
    const seen = before + t + 1;
    const weights = new Float32Array(seen);
    for (let at = 0; at < d; at += size) {
      for (let s = 0; s < seen; s++) weights[s] = dot(query, t * d + at, keyValue, s * 2 * d + at, 1, size);
      softmax(weights, seen, scale);
      for (let k = 0; k < size; k++) mixed[t * d + at + k] = dot(weights, 0, keyValue, d + at + k, 2 * d, seen);
    }
  }
  return mixed;
}

/** Weights of attention are not to be had from it. */
export function inPortableTypeScript({ width: d, heads }: Config, whole = false): Arithmetic {
  const fixed = whole ? wholeProduct : product;
  return {
    product: fixed,
    changing(w, inputs) {
      const own = w.slice();
      return { times: product(own, inputs), set: (next) => own.set(next) };
    },
    normalize,
    feedForward(up, down) {
      const [rise, fall] = [fixed(up, d), fixed(down, 4 * d)];
      return (x, y) => fall(gelu(rise(x, new Float32Array(4 * x.length))), y);
    },
    attend: (query, keyValue, before) => attend(query, keyValue, before, d, heads),
  };
}
