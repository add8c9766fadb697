import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { sum } from '#theory/measures/distribution.ts';
import { binomialLaw } from './coin-mixture.ts';
import { dirichletDivergence } from './dirichlet-divergence.ts';
import { redundancyCurve } from './redundancy.ts';
import { coinPredictor, costOfWrongPrior, costsOfWrongPrior, foreseenHeads, type CoinPrior } from './wrong-prior.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';

const two = (weight: number): CoinPrior => [
  { weight, bias: 0.7 },
  { weight: 1 - weight, bias: 0.4 },
];
const beta = (a: number, b: number): CoinPrior => [{ weight: 1, a, b }];
const surely = (bias: number): CoinPrior => [{ weight: 1, bias }];

/** Every sequence of n tosses, with the product of the predictions. */
function lawByHand(prior: CoinPrior, n: number): number[] {
  const law = [1];
  for (let t = 0, words = ['']; t < n; t++) {
    const next: string[] = [];
    const probabilities: number[] = [];
    words.forEach((word, i) => {
      const heads = word.replaceAll('t', '').length;
      const p = coinPredictor(prior, t).next(heads, t - heads)[0];
      next.push(`${word}h`, `${word}t`);
      probabilities.push(law[i] * p, law[i] * (1 - p));
    });
    words = next;
    law.splice(0, law.length, ...probabilities);
  }
  return law;
}

