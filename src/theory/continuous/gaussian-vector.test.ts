import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import {
  buresSquared,
  differentialEntropyGaussianVector,
  informationBetweenCoordinates,
  relativeEntropyGaussianVector,
  totalCorrelationGaussian,
  wasserstein2SquaredGaussianVector,
} from './gaussian-vector.ts';
import {
  differentialEntropyGaussian,
  mutualInformationGaussian,
  relativeEntropyGaussian,
  wasserstein2Gaussian,
} from './gaussian.ts';
import { choleskyFactor, multiply, symmetricEigenvalues } from '#theory/numerics/matrix.ts';

const entry = fc.double({ min: -2, max: 2, noNaN: true });
const vector = fc.array(entry, { minLength: 3, maxLength: 3 });
/** A Aᵀ + I/10: positive definite. */
const covariance = fc
  .array(vector, { minLength: 3, maxLength: 3 })
  .map((a) =>
    a.map((row, i) => a.map((other, j) => row.reduce((t, x, k) => t + x * other[k], 0) + (i === j ? 0.1 : 0))),
  );

describe('normal vectors', () => {
  it('have the reference values', () => {
    const cases = oracleCases<{ mu0: number[]; Sigma0: number[][]; mu1: number[]; Sigma1: number[][] }>(
      '02_continuous',
      'gaussian_multivariate',
    );
    for (const { input, expected } of cases) {
      const p = { mean: input.mu0, covariance: input.Sigma0 };
      const q = { mean: input.mu1, covariance: input.Sigma1 };
      close(relativeEntropyGaussianVector(p, q), expected.KL01);
      close(relativeEntropyGaussianVector(q, p), expected.KL10);
      close(differentialEntropyGaussianVector(p.covariance), expected.h0_nats);
      close(totalCorrelationGaussian(p.covariance), expected.TC0_nats);
      close(wasserstein2SquaredGaussianVector(p, q), expected.W2_squared);
      close(buresSquared(p.covariance, q.covariance), expected.bures_squared);
      close(informationBetweenCoordinates(p.covariance, [0]), expected.I_x1_with_x2x3);
    }
  });

  it('with independent coordinates add up', () => {
    const [p, q] = [
      [0.5, 2, 1],
      [1, 1.5, 3],
    ];
    const diagonal = (d: readonly number[]) => d.map((s, i) => d.map((_, j) => (i === j ? s * s : 0)));
    const [vectorP, vectorQ] = [
      { mean: [0, 1, 2], covariance: diagonal(p) },
      { mean: [1, 1, -1], covariance: diagonal(q) },
    ];
    const each = p.map((deviation, i) => [
      { mean: vectorP.mean[i], deviation },
      { mean: vectorQ.mean[i], deviation: q[i] },
    ]);
    close(
      relativeEntropyGaussianVector(vectorP, vectorQ),
      each.reduce((total, [a, b]) => total + relativeEntropyGaussian(a, b), 0),
    );
    close(
      wasserstein2SquaredGaussianVector(vectorP, vectorQ),
      each.reduce((total, [a, b]) => total + wasserstein2Gaussian(a, b) ** 2, 0),
    );
    close(
      differentialEntropyGaussianVector(vectorP.covariance),
      p.reduce((total, deviation) => total + differentialEntropyGaussian(deviation), 0),
    );
    expect(totalCorrelationGaussian(vectorP.covariance)).toBe(0);
  });

  it('split their total correlation by the chain rule, and follow the correlation of a pair', () => {
    fc.assert(
      fc.property(covariance, (c) => {
        const pair = [
          [c[1][1], c[1][2]],
          [c[2][1], c[2][2]],
        ];
        const chain = informationBetweenCoordinates(c, [0]) + informationBetweenCoordinates(pair, [1]);
        close(totalCorrelationGaussian(c), chain, 1e-8);
        const correlation = pair[0][1] / Math.sqrt(pair[0][0] * pair[1][1]);
        close(totalCorrelationGaussian(pair), mutualInformationGaussian(correlation), 1e-8);
      }),
    );
  });

  it('are at distance 0 from themselves only, and W2² is symmetric', () => {
    fc.assert(
      fc.property(covariance, covariance, vector, vector, (a, b, m, n) => {
        const [p, q] = [
          { mean: m, covariance: a },
          { mean: n, covariance: b },
        ];
        expect(relativeEntropyGaussianVector(p, p)).toBeLessThan(1e-10);
        expect(buresSquared(a, a)).toBeLessThan(1e-10);
        expect(relativeEntropyGaussianVector(p, q)).toBeGreaterThanOrEqual(0);
        close(wasserstein2SquaredGaussianVector(p, q), wasserstein2SquaredGaussianVector(q, p), 1e-9);
      }),
    );
  });

  it('reject what is not one', () => {
    const standard = { mean: [0], covariance: [[1]] };
    expect(() =>
      differentialEntropyGaussianVector([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow('covariance must be positive definite');
    expect(() =>
      differentialEntropyGaussianVector([
        [1, 2],
        [0, 9],
      ]),
    ).toThrow('covariance must be symmetric, got 2 and 0');
    expect(() => relativeEntropyGaussianVector({ mean: [0, 1], covariance: [[1]] }, standard)).toThrow(
      new RangeError('p.mean must have 1 entries like covariance has rows, got 2'),
    );
    expect(() =>
      informationBetweenCoordinates(
        [
          [1, 0],
          [0, 1],
        ],
        [0, 1],
      ),
    ).toThrow('coordinates must be some but not all');
  });
});

describe('matrices', () => {
  it('are the product of their Cholesky factor with itself', () => {
    fc.assert(
      fc.property(covariance, (c) => {
        const factor = choleskyFactor(c);
        closeAll(
          multiply(
            factor,
            factor[0].map((_, j) => factor.map((row) => row[j])),
          ).flat(),
          c.flat(),
          1e-9,
        );
      }),
    );
  });

  it('have eigenvalues with their trace, and with the trace and determinant of their square', () => {
    fc.assert(
      fc.property(covariance, (c) => {
        const values = symmetricEigenvalues(c);
        const trace = (m: number[][]) => m[0][0] + m[1][1] + m[2][2];
        close(values[0] + values[1] + values[2], trace(c), 1e-12);
        close(
          values.reduce((t, v) => t + v * v, 0),
          trace(multiply(c, c)),
          1e-12,
        );
        close(
          values.reduce((t, v) => t * v, 1),
          choleskyFactor(c).reduce((t, row, i) => t * row[i] ** 2, 1),
          1e-6,
        );
      }),
    );
    closeAll(
      symmetricEigenvalues([
        [2, 1],
        [1, 2],
      ]),
      [3, 1],
      1e-15,
    );
  });
});
