import type { Products } from './plainProducts.ts';
import { simdKernel, SCRATCH } from './simdKernel.ts';

const PAGE = 65_536;
const aligned = (bytes: number) => 16 * Math.ceil(bytes / 16);

/**
 * Products in WebAssembly SIMD, for training without TensorFlow.js: in a memory of their own that has room for arrays of these lengths
 * and goes when they do. Undefined where it cannot be had.
 */
export function simdProducts(lengths: readonly number[]): Products | undefined {
  const bytes = lengths.reduce((sum, length) => sum + aligned(4 * length), aligned(SCRATCH));
  let memory: WebAssembly.Memory;
  try {
    memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  } catch {
    return undefined;
  }
  const kernel = simdKernel(memory);
  if (!kernel) return undefined;
  let end = aligned(SCRATCH);
  return {
    allocate(length) {
      const at = end;
      end += aligned(4 * length);
      return new Float32Array(memory.buffer, at, length);
    },
    product(a, b, c, { m, n, k, transposeA = false, transposeB = false }) {
      const [aRow, aColumn] = transposeA ? [4, 4 * m] : [4 * k, 4];
      const [bRow, bColumn] = transposeB ? [4, 4 * k] : [4 * n, 4];
      kernel.multiply(a.byteOffset, aRow, aColumn, b.byteOffset, bRow, bColumn, c.byteOffset, m, n, k, 0);
    },
  };
}
