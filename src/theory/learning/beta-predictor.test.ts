import { describe, expect, it } from 'vitest';
import { expectedEntropyOf } from './dirichlet.ts';
import { informationOfBetaPrior } from './redundancy.ts';
import { predictiveEntropiesOfBeta } from './beta-predictor.ts';
import { sum } from '#theory/measures/distribution.ts';

describe('the cost of each toss for a Bayesian with a Beta prior', () => {
  it('is a bit at first, and for a uniform bias .6365 nats after one toss: the entropy of a third', () => {
    const costs = predictiveEntropiesOfBeta(1, 1, 2);
    expect(costs[0]).toBeCloseTo(Math.LN2, 14);
    expect(costs[1]).toBeCloseTo(Math.log(3) - (2 / 3) * Math.LN2, 14);
  });

  it('exceeds the mean entropy of the coin, in all, by what the tosses tell about it (theorem 3.2)', () => {
    for (const [a, b, tosses] of [
      [1, 1, 10],
      [0.5, 0.5, 60],
      [20, 20, 200],
      [0.2, 3, 40],
    ] as const) {
      const paid = sum(predictiveEntropiesOfBeta(a, b, tosses)) - tosses * expectedEntropyOf([a, b]);
      expect(paid).toBeCloseTo(informationOfBetaPrior(a, b, tosses), 10);
    }
    expect(sum(predictiveEntropiesOfBeta(1, 1, 10)) - 10 * expectedEntropyOf([1, 1])).toBeCloseTo(0.8539973455, 9);
  });

  it('never rises', () => {
    const costs = predictiveEntropiesOfBeta(0.7, 2, 300);
    for (let t = 1; t < costs.length; t++) expect(costs[t]).toBeLessThanOrEqual(costs[t - 1] + 1e-15);
  });

  it('refuses what it cannot do', () => {
    expect(() => predictiveEntropiesOfBeta(0, 1, 3)).toThrow('a must be');
    expect(() => predictiveEntropiesOfBeta(1, 1, 2001)).toThrow('tosses must be at most 2000, got 2001');
    expect(predictiveEntropiesOfBeta(1, 1, 0)).toEqual([]);
  });
});
