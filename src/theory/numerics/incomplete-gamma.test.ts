import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { erf } from './error-function.ts';
import { gammaQuantile, regularizedGamma } from './incomplete-gamma.ts';

/** P(a Poisson variable with this mean is at least k), term by term. */
function atLeast(k: number, mean: number): number {
  let [term, below] = [Math.exp(-mean), 0];
  for (let j = 0; j < k; j++) {
    below += term;
    term *= mean / (j + 1);
  }
  return 1 - below;
}

describe('regularizedGamma', () => {
  it('is exponential, an error function, and a sum of Poisson probabilities', () => {
    for (const x of [1e-6, 0.1, 0.5, 1, 2, 5, 20]) {
      close(regularizedGamma(1, x), -Math.expm1(-x), 1e-12);
      close(regularizedGamma(0.5, x), erf(Math.sqrt(x)), 1e-12);
      for (const k of [1, 2, 7, 30]) expect(Math.abs(regularizedGamma(k, x) - atLeast(k, x))).toBeLessThan(1e-12);
    }
  });

  it('rises by x^a e^(−x) / Γ(a + 1) from shape a + 1 to a, and from 0 to 1', () => {
    expect(regularizedGamma(3, 0)).toBe(0);
    close(regularizedGamma(3, 1e4), 1);
    close(regularizedGamma(40_000, 40_000), 0.5 + 1 / (3 * Math.sqrt(2 * Math.PI * 40_000)), 1e-7);
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 50, noNaN: true }),
        fc.double({ min: 0.01, max: 80, noNaN: true }),
        (a, x) => {
          // Γ(a + 1) by integrating t = −ln u: compared through the recurrence alone, at a and at a + 1.
          const drop = regularizedGamma(a, x) - regularizedGamma(a + 1, x);
          const next = regularizedGamma(a + 1, x) - regularizedGamma(a + 2, x);
          expect(Math.abs(next * (a + 1) - drop * x)).toBeLessThan(1e-9 * (1 + a + x));
        },
      ),
    );
    expect(() => regularizedGamma(0, 1)).toThrow(RangeError);
    expect(() => regularizedGamma(1, -1)).toThrow(RangeError);
  });
});

describe('gammaQuantile', () => {
  it('is the inverse', () => {
    close(gammaQuantile(0.5, 1), Math.LN2);
    close(gammaQuantile(0.025, 1), -Math.log(0.975));
    for (const a of [0.01, 0.5, 1.5, 6.5, 100.5, 5000.5])
      for (const level of [0.025, 0.5, 0.975]) close(regularizedGamma(a, gammaQuantile(level, a)), level, 1e-8);
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2)]).toEqual([0, Infinity]);
    expect(() => gammaQuantile(1.1, 2)).toThrow(RangeError);
  });
});
