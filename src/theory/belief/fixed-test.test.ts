import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { logAffinity } from '#theory/measures/divergence.ts';
import { binomialLaw } from '#theory/learning/coin-mixture.ts';
import { chernoffPoint } from './chernoff.ts';
import { errorsOfBestGuess } from './fixed-test.ts';

const inside = fc.double({ min: 0.01, max: 0.99, noNaN: true });

describe('errorsOfBestGuess', () => {
  it('is half of what total variation leaves, at even chances', () => {
    fc.assert(
      fc.property(inside, inside, (p, q) => {
        const errors = errorsOfBestGuess(p, q, 0.5, 40);
        for (const n of [0, 1, 7, 40])
          expect(errors[n]).toBeCloseTo((1 - totalVariation(binomialLaw(n, p), binomialLaw(n, q))) / 2, 12);
      }),
      { numRuns: 30 },
    );
  });

  it('never rises, and is below the Chernoff bound at every prior', () => {
    fc.assert(
      fc.property(inside, inside, inside, (p, q, prior) => {
        const errors = errorsOfBestGuess(p, q, prior, 60);
        const { information, s } = chernoffPoint([p, 1 - p], [q, 1 - q]);
        errors.forEach((error, n) => {
          expect(error).toBeLessThanOrEqual(prior ** (1 - s) * (1 - prior) ** s * Math.exp(-n * information) + 1e-12);
          if (n > 0) expect(error).toBeLessThanOrEqual(errors[n - 1] + 1e-15);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('falls in the long run at the Chernoff exponent, up to a power of n', () => {
    const errors = errorsOfBestGuess(0.7, 0.4, 0.5, 2000);
    close(Math.log(errors[1000] / errors[2000]) / 1000, chernoffPoint([0.7, 0.3], [0.4, 0.6]).information, 0.012);
  });
});

describe('chernoffPoint', () => {
  it('is where the affinity is least', () => {
    fc.assert(
      fc.property(inside, inside, (p, q) => {
        const { information, s } = chernoffPoint([p, 1 - p], [q, 1 - q]);
        for (const at of [0.1, 0.3, 0.5, 0.7, 0.9])
          expect(information).toBeGreaterThanOrEqual(-logAffinity([p, 1 - p], [q, 1 - q], at) - 1e-12);
        expect(s).toBeGreaterThanOrEqual(0);
        expect(s).toBeLessThanOrEqual(1);
      }),
    );
    expect(chernoffPoint([0.3, 0.7], [0.3, 0.7]).s).toBe(0.5);
  });
});
