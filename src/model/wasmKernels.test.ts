import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isRegistered, register, unregister } from './wasmKernels.ts';

interface Internals {
  asm: { memory?: WebAssembly.Memory };
}
const internals = () => (tf.backend() as unknown as { wasm: Internals }).wasm;
const stock = () => tf.getKernel('BatchMatMul', 'wasm');

/** Numbers without a pattern that a wrong stride would leave unchanged. */
const numbers = (length: number, step: number) => Float32Array.from({ length }, (_, i) => ((i * step) % 997) / 500 - 1);
const size = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);

/** The largest difference of tf.matMul from sums in float64, over stacks of which one may be a single matrix. */
function difference(stackA: number[], stackB: number[], [m, n, k]: number[], transposeA: boolean, transposeB: boolean) {
  const a = numbers(size(stackA) * m * k, 331);
  const b = numbers(size(stackB) * k * n, 773);
  const product = tf.tidy(() => {
    const left = tf.tensor(a, [...stackA, ...(transposeA ? [k, m] : [m, k])]);
    const right = tf.tensor(b, [...stackB, ...(transposeB ? [n, k] : [k, n])]);
    const result = tf.matMul(left, right, transposeA, transposeB);
    expect(result.shape).toEqual([...(size(stackA) > 1 ? stackA : stackB), m, n]);
    return result.dataSync();
  });
  let largest = 0;
  for (const [at, found] of product.entries()) {
    const [i, row, column] = [Math.floor(at / (m * n)), Math.floor(at / n) % m, at % n];
    const [ofA, ofB] = [size(stackA) > 1 ? i * m * k : 0, size(stackB) > 1 ? i * k * n : 0];
    let sum = 0;
    for (let p = 0; p < k; p++)
      sum +=
        a[ofA + (transposeA ? p * m + row : row * k + p)] * b[ofB + (transposeB ? column * k + p : p * n + column)];
    largest = Math.max(largest, Math.abs(found - sum));
  }
  return largest;
}

beforeAll(async () => {
  tf.env().set('PROD', true);
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
});
afterEach(unregister);

describe('the SIMD matrix kernel beneath the WebAssembly backend', () => {
  it('multiplies matrices of every size and order, alone and in stacks, as sums in float64 do', () => {
    const before = stock();
    expect(register()).toBe(true);
    expect(isRegistered()).toBe(true);
    expect(stock()).not.toBe(before);
    const { numTensors } = tf.memory();
    // Around the widths that the kernel takes at once: 4 rows, 8 and 32 columns, sums of 64, blocks of 512 by 256.
    const matrices = [
      ...[1, 2, 3, 4, 5, 7, 8, 9].flatMap((m) => [1, 3, 4, 7, 8, 9, 31, 32, 33, 41].map((n) => [m, n, 6])),
      ...[1, 2, 3, 4, 5, 63, 64, 65, 130].map((k) => [5, 11, k]),
      ...[[1, 300, 70], [6, 257, 20], [3, 9, 520], [5, 260, 515], [64, 64, 64]], // prettier-ignore
    ];
    for (const transposeA of [false, true])
      for (const transposeB of [false, true]) {
        for (const sizes of matrices) {
          const bound = 1e-6 * Math.max(10, sizes[2]);
          expect(difference([], [], sizes, transposeA, transposeB), `${sizes}`).toBeLessThan(bound);
        }
        for (const [stackA, stackB] of [
          [[3], [3]],
          [[3], [1]],
          [[1], [3]],
          [
            [2, 3],
            [2, 3],
          ],
          [
            [2, 3],
            [1, 1],
          ],
        ])
          // prettier-ignore
          expect(difference(stackA, stackB, [5, 13, 9], transposeA, transposeB)).toBeLessThan(1e-5);
      }
    expect(tf.memory().numTensors).toBe(numTensors);
  });

  it('leaves what it does not know to the stock kernel, stacks that repeat along different axes', () => {
    const product = () => {
      const [a, b] = [
        tf.tensor(numbers(2 * 5 * 4, 331), [2, 1, 5, 4]),
        tf.tensor(numbers(2 * 4 * 3, 773), [1, 2, 4, 3]),
      ];
      return [...tf.matMul(a, b).dataSync()];
    };
    const expected = product();
    register();
    expect(product()).toEqual(expected);
  });

  it('cuts parts out of tensors as the stock kernel does, in one piece or not', () => {
    const cut = () => {
      const x = tf.tensor(numbers(4 * 5 * 6, 331), [4, 5, 6]);
      const whole = tf.reshape(tf.range(0, 24, 1, 'int32'), [4, 6]);
      const parts = [
        tf.slice(x, [1, 0, 0], [2, -1, 6]),
        tf.slice(x, [3, 2, 0], [1, 2, 6]),
        tf.slice(x, [1, 2, 3], [1, 1, 2]),
        tf.slice(x, [0, 1, 0], [4, 2, 6]),
        tf.slice(x, 2),
        tf.slice(tf.reshape(x, [120]), 17, 30),
        tf.slice(whole, [1, 0], [2, 6]),
      ];
      return parts.map((part) => ({ shape: part.shape, dtype: part.dtype, values: [...part.dataSync()] }));
    };
    const expected = cut();
    register();
    expect(cut()).toEqual(expected);
  });

  it('goes away without a trace, and comes again', () => {
    const before = stock();
    for (let i = 0; i < 20; i++) {
      expect(register()).toBe(true);
      expect(register()).toBe(true);
      unregister();
      expect(isRegistered()).toBe(false);
      expect(stock()).toBe(before);
    }
  });

  it.each([
    ['has no memory where it is looked for', undefined],
    ['keeps its tensors in another memory', new WebAssembly.Memory({ initial: 2000 })],
  ])('leaves a backend alone that %s', (_, memory) => {
    const before = stock();
    const wasm = internals();
    const { asm } = wasm;
    wasm.asm = { ...asm, memory };
    try {
      expect(register()).toBe(false);
    } finally {
      wasm.asm = asm;
    }
    expect(isRegistered()).toBe(false);
    expect(stock()).toBe(before);
    expect(difference([3], [3], [5, 13, 9], false, true)).toBeLessThan(1e-5);
  });
});
