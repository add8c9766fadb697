/** Tries out the kernels of `wasmKernels.ts` when they are registered. */
import * as tf from '@tensorflow/tfjs-core';
import { attend, gelu, normalize } from './kernels.ts';

// No two places alike, and no symmetry.
const numbers = (length: number, step: number) => Float32Array.from({ length }, (_, i) => ((i * step) % 101) / 50 - 1);
const isNear = (found: ArrayLike<number>, expected: (at: number) => number) =>
  Array.from(found).every((value, at) => Math.abs(value - expected(at)) < 1e-4);

/** Whether products of all orders, of odd sizes, alone and in stacks, and what is done to rows come out as in `kernels.ts`. */
export function isRight(): boolean {
  const [count, m, n, k] = [3, 7, 37, 70];
  const [left, right] = [numbers(count * m * k, 37), numbers(count * k * n, 58)];
  const isProduct = (transposeA: boolean, transposeB: boolean, rights: number) => {
    const a = tf.tensor3d(left, transposeA ? [count, k, m] : [count, m, k]);
    const b = tf.tensor3d(right.subarray(0, rights * k * n), transposeB ? [rights, n, k] : [rights, k, n]);
    return isNear(tf.matMul(a, b, transposeA, transposeB).dataSync(), (at) => {
      const [i, row, column] = [Math.floor(at / (m * n)), Math.floor(at / n) % m, at % n];
      const [ofA, ofB] = [i * m * k, rights === 1 ? 0 : i * k * n];
      let sum = 0;
      for (let p = 0; p < k; p++)
        sum +=
          left[ofA + (transposeA ? p * m + row : row * k + p)] *
          right[ofB + (transposeB ? column * k + p : p * n + column)];
      return sum;
    });
  };
  const areRows = () => {
    const [rows, d] = [3, 12];
    const [x, gain] = [left.slice(0, rows * d), right.slice(0, d)];
    const inputs = { x: tf.tensor2d(x, [rows, d]), gain: tf.tensor1d(gain) };
    const run = (name: string) => tf.engine().runKernel<tf.Tensor>(name, inputs).dataSync<'float32'>();
    const [hidden, normal] = [gelu(x.slice()), normalize(x, gain)];
    return isNear(run('Gelu'), (at) => hidden[at]) && isNear(run('LayerNorm'), (at) => normal[at]);
  };
  const isAttention = () => {
    const [tokens, heads, d] = [5, 2, 8];
    const qkv = left.slice(0, 2 * tokens * 3 * d);
    const place = { tokens, heads };
    const x = tf.tensor2d(qkv, [2 * tokens, 3 * d]);
    const found = tf.engine().runKernel<tf.Tensor>('CausalAttention', { x }, place).dataSync<'float32'>();
    const part = (w: number, from: number, to: number) =>
      Float32Array.from({ length: tokens * (to - from) }, (_, i) => {
        const [t, k] = [Math.floor(i / (to - from)), i % (to - from)];
        return qkv[(w * tokens + t) * 3 * d + from + k];
      });
    // The queries are scaled before.
    const unscaled = (query: Float32Array) => query.map((value) => value * Math.sqrt(d / heads));
    const mixed = [0, 1].flatMap((w) => [...attend(unscaled(part(w, 0, d)), part(w, d, 3 * d), 0, d, heads)]);
    return isNear(found, (at) => mixed[at]);
  };
  const isSlice = () => {
    const found = tf.slice(tf.tensor3d(left, [count, m, k]), [1, 2, 0], [1, 3, k]).dataSync();
    return isNear(found, (at) => left[(m + 2) * k + at]);
  };
  try {
    return tf.tidy(() => {
      const orders = [false, true].flatMap((a) => [false, true].map((b) => [a, b] as const));
      return (
        orders.every(([a, b]) => isProduct(a, b, count) && isProduct(a, b, 1)) &&
        areRows() &&
        isAttention() &&
        isSlice()
      );
    });
  } catch {
    return false;
  }
}
