import { expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { binomialQuantile } from './binomial.ts';
import { regularizedBeta } from './incomplete-beta.ts';

/** P(at most k of n) by the sum. */
function atMost(k: number, n: number, p: number): number {
  let [term, sum] = [(1 - p) ** n, 0];
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return sum;
}

it('is a sum of binomial probabilities where both parameters are whole', () => {
  for (const [n, k] of [
    [5, 2],
    [30, 3],
    [200, 150],
    [300, 40],
  ] as const)
    // prettier-ignore
    for (const p of [0.05, 0.3, 0.7])
      expect(regularizedBeta(1 - p, n - k, k + 1)).toBeCloseTo(atMost(k, n, p), 11);
});

it('has its closed forms and its ends', () => {
  close(regularizedBeta(0.3, 1, 1), 0.3, 1e-12);
  close(regularizedBeta(0.2, 0.4, 1), 0.2 ** 0.4, 1e-12);
  close(regularizedBeta(1e-6, 1, 1e6), -Math.expm1(1e6 * Math.log1p(-1e-6)), 1e-9);
  close(regularizedBeta(0.25, 0.5, 0.5), 1 / 3, 1e-12);
  expect([regularizedBeta(0, 2, 3), regularizedBeta(1, 2, 3)]).toEqual([0, 1]);
  expect(() => regularizedBeta(2, 1, 1)).toThrow('x');
});

it('the binomial quantile is the first count that the sum takes to the level', () => {
  for (const [n, p] of [
    [1, 0.4],
    [10, 0.01],
    [30, 0.5],
    [200, 0.97],
    [400, 0.3],
  ] as const)
    // prettier-ignore
    for (const level of [0.01, 0.05, 0.5, 0.77, 0.95]) {
      const k = binomialQuantile(n, p, level);
      expect(atMost(k, n, p)).toBeGreaterThanOrEqual(level - 1e-12);
      if (k > 0) expect(atMost(k - 1, n, p)).toBeLessThan(level + 1e-12);
    }
  // Far in the tail of many trials, where the probability of none underflows.
  expect(binomialQuantile(100_000, 0.5, 0.5)).toBe(50_000);
  expect([binomialQuantile(7, 0, 0.5), binomialQuantile(7, 1, 0.5), binomialQuantile(7, 0.2, 1), binomialQuantile(0, 0.2, 0.3)]).toEqual([0, 7, 7, 0]); // prettier-ignore
  expect(() => binomialQuantile(3, 0.2, 1.5)).toThrow('level');
});
