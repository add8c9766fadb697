import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOfDistributions } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { chernoffInformation } from './chernoff.ts';
import { bhattacharyyaCoefficient } from '#theory/measures/distance.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';

describe('chernoffInformation', () => {
  it('is symmetric, and no less than −ln of the Bhattacharyya coefficient', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        close(chernoffInformation(p, q), chernoffInformation(q, p));
        expect(chernoffInformation(p, q)).toBeGreaterThanOrEqual(-Math.log(bhattacharyyaCoefficient(p, q)) - 1e-12);
      }),
    );
  });

  it('is no more than either relative entropy', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        const least = Math.min(relativeEntropy(p, q), relativeEntropy(q, p));
        expect(chernoffInformation(p, q)).toBeLessThanOrEqual(least + 1e-12);
      }),
    );
  });

  it('of two mirror-image coins is −ln 2√(p(1 − p))', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) =>
        close(chernoffInformation([p, 1 - p], [1 - p, p]), -Math.log(2 * Math.sqrt(p * (1 - p)))),
      ),
    );
  });
});
