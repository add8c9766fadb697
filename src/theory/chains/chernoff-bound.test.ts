import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { chernoffBounds, entropyOverGeometricMean } from './chernoff-bound.ts';
import { chernoffRate } from './chernoff-of-chains.ts';
import { stationaryLaw } from './markov-chain.ts';
import { windowStatistics } from './window-statistics.ts';

const inside = fc.double({ min: 0.02, max: 0.98, noNaN: true });

describe('Chernoff bounds on what a window leaves open', () => {
  it('have the factor 2 ln 2 at s = 1/2, and that of a fine grid elsewhere', () => {
    close(entropyOverGeometricMean(0.5), 2 * Math.LN2, 1e-13);
    fc.assert(
      fc.property(inside, (s) => {
        const most = entropyOverGeometricMean(s);
        close(most, entropyOverGeometricMean(1 - s), 1e-11);
        let found = 0;
        for (let x = -60; x <= 60; x += 0.01) {
          const [v, rest] = [1 / (1 + Math.exp(-x)), 1 / (1 + Math.exp(x))];
          const h = binaryEntropy(Math.min(v, rest));
          found = Math.max(found, h / (v ** s * rest ** (1 - s)));
        }
        expect(found).toBeLessThanOrEqual(most * (1 + 1e-12));
        close(most, found, 1e-5);
      }),
      { numRuns: 20 },
    );
  });

  it('are above what is left open, and the Bhattacharyya bound at s = 1/2', () => {
    fc.assert(
      fc.property(irreducibleChainOf(2), irreducibleChainOf(2), inside, inside, (one, other, prior, s) => {
        const mixture = { chains: [one, other], weights: [prior, 1 - prior] };
        const all = windowStatistics(mixture, mixture.chains.map(stationaryLaw), 6);
        const [half, tilted] = [0.5, s].map((at) => chernoffBounds(one, other, prior, at, 6));
        all.forEach(({ entropyOfChain, bhattacharyyaBound }, i) => {
          close(half[i], bhattacharyyaBound, 1e-11);
          expect(entropyOfChain).toBeLessThanOrEqual(tilted[i] + 1e-12);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('fall at the Chernoff rate', () => {
    const [one, other] = [
      [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
      [
        [0.6, 0.4],
        [0.4, 0.6],
      ],
    ];
    const { rate, s } = chernoffRate(one, other);
    const bounds = chernoffBounds(one, other, 0.5, s, 400);
    close(Math.log(bounds[398] / bounds[399]), rate, 1e-9);
  });

  it('are for an s between 0 and 1', () => {
    const one = [[1]];
    for (const s of [0, 1])
      expect(() => chernoffBounds(one, one, 0.5, s, 3)).toThrow(
        new RangeError(`s must be between 0 and 1 and neither, got ${s}`),
      );
    expect(() => chernoffBounds(one, [[0.5, 0.5], [0.5, 0.5]], 0.5, 0.5, 3)).toThrow(RangeError); // prettier-ignore
    expect(chernoffBounds(one, one, 0.5, 0.5, 1)[0]).toBeCloseTo(Math.LN2, 14);
  });
});
