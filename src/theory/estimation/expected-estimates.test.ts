import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';
import { mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { expectedShareSum, grassbergerEntropy, jackknifeEntropy, millerMadowEntropy } from './entropy-estimators.ts';
import {
  expectedGrassbergerEntropy,
  expectedJackknifeEntropy,
  expectedMillerMadowEntropy,
  expectedOutcomes,
  gaussianFitBias,
} from './expected-estimates.ts';
import { gaussianFitInformation } from './vector-estimates.ts';

describe('means of estimates', () => {
  it('have the reference values', () => {
    for (const { input, expected } of oracleCases<{ p: number[]; N: number }>(
      '10_estimators',
      'exact_expected_estimates',
    )) {
      close(expectedMillerMadowEntropy(input.p, input.N), expected.E_miller_madow);
      close(expectedGrassbergerEntropy(input.p, input.N), expected.E_grassberger2003);
      close(expectedJackknifeEntropy(input.p, input.N), expected.E_jackknife);
    }
  });

  it('are the sums over all samples', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(distributionOf), fc.integer({ min: 1, max: 8 }), (p, n) => {
        const mean = (of: (counts: readonly number[]) => number) => expectationUnderMultinomial(p, n, of);
        close(expectedMillerMadowEntropy(p, n), mean(millerMadowEntropy), 1e-9);
        close(expectedGrassbergerEntropy(p, n), mean(grassbergerEntropy), 1e-9);
        close(expectedJackknifeEntropy(p, n), mean(jackknifeEntropy), 1e-9);
        close(expectedOutcomes(p, n), mean((counts) => counts.filter((count) => count > 0).length), 1e-9); // prettier-ignore
        close(expectedShareSum(p, n, (c) => c), mean((counts) => counts.reduce((total, c) => total + (c * c) / n, 0)), 1e-9); // prettier-ignore
      }),
      { numRuns: 40 },
    );
  });

  it('of a fitted normal law have the bias that samples show, and near it d²/2n', () => {
    const [rho, n, runs] = [0.6, 12, 3000];
    const next = uniforms(7, 1);
    let [total, squares] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const x = Array.from({ length: n }, () => [drawNormal(next), drawNormal(next)]);
      const y = x.map((row) => row.map((value) => rho * value + Math.sqrt(1 - rho * rho) * drawNormal(next)));
      const estimate = gaussianFitInformation(x, y)!;
      total += estimate;
      squares += estimate * estimate;
    }
    const mean = total / runs;
    const error = Math.sqrt((squares / runs - mean * mean) / runs);
    expect(Math.abs(mean - 2 * mutualInformationGaussian(rho) - gaussianFitBias(2, n))).toBeLessThan(4 * error);
    close(gaussianFitBias(3, 100_000) * 100_000, 9 / 2, 1e-3);
    // ½ [ψ(3/2) − ψ(1)].
    close(gaussianFitBias(1, 4), 1 - Math.LN2);
  });

  it('refuse what cannot be', () => {
    expect(() => gaussianFitBias(2, 4)).toThrow('n must');
    expect(() => expectedOutcomes([0.5, 0.4], 3)).toThrow('p must sum to 1');
  });
});
