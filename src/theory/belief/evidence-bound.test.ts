import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { tilt } from '#theory/language-models/tilting.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { bestProductFrom, bestSecondPart, evidenceLowerBound, importanceWeightedBound } from './evidence-bound.ts';

const positive = fc.integer({ min: 1, max: 40 });
const four = fc.tuple(positive, positive, positive, positive);
const lawOf = (numbers: readonly number[]) => numbers.map((n) => n / numbers.reduce((a, b) => a + b, 0));
const cases = fc.record({
  prior: four.map(lawOf),
  likelihood: four.map((all) => all.map((n) => n / 41)),
  q: four.map(lawOf),
});

describe('the evidence lower bound', () => {
  it('is ln p(x) less the divergence to the posterior, and by itself expected log likelihood less divergence to the prior', () => {
    fc.assert(
      fc.property(cases, ({ prior, likelihood, q }) => {
        const weights = prior.map((p, z) => p * likelihood[z]);
        const evidence = weights.reduce((a, b) => a + b, 0);
        const bound = evidenceLowerBound(weights, q);
        close(bound + relativeEntropy(q, weights.map((w) => w / evidence)), Math.log(evidence), 1e-12); // prettier-ignore
        const fit = q.reduce((sum, p, z) => sum + p * Math.log(likelihood[z]), 0);
        close(bound, fit - relativeEntropy(q, prior), 1e-12);
      }),
    );
  });

  it('has ln p(x) as its largest value: the tilt of the prior by ln p(x | z) at price 1', () => {
    fc.assert(
      fc.property(cases, ({ prior, likelihood }) => {
        const weights = prior.map((p, z) => p * likelihood[z]);
        const { policy, objective } = tilt(prior, likelihood.map(Math.log), 1);
        close(evidenceLowerBound(weights, policy), objective, 1e-12);
        close(objective, Math.log(weights.reduce((a, b) => a + b, 0)), 1e-12);
      }),
    );
  });

  it('is −∞ for a reading that cannot have made the text', () => {
    expect(evidenceLowerBound([0.1, 0], [0.5, 0.5])).toBe(-Infinity);
    close(evidenceLowerBound([0.1, 0], [1, 0]), Math.log(0.1));
    expect(() => evidenceLowerBound([0.1], [0.5, 0.5])).toThrow(RangeError);
  });
});

describe('the bound with several samples', () => {
  /** All rows of K values, one by one. */
  const byRows = (weights: readonly number[], q: readonly number[], samples: number): number => {
    const extend = (row: readonly number[]): number => {
      if (row.length === samples) {
        const chance = row.reduce((product, z) => product * q[z], 1);
        return chance * Math.log(row.reduce((sum, z) => sum + weights[z] / q[z], 0) / samples);
      }
      return q.reduce((sum, _, z) => sum + extend([...row, z]), 0);
    };
    return extend([]);
  };

  it('is the mean over all rows of samples, begins with the bound and rises to ln p(x)', () => {
    fc.assert(
      fc.property(cases, ({ prior, likelihood, q }) => {
        const weights = prior.map((p, z) => p * likelihood[z]);
        const evidence = Math.log(weights.reduce((a, b) => a + b, 0));
        const bounds = [1, 2, 3, 8].map((K) => importanceWeightedBound(weights, q, K).mean);
        close(bounds[0], evidenceLowerBound(weights, q), 1e-10);
        for (const K of [2, 3]) close(bounds[K - 1], byRows(weights, q, K), 1e-10);
        for (let i = 1; i < bounds.length; i++) expect(bounds[i]).toBeGreaterThanOrEqual(bounds[i - 1] - 1e-12);
        expect(bounds[3]).toBeLessThanOrEqual(evidence + 1e-12);
      }),
      { numRuns: 40 },
    );
    const [weights, q] = [[0.3, 0.1], [0.5, 0.5]]; // prettier-ignore
    const { mean, deviation } = importanceWeightedBound(weights, q, 200);
    close(mean, Math.log(0.4), 0.002);
    // The ratio to p(x) is 1.5 or 0.5: a deviation of one half, divided by √200, in first order.
    close(deviation, 0.5 / Math.sqrt(200), 0.01);
  });

  it('tends only to the part that q reaches', () => {
    close(importanceWeightedBound([0.3, 0.1], [1, 0], 5).mean, Math.log(0.3));
    expect(() => importanceWeightedBound([0.3, 0], [0.5, 0.5], 2)).toThrow('weights must be positive where q is');
  });
});

describe('products', () => {
  const table = four.map(([a, b, c, d]) => [[a, b], [c, d]].map((row) => row.map((n) => n / 200))); // prettier-ignore
  const boundOf = (weights: readonly (readonly number[])[], u: number, v: number) =>
    evidenceLowerBound(weights.flat(), [u * v, u * (1 - v), (1 - u) * v, (1 - u) * (1 - v)]);

  it('have the best second part for a first one', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 20 }), (weights, twentieths) => {
        const u = twentieths / 20;
        const { part, bound } = bestSecondPart(weights, [u, 1 - u]);
        close(boundOf(weights, u, part[0]), bound, 1e-12);
        for (let v = 0; v <= 1; v += 0.05)
          expect(boundOf(weights, u, Math.min(1, v))).toBeLessThanOrEqual(bound + 1e-12);
      }),
    );
  });

  it('reach ln p(x) where the posterior is a product, and that of one row if the first part is settled', () => {
    const weights = [[0.02, 0.06], [0.05, 0.15]]; // prettier-ignore
    const { first, second, bound } = bestProductFrom(weights, [0.5, 0.5]);
    close(bound, Math.log(0.28), 1e-12);
    closeAll(first, [0.08 / 0.28, 0.2 / 0.28], 1e-12);
    closeAll(second, [0.25, 0.75], 1e-12);
    const settled = bestSecondPart(weights, [1, 0]);
    close(settled.bound, Math.log(0.08), 1e-12);
    closeAll(settled.part, [0.25, 0.75], 1e-12);
  });

  it('end on top: from one of two starts no point of a grid is higher', () => {
    fc.assert(
      fc.property(table, (weights) => {
        const tops = [0.01, 0.5, 0.99].map((u) => bestProductFrom(weights, [u, 1 - u]));
        const best = Math.max(...tops.map(({ bound }) => bound));
        for (let u = 0; u <= 20; u++)
          for (let v = 0; v <= 20; v++) expect(boundOf(weights, u / 20, v / 20)).toBeLessThanOrEqual(best + 1e-9);
        for (const { first, second, bound } of tops) close(boundOf(weights, first[0], second[0]), bound, 1e-12);
      }),
      { numRuns: 40 },
    );
  });

  it('split in two at the critical tie of the Curie–Weiss equation: m = tanh(J m) has a solution but 0 from J = 1 on', () => {
    // Odds e^(4J) of agreeing pairs over the others.
    for (const [J, splits] of [
      [0.95, false],
      [1.1, true],
    ] as const) {
      // prettier-ignore
      const weights = [[Math.exp(J), Math.exp(-J)], [Math.exp(-J), Math.exp(J)]]; // prettier-ignore
      const { first } = bestProductFrom(weights, [0.9, 0.1]);
      const m = 2 * first[0] - 1;
      expect(m).toBeCloseTo(Math.tanh(J * m), 6);
      expect(m > 0.1).toBe(splits);
    }
  });
});
