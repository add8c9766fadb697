import fc from 'fast-check';
import { expect, it } from 'vitest';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { logGamma } from '#theory/numerics/special.ts';
import { close } from '../../../fixtures/oracle.ts';
import { dirichletDivergence } from './dirichlet-divergence.ts';

const logDensity = (x: number, y: number, [a, b]: readonly number[]) =>
  (a - 1) * Math.log(x) + (b - 1) * Math.log(y) + logGamma(a + b) - logGamma(a) - logGamma(b);

it('is the integral of p ln(p/q) for two parameters', () => {
  for (const [a, b] of [
    [
      [2, 3],
      [1, 1],
    ],
    [
      [4, 1.5],
      [2, 2],
    ],
  ]) {
    const integral = integrateUnitInterval(
      (x, y) => Math.exp(logDensity(x, y, a)) * (logDensity(x, y, a) - logDensity(x, y, b)),
    );
    close(dirichletDivergence(a, b), integral, 1e-7);
  }
});

it('is by hand ln 2 − ½ from Beta(2, 1) to the uniform law, and 53 bits for three rows of Dir(0.1) against Dir(1)', () => {
  // ∫ 2x ln 2x dx = ln 2 − ½.
  close(dirichletDivergence([2, 1], [1, 1]), Math.log(2) - 0.5);
  // Γ(0.3) = 2.99156898768759, Γ(0.1) = 9.51350769866873, ψ(0.1) = −10.4237549404111, ψ(0.3) = −3.50252422220013.
  const byHand = -Math.log(2) - 3 * Math.log(9.51350769866873) + Math.log(2.99156898768759) - 2.7 * (-10.4237549404111 + 3.50252422220013); // prettier-ignore
  close(dirichletDivergence([0.1, 0.1, 0.1], [1, 1, 1]), byHand, 1e-11);
  expect((3 * byHand) / Math.LN2).toBeCloseTo(53, 0);
});

it('is never negative, and zero only between equals', () => {
  const some = fc.array(fc.double({ min: 0.05, max: 20, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(some, some, (a, b) => {
      expect(dirichletDivergence(a, b)).toBeGreaterThanOrEqual(0);
      expect(dirichletDivergence(a, a)).toBeLessThan(1e-9);
    }),
  );
  expect(dirichletDivergence([1, 2], [1, 2.1])).toBeGreaterThan(1e-4);
});

it('says which parameter cannot be', () => {
  expect(() => dirichletDivergence([1], [1])).toThrow(/at least two/);
  expect(() => dirichletDivergence([1, 2], [1])).toThrow(/b must have 2/);
  expect(() => dirichletDivergence([1, 0], [1, 1])).toThrow(/a\[1\]/);
  expect(() => dirichletDivergence([1, 1], [1, NaN])).toThrow(/b\[1\]/);
});
