import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import {
  chaoShenEntropy,
  digammaEntropy,
  expectedPlugInEntropy,
  firstOrderBias,
  grassbergerEntropy,
  jackknifeEntropy,
  millerMadowEntropy,
  plugInEntropy,
} from './entropy-estimators.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';

const estimators = {
  plugInEntropy,
  millerMadowEntropy,
  grassbergerEntropy,
  digammaEntropy,
  jackknifeEntropy,
  chaoShenEntropy,
};
const counts = fc
  .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })
  .filter((c) => c.some((count) => count > 0));

describe('estimates of entropy', () => {
  it('have the reference values', () => {
    for (const { input, expected } of oracleCases<{ counts: number[] }>(
      '10_estimators',
      'entropy_estimators_from_counts',
    )) {
      close(plugInEntropy(input.counts), expected.plugin);
      close(millerMadowEntropy(input.counts), expected.miller_madow);
      close(grassbergerEntropy(input.counts), expected.grassberger2003);
      close(digammaEntropy(input.counts), expected.psi_N_minus_mean_n_psi_n);
      close(jackknifeEntropy(input.counts), expected.jackknife);
      close(chaoShenEntropy(input.counts), expected.chao_shen);
    }
  });

  it('have the reference means over all samples', () => {
    const cases = oracleCases<{ p: number[]; N: number }>('10_estimators', 'exact_expected_estimates');
    for (const { input, expected } of cases) {
      const mean = (estimate: (c: readonly number[]) => number) =>
        expectationUnderMultinomial(input.p, input.N, estimate);
      close(mean(plugInEntropy), expected.E_plugin);
      close(expectedPlugInEntropy(input.p, input.N), expected.E_plugin);
      close(mean(millerMadowEntropy), expected.E_miller_madow);
      close(mean(grassbergerEntropy), expected.E_grassberger2003);
      close(mean(jackknifeEntropy), expected.E_jackknife);
      close(entropy(input.p), expected.H_true);
      close(firstOrderBias(input.p.length, input.N), expected['first_order_bias_-(A-1)/2N']);
    }
  });

  it('by plugging in have a mean that is known exactly: over all samples, at the ends, and to first order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(distributionOf), fc.integer({ min: 1, max: 9 }), (p, n) => {
        close(expectedPlugInEntropy(p, n), expectationUnderMultinomial(p, n, plugInEntropy), 1e-9);
      }),
    );
    expect([expectedPlugInEntropy([0.2, 0.8], 1), expectedPlugInEntropy([1, 0], 50)]).toEqual([0, 0]);
    const even = new Array<number>(27).fill(1 / 27);
    for (const n of [1e4, 1e6])
      close(expectedPlugInEntropy(even, n) - Math.log(27), firstOrderBias(27, n), n < 1e5 ? 1e-2 : 1e-4);
  });

  it('by digamma have the mean Σ_{v<n} (1/v) Σ p (1 − p)^v, which ends the series of H early', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(distributionOf), fc.integer({ min: 1, max: 8 }), (p, n) => {
        let series = 0;
        for (let v = 1; v < n; v++) for (const pi of p) series += (pi * (1 - pi) ** v) / v;
        close(expectationUnderMultinomial(p, n, digammaEntropy), series);
        expect(series).toBeLessThanOrEqual(entropy(p) + 1e-12);
      }),
    );
  });

  it('by digamma are those of Zhang, with products in place of ψ', () => {
    fc.assert(
      fc.property(counts, (c) => {
        const n = c.reduce((a, b) => a + b, 0);
        let zhang = 0;
        for (const count of c.filter((value) => value > 0)) {
          let product = 1;
          for (let v = 1; v <= n - count; v++) {
            product *= 1 - (count - 1) / (n - v);
            zhang += ((count / n) * product) / v;
          }
        }
        close(digammaEntropy(c), zhang);
      }),
    );
  });

  it('by jackknife leave out one draw after the other', () => {
    fc.assert(
      fc.property(
        counts.filter((c) => c.reduce((a, b) => a + b, 0) > 1),
        (c) => {
          const draws = c.flatMap((count, i) => Array<number>(count).fill(i));
          const leftOut = draws.map((_, d) =>
            plugInEntropy(c.map((_, i) => draws.filter((own, e) => e !== d && own === i).length)),
          );
          const mean = leftOut.reduce((a, b) => a + b, 0) / draws.length;
          close(jackknifeEntropy(c), draws.length * plugInEntropy(c) - (draws.length - 1) * mean, 1e-9);
        },
      ),
    );
  });

  it.each(Object.entries(estimators))('%s does not depend on names, nor on outcomes that never came', (_, estimate) => {
    fc.assert(
      fc.property(counts, (c) => {
        close(estimate([0, ...[...c].reverse(), 0]), estimate(c), 1e-12);
      }),
    );
  });

  it.each(Object.entries(estimators))('%s comes to the entropy as the sample grows', (_, estimate) => {
    const p = [0.5, 0.3, 0.15, 0.05];
    expect(Math.abs(estimate(p.map((pi) => Math.round(pi * 1e6))) - entropy(p))).toBeLessThan(1e-5);
  });

  it('say that the bias is about minus (outcomes − 1)/2n', () => {
    const p = [0.4, 0.35, 0.25];
    const bias = (n: number) => expectationUnderMultinomial(p, n, plugInEntropy) - entropy(p);
    const offAt = (n: number) => Math.abs(bias(n) / firstOrderBias(3, n) - 1);
    expect(offAt(400)).toBeLessThan(offAt(100) / 3.5);
    expect(offAt(400)).toBeLessThan(0.005);
  });

  it('of a single draw are finite', () => {
    for (const estimate of Object.values(estimators)) expect(estimate([0, 1])).toBeGreaterThanOrEqual(0);
    expect(jackknifeEntropy([1])).toBe(0);
    expect(chaoShenEntropy([1])).toBe(0);
  });

  it('need counts', () => {
    for (const estimate of Object.values(estimators)) {
      expect(() => estimate([])).toThrow('counts must not all be 0');
      expect(() => estimate([0, 0])).toThrow('counts must not all be 0');
      expect(() => estimate([3, -1])).toThrow('counts[1] must be a whole number of at least 0, got -1');
      expect(() => estimate([1.5])).toThrow('got 1.5');
      expect(() => estimate([NaN])).toThrow('got NaN');
    }
    expect(() => firstOrderBias(0, 3)).toThrow('outcomes');
    expect(() => firstOrderBias(2, 0)).toThrow('n must');
  });
});
