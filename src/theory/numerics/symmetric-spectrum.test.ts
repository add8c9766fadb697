import { describe, expect, it } from 'vitest';
import { closeAll } from '../../../fixtures/oracle.ts';
import { drawNormal } from '#sim/samplers.ts';
import { uniforms } from '#sim/random.ts';
import { symmetricEigenvalues } from './matrix.ts';
import { symmetricSpectrum } from './symmetric-spectrum.ts';

const random = (n: number, seed: number) => {
  const next = uniforms(seed, n);
  const a = Array.from({ length: n }, () => Array.from({ length: n }, () => drawNormal(next)));
  return a.map((row, i) => row.map((value, j) => (value + a[j][i]) / 2));
};

describe('the spectrum of a symmetric matrix', () => {
  it('is that of Jacobi rotations', () => {
    for (const n of [1, 2, 3, 4, 7, 12, 25])
      closeAll(symmetricSpectrum(random(n, 5)), symmetricEigenvalues(random(n, 5)), 1e-11);
  });

  it('is that of a chain of springs, 2 − 2 cos(kπ/(n + 1)), in closed form', () => {
    const n = 40;
    const springs = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const exact = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((n - k) * Math.PI) / (n + 1)));
    closeAll(symmetricSpectrum(springs), exact, 1e-11);
  });

  it('survives zeros, ties and a single direction', () => {
    closeAll(symmetricSpectrum([[0, 0], [0, 0]]), [0, 0]); // prettier-ignore
    closeAll(symmetricSpectrum([[3, 0, 0], [0, -1, 0], [0, 0, 3]]), [3, 3, -1]); // prettier-ignore
    const one = symmetricSpectrum([1, 2, 2, 4].map((a) => [1, 2, 2, 4].map((b) => a * b)));
    expect(one[0]).toBeCloseTo(25, 12);
    one.slice(1).forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-13));
  });

  it('survives products of rows that repeat, where nothing but noise of noise is left', () => {
    for (const [n, d, period] of [
      [40, 64, 2],
      [40, 64, 3],
      [100, 128, 1],
      [100, 128, 2],
      [100, 128, 3],
    ]) {
      const next = uniforms(n, period);
      const kinds = Array.from({ length: period }, () => {
        const row = Array.from({ length: d }, () => drawNormal(next));
        return row.map((value) => value / Math.hypot(...row));
      });
      const rows = Array.from({ length: n }, (_, t) => kinds[t % period]);
      const found = symmetricSpectrum(rows.map((a) => rows.map((b) => a.reduce((sum, x, k) => sum + (x * b[k]) / n, 0)))); // prettier-ignore
      // As many directions as there are different rows; the trace is 1.
      expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      found.slice(period).forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-14));
    }
  });

  it('refuses what is not symmetric', () => {
    expect(() => symmetricSpectrum([[1, 2], [3, 1]])).toThrow('matrix must be symmetric'); // prettier-ignore
  });
});
