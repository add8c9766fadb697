import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { drawNormal } from '#sim/samplers.ts';
import { uniforms } from '#sim/random.ts';
import { chiSquare95, fitAboveFloor, fitLogLinear, fitWithFloor, floorInterval } from './floor-fit.ts';
import { fitPowerLaw } from './power-law.ts';

interface Points {
  readonly N: number[];
  readonly y: number[];
  readonly assumed_floor_E: number;
}
const [{ input }] = oracleCases<Points>('11_geometry', 'power_law_floor_misspecification');
const law = (floor: number, scale: number, exponent: number) => (x: number) => floor + scale * x ** -exponent;

describe('a power law with a floor', () => {
  it('is recovered from the reference data, floor and all', () => {
    const fit = fitWithFloor(input.N, input.y);
    close(fit.floor, 1.7, 1e-6);
    close(fit.exponent, 0.34, 1e-5);
    close(Math.log(fit.scale), Math.log(400), 1e-4);
    expect(fit.squares).toBeLessThan(1e-14);
    const known = fitAboveFloor(input.N, input.y, 1.7);
    close(known.exponent, 0.34, 1e-6);
    close(known.scale, 400, 1e-4);
  });

  it('is recovered wherever it is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        fc.double({ min: 0.1, max: 1.5, noNaN: true }),
        (floor, exponent) => {
          const x = [1, 3, 10, 40, 100];
          const fit = fitWithFloor(x, x.map(law(floor, 2, exponent)));
          expect(Math.abs(fit.floor - floor)).toBeLessThan(1e-4);
          expect(Math.abs(fit.exponent - exponent)).toBeLessThan(1e-4);
        },
      ),
    );
  });

  it('fits no worse than any floor of a fine list, nor than the fit on log paper', () => {
    const next = uniforms(3);
    const y = input.y.map((value) => value + 0.01 * drawNormal(next));
    const best = fitWithFloor(input.N, y);
    for (let floor = 0; floor < 1.84; floor += 0.04) {
      const fit = fitAboveFloor(input.N, y, floor);
      expect(fit.squares).toBeGreaterThanOrEqual(best.squares - 1e-12);
      if (floor >= Math.min(...y)) continue;
      const { exponent, logScale } = fitPowerLaw(input.N, y, floor);
      const onPaper = input.N.map(law(floor, Math.exp(logScale), exponent));
      expect(fit.squares).toBeLessThanOrEqual(y.reduce((all, value, i) => all + (value - onPaper[i]) ** 2, 0) + 1e-12);
    }
  });

  it('becomes a line in ln x as its exponent goes to 0', () => {
    const x = [1, 2, 4, 8];
    const y = [10, 9, 8, 7];
    const fit = fitLogLinear(x, y);
    close(fit.intercept, 10);
    close(fit.slope, 1 / Math.LN2);
    expect(fit.squares).toBeLessThan(1e-25);
    const near = x.map(law(10 - 1e4, 1e4, 1e-4 / Math.LN2));
    near.forEach((value, i) => expect(Math.abs(value - y[i])).toBeLessThan(1e-3));
    // No floor below 0 is taken: the data lie on a line, so the best there is has floor 0.
    expect(fitWithFloor(x, y).floor).toBe(0);
  });

  it('passes through three points, by hand: 3, 2, 1.5 at 1, 4, 16 is 1 + 2 x^(−1/2)', () => {
    const fit = fitWithFloor([1, 4, 16], [3, 2, 1.5]);
    close(fit.floor, 1, 1e-7);
    close(fit.exponent, 0.5, 1e-6);
    close(fit.scale, 2, 1e-7);
  });

  it('refuses too few points', () => {
    expect(() => fitWithFloor([1, 2], [2, 1])).toThrow('x must have 3 different entries, got 2');
    expect(() => fitAboveFloor([1, 1], [2, 1], 0)).toThrow('x must have 2 different entries, got 1');
    expect(() => fitLogLinear([1, 2], [2])).toThrow('y must have one entry per entry of x, 2, got 1');
    expect(() => floorInterval([1, 2, 3], [3, 2, 1], 0)).toThrow('sigma must be positive');
  });
});

describe('the interval of a floor', () => {
  const reads = (x: readonly number[], y: readonly number[], sigma: number, floor: number) =>
    (fitAboveFloor(x, y, floor).squares - fitWithFloor(x, y).squares) / sigma ** 2;

  it('ends where the misfit is χ² at 0.95', () => {
    const { from, to } = floorInterval(input.N, input.y, 0.01);
    close(reads(input.N, input.y, 0.01, from), chiSquare95, 1e-5);
    close(reads(input.N, input.y, 0.01, to), chiSquare95, 1e-5);
    expect(from).toBeLessThan(1.7);
    expect(to).toBeGreaterThan(1.7);
  });

  it('has for small errors the width of the linear theory, 2 · 1.96 σ √((JᵀJ)⁻¹)', () => {
    // Derivatives of floor + scale x^(−exponent) by floor, ln scale, exponent; Schur complement of the first.
    const u = input.N.map((x) => 400 * x ** -0.34);
    const rows = input.N.map((x, i) => [1, u[i], -u[i] * Math.log(x)]);
    const g = (a: number, b: number) => rows.reduce((all, row) => all + row[a] * row[b], 0);
    const det2 = g(1, 1) * g(2, 2) - g(1, 2) ** 2;
    const schur = g(0, 0) - (g(0, 1) ** 2 * g(2, 2) - 2 * g(0, 1) * g(0, 2) * g(1, 2) + g(0, 2) ** 2 * g(1, 1)) / det2;
    const { from, to } = floorInterval(input.N, input.y, 1e-4);
    close(to - from, 2 * Math.sqrt(chiSquare95) * 1e-4 * Math.sqrt(1 / schur), 2e-3);
  });

  it('covers the floor about 95 times in a hundred', () => {
    let hits = 0;
    for (let i = 0; i < 200; i++) {
      const next = uniforms(11, i);
      const y = input.y.map((value) => value + 0.005 * drawNormal(next));
      hits += reads(input.N, y, 0.005, 1.7) <= chiSquare95 ? 1 : 0;
    }
    // Binomial(200, 0.95): mean 190, standard deviation 3.1.
    expect(hits).toBeGreaterThan(178);
    expect(hits).toBeLessThan(199);
  });

  it('shuts out nothing where ten times the size moves the loss less than the noise tells', () => {
    const x = [1e9, 2e9, 5e9, 1e10];
    const y = x.map(law(1.7, 400, 0.34));
    const { from, to } = floorInterval(x, y, 0.02);
    expect(from).toBe(0);
    expect(to).toBeGreaterThan(1.8);
    expect(to).toBeLessThanOrEqual(Math.max(...y));
  });
});