describe('what a wrong prior costs', () => {
  it('is .2716 bits in two tosses of a trick coin that is believed to be rare: the case worked by hand', () => {
    const bag = (weight: number): CoinPrior => [
      { weight, bias: 1 },
      { weight: 1 - weight, bias: 0.5 },
    ];
    const costs = costsOfWrongPrior(bag(0.5), bag(0.1), 2).map((nats) => nats / Math.LN2);
    // Of P = (5, 1, 1, 1)/8 and Q = (.325, .225, .225, .225).
    const whole = relativeEntropy([0.625, 0.125, 0.125, 0.125], [0.325, 0.225, 0.225, 0.225]) / Math.LN2;
    close(costs[0], relativeEntropy([0.75, 0.25], [0.55, 0.45]) / Math.LN2, 1e-12);
    close(costs[0] + costs[1], whole, 1e-12);
    close(costOfWrongPrior(bag(0.5), bag(0.1), 2) / Math.LN2, whole, 1e-12);
    expect([costs[0], costs[1], whole].map((bits) => bits.toFixed(3))).toEqual(['0.124', '0.148', '0.272']);
  });

  it('is the divergence of the two laws of sequences, one by one, whatever the priors', () => {
    const prior = fc.record({
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
      bias: fc.double({ min: 0, max: 1, noNaN: true }),
      a: fc.double({ min: 0.1, max: 20, noNaN: true }),
      b: fc.double({ min: 0.1, max: 20, noNaN: true }),
    });
    const made = ({ weight, bias, a, b }: { weight: number; bias: number; a: number; b: number }): CoinPrior => [
      { weight, bias },
      { weight: 1 - weight, a, b },
    ];
    fc.assert(
      fc.property(prior, prior, fc.integer({ min: 1, max: 7 }), (one, other, n) => {
        // A Beta part excludes nothing.
        const [truth, belief] = [made(one), made({ ...other, weight: other.weight * 0.9 })];
        const exact = relativeEntropy(lawByHand(truth, n), lawByHand(belief, n));
        close(costOfWrongPrior(truth, belief, n), exact, 1e-9);
        close(sum(costsOfWrongPrior(truth, belief, n)), exact, 1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('adds up toss by toss to what all tosses cost, and never falls', () => {
    for (const [truth, belief] of [
      [two(0.5), two(0.001)],
      [beta(1, 1), beta(20, 20)],
      [surely(0.9), two(0.5)],
      [surely(0.3), [...two(0.4).map((part) => ({ ...part, weight: 0.9 * part.weight })), { weight: 0.1, a: 1, b: 1 }]],
    ] as const) {
      const costs = costsOfWrongPrior(truth, belief, 200);
      let paid = 0;
      for (let n = 1; n <= 200; n++) {
        expect(costs[n - 1]).toBeGreaterThanOrEqual(0);
        paid += costs[n - 1];
        if (n % 40 === 0) close(paid, costOfWrongPrior(truth, belief, n), 1e-9);
      }
    }
  });

  it('comes to rest at the divergence of the priors, which it never exceeds', () => {
    const ceiling = relativeEntropy([0.5, 0.5], [0.001, 0.999]);
    expect(costOfWrongPrior(two(0.5), two(0.001), 300)).toBeLessThan(ceiling);
    close(costOfWrongPrior(two(0.5), two(0.001), 2000), ceiling, 1e-9);
    const betas = dirichletDivergence([2, 3], [5, 1]);
    const paid = [100, 1000, 2000].map((n) => costOfWrongPrior(beta(2, 3), beta(5, 1), n));
    expect(paid[2]).toBeLessThan(betas);
    // What is missing halves with twice the tosses.
    close((betas - paid[1]) / (betas - paid[2]), 2, 0.02);
  });

  it('grows by D(truth ‖ nearest) a toss where the prior has nothing at the truth', () => {
    const rate = relativeEntropy([0.9, 0.1], [0.7, 0.3]);
    const paid = [1000, 2000].map((n) => costOfWrongPrior(surely(0.9), two(0.5), n));
    close(paid[1] - paid[0], 1000 * rate, 1e-9);
    // All but the entry fee of the nearest coin, ln 2.
    close(paid[1], 2000 * rate + Math.LN2, 1e-9);
  });

  it('is at most ln 1/ε where the prior has ε at the truth', () => {
    for (const epsilon of [1e-12, 1e-6, 0.1]) {
      const belief = [
        ...two(0.5).map((part) => ({ ...part, weight: (1 - epsilon) / 2 })),
        { weight: epsilon, bias: 0.9 },
      ];
      const paid = costOfWrongPrior(surely(0.9), belief, 2000);
      expect(paid).toBeLessThanOrEqual(-Math.log(epsilon) + 1e-9);
      close(paid, -Math.log(epsilon), 1e-6);
    }
  });

  it('is the redundancy of a prior with finitely many values, for a coin that is known', () => {
    const prior = { biases: [0.7, 0.4], weights: [0.3, 0.7] };
    const [redundancy] = redundancyCurve(prior, 25, [0.62]);
    close(costOfWrongPrior(surely(0.62), two(0.3), 25), redundancy, 1e-10);
  });

  it('is nothing if the prior is right, and infinite if it excludes what comes', () => {
    expect(sum(costsOfWrongPrior(two(0.3), two(0.3), 50))).toBe(0);
    expect(costOfWrongPrior(beta(2, 3), beta(2, 3), 50)).toBe(0);
    expect(costOfWrongPrior(surely(0.5), surely(1), 3)).toBe(Infinity);
    expect(costsOfWrongPrior(surely(0.5), surely(1), 2)[0]).toBe(Infinity);
    expect(costsOfWrongPrior(surely(1), surely(1), 2)).toEqual([0, 0]);
  });

  it('foresees what it should: the law of the number of heads, and Laplace’s rule', () => {
    const foreseen = foreseenHeads(surely(0.3), beta(1, 1), 12);
    closeAll(
      foreseen.map(({ chance }) => chance),
      binomialLaw(12, 0.3),
      1e-12,
    );
    closeAll(
      foreseen.map(({ heads }) => heads),
      Array.from({ length: 13 }, (_, k) => (k + 1) / 14),
      1e-12,
    );
    close(coinPredictor(beta(1, 1), 5).logOf(3, 2), Math.log(1 / 60), 1e-12);
    closeAll(coinPredictor(two(0.5), 2).posterior(1, 1), [0.21 / 0.45, 0.24 / 0.45], 1e-12);
    expect(foreseenHeads(surely(0.5), surely(1), 2)).toEqual([{ seen: 2, chance: 0.25, heads: 1 }]);
  });

  it('refuses what is no prior', () => {
    expect(() => costOfWrongPrior([], two(0.5), 3)).toThrow('truth');
    expect(() => costOfWrongPrior(two(0.5), [{ weight: 0.5, bias: 0.2 }], 3)).toThrow('weights of belief');
    expect(() => costsOfWrongPrior(two(0.5), [{ weight: 1, a: 0, b: 1 }], 3)).toThrow('a must');
    expect(() => costOfWrongPrior(two(0.5), two(0.5), 2001)).toThrow('tosses');
    expect(() => coinPredictor(surely(1), 1).next(0, 1)).toThrow('prior');
  });
});
