import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { symmetricEigenvalues } from './matrix.ts';
import { singularSystem, singularValues } from './singular-values.ts';

const size = fc.integer({ min: 1, max: 6 });
const matrix = fc.tuple(size, size).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);
const turn = (a: readonly (readonly number[])[]) => a[0].map((_, j) => a.map((row) => row[j]));

describe('singular values', () => {
  it('squared are the eigenvalues of the matrix of dot products', () => {
    fc.assert(
      fc.property(matrix, (a) => {
        const short = a.length < a[0].length ? a : turn(a);
        const gram = short.map((u) => short.map((v) => u.reduce((t, value, i) => t + value * v[i], 0)));
        const [squares, eigenvalues] = [singularValues(a).map((value) => value ** 2), symmetricEigenvalues(gram)];
        const scale = 1e-12 * (1 + eigenvalues[0]);
        squares.forEach((value, i) => expect(Math.abs(value - eigenvalues[i])).toBeLessThan(scale));
      }),
    );
  });

  it('are those of the transposed matrix', () => {
    fc.assert(
      fc.property(matrix, (a) => {
        const [own, other] = [singularValues(a), singularValues(turn(a))];
        own.forEach((value, i) => expect(Math.abs(value - other[i])).toBeLessThan(1e-12 * (1 + own[0])));
      }),
    );
  });

  it('keep the digits of small ones, which roots of eigenvalues lose', () => {
    // The area 1e-10 is the product of both.
    const [large, small] = singularValues([
      [1, 1],
      [1, 1 + 1e-10],
    ]);
    close(large * small, 1e-10, 1e-6);
    close(large, 2, 1e-9);
  });

  it('of one direction are one and zeros, of a diagonal matrix its entries', () => {
    const third = 1 / Math.sqrt(3);
    closeAll(singularValues(Array.from({ length: 4 }, () => [third, third, third])), [2, 0, 0]);
    closeAll(
      singularValues([
        [0, -3],
        [2, 0],
      ]),
      [3, 2],
    );
    expect(singularValues([[0, 0]])).toEqual([0]);
  });

  it('at 16 by 16 keep the sum of squares and the determinant', () => {
    // The Lehmer matrix min/max, whose determinant is Π (2i + 1)/(i + 1)² from i = 1 on.
    const lehmer = Array.from({ length: 16 }, (_, i) =>
      Array.from({ length: 16 }, (_, j) => Math.min(i + 1, j + 1) / Math.max(i + 1, j + 1)),
    );
    let logDeterminant = 0;
    for (let i = 1; i < 16; i++) logDeterminant += Math.log((2 * i + 1) / (i + 1) ** 2);
    const values = singularValues(lehmer);
    close(
      values.reduce((t, value) => t + Math.log(value), 0),
      logDeterminant,
    );
    close(
      values.reduce((t, value) => t + value ** 2, 0),
      lehmer.flat().reduce((t, value) => t + value ** 2, 0),
    );
  });

  it('of a stretched turn are the stretches, with the directions', () => {
    const [first, second] = singularSystem([[0, -3], [2, 0]]); // prettier-ignore
    close(first.value, 3);
    close(second.value, 2);
    closeAll([...first.right].map(Math.abs), [0, 1]);
  });

  it('come with directions of which the matrix is the sum', () => {
    fc.assert(
      fc.property(matrix, (a) => {
        const system = singularSystem(a);
        const scale = 1e-12 * (1 + system[0].value);
        singularValues(a).forEach((value, i) => expect(Math.abs(value - system[i].value)).toBeLessThan(scale));
        a.forEach((row, i) =>
          row.forEach((entry, j) => {
            const made = system.reduce((sum, { value, left, right }) => sum + value * left[i] * right[j], 0);
            expect(Math.abs(made - entry)).toBeLessThan(scale);
          }),
        );
        for (const { value, left, right } of system)
          for (const direction of value > 1e-9 ? [left, right] : [])
            close(
              direction.reduce((sum, x) => sum + x * x, 0),
              1,
              1e-12,
            );
      }),
    );
  });

  it('need a matrix', () => {
    expect(() => singularValues([])).toThrow('matrix must have at least one row');
    expect(() => singularValues([[1, 2], [3]])).toThrow('matrix[1] must have 2 entries');
    expect(() => singularValues([[NaN]], 'tokens')).toThrow('tokens[0][0] must be a finite number, got NaN');
  });
});
