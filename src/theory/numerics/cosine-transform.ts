import { assertFiniteNumbers, assertLength } from './assert.ts';

/** Pixels along the side of a block. */
export const BLOCK = 8;

/** C[k][i] = a_k cos((2i + 1) k π/16) with a₀ = √⅛ and else ½: rows of length 1 at right angles to each other. */
const cosines = Array.from({ length: BLOCK }, (_, k) =>
  Array.from(
    { length: BLOCK },
    (__, i) => Math.sqrt((k === 0 ? 1 : 2) / BLOCK) * Math.cos(((2 * i + 1) * k * Math.PI) / (2 * BLOCK)),
  ),
);

function transform(block: ArrayLike<number>, name: string, weight: (k: number, i: number) => number): Float64Array {
  assertFiniteNumbers(block, name);
  assertLength(block, name, BLOCK * BLOCK, 'for 8 rows of 8');
  const [half, whole] = [new Float64Array(BLOCK * BLOCK), new Float64Array(BLOCK * BLOCK)];
  for (let y = 0; y < BLOCK; y++)
    for (let k = 0; k < BLOCK; k++) {
      let total = 0;
      for (let i = 0; i < BLOCK; i++) total += weight(k, i) * block[y * BLOCK + i];
      half[y * BLOCK + k] = total;
    }
  for (let x = 0; x < BLOCK; x++)
    for (let k = 0; k < BLOCK; k++) {
      let total = 0;
      for (let i = 0; i < BLOCK; i++) total += weight(k, i) * half[i * BLOCK + x];
      whole[k * BLOCK + x] = total;
    }
  return whole;
}

/**
 * The cosine transform of a block of 8 × 8 numbers, row by row: entry 8 v + u is the share of the wave of u half periods across and v
 * down. It is a rotation: sums of squares stay. Throws RangeError unless there are 64 numbers. Ahmed, Natarajan and Rao 1974.
 */
export const cosineTransform = (block: ArrayLike<number>): Float64Array =>
  transform(block, 'block', (k, i) => cosines[k][i]);

/** The block of these coefficients: turns `cosineTransform` back. */
export const inverseCosineTransform = (coefficients: ArrayLike<number>): Float64Array =>
  transform(coefficients, 'coefficients', (i, k) => cosines[k][i]);
