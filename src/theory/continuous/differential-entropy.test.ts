import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import {
  differentialEntropyBeta,
  differentialEntropyCauchy,
  differentialEntropyExponential,
  differentialEntropyLaplace,
  differentialEntropyLogNormal,
  differentialEntropyUniform,
} from './differential-entropy.ts';
import { differentialEntropyGaussian } from './gaussian.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';

type Parameters = Record<string, number>;

const families: Record<string, (input: Parameters) => number> = {
  gaussian: ({ sigma }) => differentialEntropyGaussian(sigma),
  uniform: ({ width }) => differentialEntropyUniform(width),
  exponential: ({ rate }) => differentialEntropyExponential(rate),
  laplace: ({ scale_b }) => differentialEntropyLaplace(scale_b),
  cauchy: ({ scale }) => differentialEntropyCauchy(scale),
  beta: ({ a, b }) => differentialEntropyBeta(a, b),
  lognormal: ({ mu, sigma }) => differentialEntropyLogNormal(mu, sigma),
};

const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
const atLeastHalf = fc.double({ min: 0.5, max: 10, noNaN: true });

describe('differential entropies', () => {
  const cases = oracleCases('02_continuous', 'differential_entropy');

  it.each([...new Set(cases.map(({ name }) => name!))])('of the %s law have the reference values', (name) => {
    for (const { input, expected } of cases.filter((one) => one.name === name)) {
      close(families[name](input), expected.h_nats);
      if ('h_bits' in expected) closeInBits(families[name](input), expected.h_bits);
    }
  });

  it('are ∫₀¹ ln Q′(u) du of the quantile function Q', () => {
    fc.assert(
      fc.property(positive, (scale) => {
        const fromSlope = (logSlope: (u: number, left: number) => number) => integrateUnitInterval(logSlope);
        close(
          differentialEntropyExponential(1 / scale),
          fromSlope((_, left) => Math.log(scale) - Math.log(left)),
          1e-12,
        );
        close(
          differentialEntropyCauchy(scale),
          fromSlope((u, left) => Math.log(scale * Math.PI) - 2 * Math.log(Math.sin(Math.PI * Math.min(u, left)))),
          1e-12,
        );
        // The two halves of the Laplace law are alike, with slope b/u for u < ½.
        close(
          differentialEntropyLaplace(scale),
          fromSlope((u) => Math.log(scale) - Math.log(u / 2)),
          1e-12,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('of the beta law is −∫ f ln f, and at most that of the uniform law', () => {
    fc.assert(
      fc.property(atLeastHalf, atLeastHalf, (a, b) => {
        const power = (u: number, left: number) => (a - 1) * Math.log(u) + (b - 1) * Math.log(left);
        const total = integrateUnitInterval((u, left) => Math.exp(power(u, left)));
        const mean = integrateUnitInterval((u, left) => Math.exp(power(u, left)) * power(u, left)) / total;
        close(differentialEntropyBeta(a, b), Math.log(total) - mean, 1e-8);
        expect(differentialEntropyBeta(a, b)).toBeLessThanOrEqual(1e-12);
      }),
      { numRuns: 30 },
    );
  });

  it('move by ln a when the unit does', () => {
    fc.assert(
      fc.property(positive, positive, (scale, a) => {
        close(differentialEntropyUniform(a * scale), differentialEntropyUniform(scale) + Math.log(a), 1e-12);
        close(differentialEntropyExponential(scale / a), differentialEntropyExponential(scale) + Math.log(a), 1e-12);
        close(
          differentialEntropyLogNormal(Math.log(a), scale),
          differentialEntropyGaussian(scale) + Math.log(a),
          1e-12,
        );
      }),
    );
  });

  it('are largest for the normal law among those of one variance', () => {
    fc.assert(
      fc.property(positive, (deviation) => {
        const largest = differentialEntropyGaussian(deviation);
        expect(differentialEntropyUniform(deviation * Math.sqrt(12))).toBeLessThan(largest);
        expect(differentialEntropyLaplace(deviation / Math.SQRT2)).toBeLessThan(largest);
        expect(differentialEntropyExponential(1 / deviation)).toBeLessThan(largest);
      }),
    );
  });

  it('reject parameters that make no law', () => {
    expect(() => differentialEntropyUniform(0)).toThrow(new RangeError('width must be positive and finite, got 0'));
    expect(() => differentialEntropyExponential(-1)).toThrow(RangeError);
    expect(() => differentialEntropyLaplace(NaN)).toThrow(RangeError);
    expect(() => differentialEntropyCauchy(Infinity)).toThrow(RangeError);
    expect(() => differentialEntropyBeta(1, 0)).toThrow(new RangeError('b must be positive and finite, got 0'));
    expect(() => differentialEntropyLogNormal(NaN, 1)).toThrow(RangeError);
  });
});
