import { describe, expect, it } from 'vitest';
import { closeAll } from '../../../fixtures/oracle.ts';
import { assertMatrix, choleskyFactor, multiply, symmetricEigensystem, symmetricEigenvalues } from './matrix.ts';

const square = (n: number, entry: (i: number, j: number) => number) =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => entry(i, j)));

describe('eigenvalues at 16 by 16', () => {
  it('of the second difference are 2 − 2 cos(kπ/17)', () => {
    const difference = square(16, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));
    const expected = Array.from({ length: 16 }, (_, k) => 2 - 2 * Math.cos(((16 - k) * Math.PI) / 17));
    closeAll(symmetricEigenvalues(difference), expected, 1e-12);
  });

  it('of a table of ones plus the identity are 17 and fifteen times 1', () => {
    closeAll(
      symmetricEigenvalues(square(16, (i, j) => 1 + Number(i === j))),
      [17, ...Array<number>(15).fill(1)],
      1e-13,
    );
  });

  it('and their eigenvectors, of length 1 and at right angles, make the matrix up', () => {
    const minimum = square(16, (i, j) => Math.min(i, j) + 1);
    const system = symmetricEigensystem(minimum);
    const vectors = system.map(({ vector }) => vector);
    const made = square(16, (i, j) => system.reduce((t, { value, vector }) => t + value * vector[i] * vector[j], 0));
    closeAll(made.flat(), minimum.flat(), 1e-12);
    const products = multiply(
      vectors,
      square(16, (i, j) => vectors[j][i]),
    );
    for (const [i, row] of products.entries())
      for (const [j, product] of row.entries()) expect(Math.abs(product - Number(i === j))).toBeLessThan(1e-13);
  });
});

describe('the Cholesky factor', () => {
  it('of min(i, j) is a triangle of ones', () => {
    const minimum = square(16, (i, j) => Math.min(i, j) + 1);
    const factor = choleskyFactor(minimum);
    expect(factor).toEqual(square(16, (i, j) => Number(j <= i)));
    expect(
      multiply(
        factor,
        square(16, (i, j) => Number(i <= j)),
      ),
    ).toEqual(minimum);
  });
});

describe('matrices', () => {
  it('are refused without entries, with rows of different lengths, and with what is no number', () => {
    expect(() => assertMatrix([], 'a')).toThrow('a must have at least one row, got none');
    expect(() => assertMatrix([[]], 'a')).toThrow('a[0] must have at least one entry, got none');
    expect(() => assertMatrix([[1], [1, 2]], 'a')).toThrow('a[1] must have 1 entries like the first row, got 2');
    expect(() => assertMatrix([[1, -Infinity]], 'a')).toThrow('a[0][1] must be a finite number, got -Infinity');
    expect(() =>
      symmetricEigenvalues([
        [1, 2],
        [3, 1],
      ]),
    ).toThrow('matrix must be symmetric, got 2 and 3');
    expect(() => choleskyFactor([[0]], 'c')).toThrow('c must be positive definite, got the pivot 0 in row 0');
  });
});
