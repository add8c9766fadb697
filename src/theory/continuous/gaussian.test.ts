import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import {
  differentialEntropyGaussian,
  hellingerSquaredGaussian,
  logDensityGaussian,
  mutualInformationGaussian,
  pointwiseInformationGaussian,
  relativeEntropyGaussian,
  wasserstein2Gaussian,
  type Gaussian,
} from './gaussian.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';

const gaussian: fc.Arbitrary<Gaussian> = fc.record({
  mean: fc.double({ min: -3, max: 3, noNaN: true }),
  deviation: fc.double({ min: 0.3, max: 3, noNaN: true }),
});

describe('divergences of normal laws', () => {
  it('have the reference values', () => {
    for (const { input, expected } of oracleCases('02_continuous', 'gaussian_1d_divergences')) {
      const p = { mean: input.mu0, deviation: input.sigma0 };
      const q = { mean: input.mu1, deviation: input.sigma1 };
      close(relativeEntropyGaussian(p, q), expected.KL01);
      close(relativeEntropyGaussian(q, p), expected.KL10);
      close(wasserstein2Gaussian(p, q), expected.W2);
      close(hellingerSquaredGaussian(p, q), expected.hellinger2);
    }
  });

  it('are the integrals that they stand for', () => {
    fc.assert(
      fc.property(gaussian, gaussian, (p, q) => {
        const underP = (f: (x: number) => number) => expectationUnderNormal((z) => f(p.mean + p.deviation * z));
        const logRatio = (x: number) => logDensityGaussian(p, x) - logDensityGaussian(q, x);
        close(relativeEntropyGaussian(p, q), underP(logRatio), 1e-11);
        if (p.deviation < 1.4 * q.deviation) {
          close(
            1 - hellingerSquaredGaussian(p, q),
            underP((x) => Math.exp(-logRatio(x) / 2)),
            1e-9,
          );
        }
        close(
          differentialEntropyGaussian(p.deviation),
          underP((x) => -logDensityGaussian(p, x)),
          1e-12,
        );
      }),
    );
  });

  it('do not change with the unit, but for the distance', () => {
    fc.assert(
      fc.property(gaussian, gaussian, fc.double({ min: 0.1, max: 10, noNaN: true }), (p, q, unit) => {
        const inUnit = ({ mean, deviation }: Gaussian) => ({ mean: mean * unit, deviation: deviation * unit });
        close(relativeEntropyGaussian(inUnit(p), inUnit(q)), relativeEntropyGaussian(p, q), 1e-9);
        close(hellingerSquaredGaussian(inUnit(p), inUnit(q)), hellingerSquaredGaussian(p, q), 1e-9);
        close(wasserstein2Gaussian(inUnit(p), inUnit(q)), unit * wasserstein2Gaussian(p, q), 1e-9);
      }),
    );
  });

  it('reject what is not a normal law', () => {
    const standard = { mean: 0, deviation: 1 };
    expect(() => relativeEntropyGaussian({ mean: 0, deviation: 0 }, standard)).toThrow(
      new RangeError('p.deviation must be positive and finite, got 0'),
    );
    expect(() => wasserstein2Gaussian(standard, { mean: NaN, deviation: 1 })).toThrow(
      new RangeError('q.mean must be a finite number, got NaN'),
    );
  });
});

describe('mutualInformationGaussian', () => {
  it('has the reference values, and is infinite for a straight line', () => {
    for (const { input, expected } of oracleCases('02_continuous', 'bivariate_gaussian_MI')) {
      close(mutualInformationGaussian(input.rho), expected.I_nats);
      closeInBits(mutualInformationGaussian(input.rho), expected.I_bits);
    }
    expect(mutualInformationGaussian(-1)).toBe(Infinity);
    expect(() => mutualInformationGaussian(1.1)).toThrow(
      new RangeError('correlation must be between -1 and 1, got 1.1'),
    );
  });
});

describe('what a pair of normal values tells', () => {
  it('is the log ratio of the densities: y given x against y alone', () => {
    for (const rho of [-0.9, 0, 0.3, 0.99])
      for (const [x, y] of [
        [0, 0],
        [1, -2],
        [0.5, 0.4],
      ])
        // prettier-ignore
        close(
          pointwiseInformationGaussian(rho, x, y),
          logDensityGaussian({ mean: rho * x, deviation: Math.sqrt(1 - rho * rho) }, y) - logDensityGaussian({ mean: 0, deviation: 1 }, y), // prettier-ignore
          1e-9,
        );
    expect(() => pointwiseInformationGaussian(1, 0, 0)).toThrow('correlation');
  });
});
