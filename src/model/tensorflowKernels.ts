/** LayerNorm and GELU in TensorFlow.js: one kernel each where there are some of our own (`wasmKernels.ts`), otherwise put together. */
import * as tf from '@tensorflow/tfjs-core';
import { isRegistered } from './wasmKernels.ts';

/** LayerNorm of every row with a gain and no bias; epsilon 10⁻⁵ under the square root. */
export function normalize(x: tf.Tensor2D, gain: tf.Tensor1D): tf.Tensor2D {
  if (isRegistered()) return tf.engine().runKernel('LayerNorm', { x, gain });
  const centered = tf.sub(x, tf.mean(x, 1, true));
  const variance = tf.mean(tf.square(centered), 1, true);
  return tf.mul(tf.mul(centered, tf.rsqrt(tf.add(variance, 1e-5))), gain);
}

/** GELU in its tanh form: ½x(1 + tanh u) = x σ(2u) with u = √(2/π) (x + 0.044715 x³). */
export function gelu(x: tf.Tensor2D): tf.Tensor2D {
  if (isRegistered()) return tf.engine().runKernel('Gelu', { x });
  const twice = 2 * Math.sqrt(2 / Math.PI);
  const inner = tf.mul(x, tf.add(tf.mul(tf.square(x), twice * 0.044715), twice));
  return tf.mul(x, tf.sigmoid(inner));
}
