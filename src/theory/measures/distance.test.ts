import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOfDistributions } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { bhattacharyyaCoefficient, hellingerDistance, totalVariation, wassersteinDistance } from './distance.ts';

describe('totalVariation', () => {
  it('is the largest difference over all events, found by trying each', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        let largest = 0;
        for (let event = 0; event < 2 ** p.length; event++) {
          const difference = p.reduce((sum, pi, i) => ((event >> i) & 1 ? sum + pi - q[i] : sum), 0);
          largest = Math.max(largest, Math.abs(difference));
        }
        close(totalVariation(p, q), largest);
      }),
    );
  });

  it('can be twice the largest difference of a single outcome', () => {
    const [p, q] = [
      [0.25, 0.25, 0.25, 0.25],
      [0.4, 0.4, 0.1, 0.1],
    ];
    close(Math.max(...p.map((pi, i) => Math.abs(pi - q[i]))), 0.15);
    close(totalVariation(p, q), 0.3);
  });
});

describe('hellingerDistance', () => {
  it('squared is 1 minus the Bhattacharyya coefficient', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) =>
        close(hellingerDistance(p, q) ** 2, 1 - bhattacharyyaCoefficient(p, q)),
      ),
    );
  });

  it('brackets total variation: h² ≤ TV ≤ h √(2 − h²)', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        const h = hellingerDistance(p, q);
        expect(totalVariation(p, q)).toBeGreaterThanOrEqual(h * h - 1e-12);
        expect(totalVariation(p, q)).toBeLessThanOrEqual(h * Math.sqrt(2 - h * h) + 1e-9);
      }),
    );
  });
});

describe('wassersteinDistance', () => {
  it('between two certain outcomes is the number of steps between them', () => {
    expect(wassersteinDistance([1, 0, 0, 0], [0, 0, 0, 1])).toBe(3);
    expect(wassersteinDistance([0, 1, 0], [1, 0, 0])).toBe(1);
  });

  it('lies between total variation and total variation times the longest way', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        const tv = totalVariation(p, q);
        expect(wassersteinDistance(p, q)).toBeGreaterThanOrEqual(tv - 1e-12);
        expect(wassersteinDistance(p, q)).toBeLessThanOrEqual(tv * (p.length - 1) + 1e-12);
      }),
    );
  });
});
