import { expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { modelWeights } from '../../fixtures/model.ts';
import { MOST_OF_INPUT, wholeRows } from './wholeNumbers.ts';

it('gives the matrices of the weights file back', () => {
  const weights = modelWeights('reader');
  const { width: d } = weights.config;
  const matrix = weights.tensor('blocks.2.down.weight', [d, 4 * d]);
  const { numbers, steps } = wholeRows(matrix, 4 * d);
  let worst = 0;
  matrix.forEach((value, i) => {
    const step = steps[Math.floor(i / (4 * d))];
    worst = Math.max(worst, Math.abs(numbers[i] - value / step));
  });
  expect(worst).toBeLessThan(1e-4);
});

it('rounds other numbers to a 127th of the largest of their row, and keeps zeros', () => {
  const next = uniforms(2);
  const matrix = Float32Array.from({ length: 3 * 40 }, (_, i) => (i < 80 ? next() - 0.5 : 0));
  const { numbers, steps } = wholeRows(matrix, 40);
  matrix.forEach((value, i) => expect(Math.abs(numbers[i] * steps[Math.floor(i / 40)] - value)).toBeLessThanOrEqual(0.501 * 0.5 / 127)); // prettier-ignore
  expect(steps[2]).toBe(0);
});

it('refuses rows whose sums could leave 32 digits', () => {
  expect(wholeRows(new Float32Array(1032).fill(1), 1032).steps).toHaveLength(1);
  expect(1032 * MOST_OF_INPUT * 127).toBeLessThan(2 ** 31);
  expect(1033 * MOST_OF_INPUT * 127).toBeGreaterThan(2 ** 31);
  expect(() => wholeRows(new Float32Array(1033), 1033)).toThrow(RangeError);
});
