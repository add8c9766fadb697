import {
  assertFiniteNumbers,
  assertFunction,
  assertLength,
  assertNotEmpty,
  assertPositive,
  assertEach,
} from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';

/**
 * A draw of the bootstrap (Efron 1979): as many columns as there are, drawn with replacement, the same ones for every row; returned is the weighted mean of
 * each row over them. Rows are predictors, columns are pieces of a text with so many characters each: what a hard piece does to all rows
 * at once stays together. Throws RangeError unless every row has as many finite entries as there are weights, all positive.
 */
export function resampledMeans(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  next: Uniform,
): readonly number[] {
  assertNotEmpty(rows, 'rows');
  assertNotEmpty(weights, 'weights');
  assertEach(weights, 'weights', assertPositive);
  assertFunction(next, 'next');
  for (let i = 0; i < rows.length; i++) {
    assertFiniteNumbers(rows[i], `rows[${i}]`);
    assertLength(rows[i], `rows[${i}]`, weights.length, 'like the weights');
  }
  const times = new Array<number>(weights.length).fill(0);
  for (let i = 0; i < weights.length; i++) times[Math.floor(next() * weights.length)]++;
  const drawn = weights.map((weight, i) => weight * times[i]);
  const all = drawn.reduce((total, weight) => total + weight, 0);
  return rows.map((row) => row.reduce((total, value, i) => total + drawn[i] * value, 0) / all);
}
