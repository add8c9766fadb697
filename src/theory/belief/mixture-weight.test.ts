import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { mixtureWeight } from './mixture-weight.ts';

/** No entry is zero. */
const positive = (size: number) => distributionOf(size).map((p) => p.map((x) => 0.9 * x + 0.1 / size));
const mix = (w: number, a: readonly number[], b: readonly number[]) => a.map((x, i) => w * x + (1 - w) * b[i]);

describe('the weight of a mixture', () => {
  it('is found in a mixture, which nothing is left of', () => {
    fc.assert(
      fc.property(probability, positive(4), positive(4), (w, a, b) => {
        const { weight, divergence } = mixtureWeight(mix(w, a, b), a, b);
        expect(divergence).toBeLessThan(1e-12);
        // How well it can be found depends on how far the two are apart.
        if (Math.max(...a.map((x, i) => Math.abs(x - b[i]))) > 0.01) expect(Math.abs(weight - w)).toBeLessThan(1e-6);
      }),
    );
  });

  it('is not beaten by any of a thousand weights', () => {
    fc.assert(
      fc.property(positive(3), positive(3), positive(3), (law, a, b) => {
        const { weight, divergence } = mixtureWeight(law, a, b);
        expect(Math.abs(divergence - relativeEntropy(law, mix(weight, a, b)))).toBeLessThan(1e-12);
        for (let i = 0; i <= 1000; i++)
          expect(divergence).toBeLessThanOrEqual(relativeEntropy(law, mix(i / 1000, a, b)) + 1e-12);
      }),
      { numRuns: 20 },
    );
  });

  it('has a closed form for two outcomes', () => {
    // w·0.9 + (1 − w)·0.2 = 0.55.
    close(mixtureWeight([0.55, 0.45], [0.9, 0.1], [0.2, 0.8]).weight, 0.5, 1e-9);
    expect(mixtureWeight([0.95, 0.05], [0.9, 0.1], [0.2, 0.8]).weight).toBe(1);
    expect(mixtureWeight([0.1, 0.9], [0.9, 0.1], [0.2, 0.8]).weight).toBe(0);
    expect(mixtureWeight([0.1, 0.9], [0.5, 0.5], [0.5, 0.5]).weight).toBe(0.5);
  });

  it('rejects what is no law, and laws that exclude what happens', () => {
    expect(() => mixtureWeight([0.5, 0.6], [0.5, 0.5], [0.5, 0.5])).toThrow(RangeError);
    expect(() => mixtureWeight([0.5, 0.5], [1], [0.5, 0.5])).toThrow(RangeError);
    expect(() => mixtureWeight([0.5, 0.5], [1, 0], [0.5, 0.5])).toThrow(
      new RangeError('first and second must be positive where law is, got 0 and 0.5 at 1'),
    );
  });
});
