/** Products of matrices in TensorFlow.js, in the form that the backend in use computes fastest. */
import * as tf from '@tensorflow/tfjs-core';
import { isRegistered } from './wasmKernels.ts';

export interface Orders {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

export type Product = <T extends tf.Tensor2D | tf.Tensor3D>(a: T, b: T, orders?: Orders) => T;

/** Factors as they lie, whatever the orders. */
const direct: Product = (a, b, { transposeA = false, transposeB = false } = {}) =>
  tf.matMul(a, b, transposeA, transposeB);

/**
 * The WebAssembly backend as it comes has a matrix library, XNNPACK, which it asks for products of two matrices that are read by rows
 * alone; everything else goes through a loop that is many times slower. So factors are transposed first. Stacks stay in the loop: to
 * take one apart, the backend copies the whole stack for each of its matrices.
 */
const byRows: Product = (a, b, { transposeA = false, transposeB = false } = {}) => {
  if (a.rank === 3) return tf.matMul(a, b, transposeA, transposeB);
  return tf.matMul(transposeA ? tf.transpose(a) : a, transposeB ? tf.transpose(b) : b);
};

/** The form for the backend that is set now. */
export function productForm(): Product {
  return tf.getBackend() === 'wasm' && !isRegistered() ? byRows : direct;
}
