import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { minstdNormals } from '#sim/minstd.ts';
import { differentialEntropyGaussian, mutualInformationGaussian } from '#theory/continuous/gaussian.ts';
import {
  binnedCounts,
  firstOrderInformationBias,
  ksgInformation,
  ksgInformationOfRectangles,
  nearestNeighborEntropy,
  plugInInformation,
  sampleCorrelation,
} from './information-estimators.ts';
import { expectationUnderMultinomial } from '#theory/numerics/multinomial.ts';
import { digamma } from '#theory/numerics/special.ts';

/** The pairs of the reference values: unit variances and correlation rho. */
function sample(rho: number, n: number): { x: number[]; y: number[] } {
  const [x, noise] = [minstdNormals(n, 12345), minstdNormals(n, 98765)];
  return { x, y: x.map((value, i) => rho * value + Math.sqrt(1 - rho * rho) * noise[i]) };
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('information estimated from counts', () => {
  it('has the reference bias under independence', () => {
    const cases = oracleCases<{ px: number[]; py: number[]; N: number }>(
      '10_estimators',
      'plugin_MI_bias_under_independence',
    );
    for (const { input, expected } of cases) {
      const { px, py, N } = input;
      const cells = px.flatMap((p) => py.map((q) => p * q));
      const table = (c: readonly number[]) => px.map((_, i) => c.slice(i * py.length, (i + 1) * py.length));
      close(
        expectationUnderMultinomial(cells, N, (c) => plugInInformation(table(c))),
        expected.E_plugin_MI_nats,
      );
      close(firstOrderInformationBias(px.length, py.length, N), expected['first_order_(|X|-1)(|Y|-1)/2N']);
    }
  });

  it('refuses what are no counts', () => {
    expect(() => plugInInformation([])).toThrow('counts must have at least one');
    expect(() => plugInInformation([[0, 0]])).toThrow('counts must not all be 0');
    expect(() => plugInInformation([[1, 0.5]])).toThrow('counts[0][1] must be a whole number of at least 0, got 0.5');
    expect(() => firstOrderInformationBias(2, 2, 0)).toThrow('n must');
  });
});

describe('information estimated from pairs of numbers', () => {
  it('has the reference values', () => {
    const cases = oracleCases<{ rho: number; N: number }>('10_estimators', 'KSG_and_binning_fixed_sample');
    for (const { input, expected } of cases) {
      const { x, y } = sample(input.rho, input.N);
      close(ksgInformation(x, y, 3), expected.KSG1_k3);
      close(ksgInformation(x, y, 5), expected.KSG1_k5);
      close(ksgInformationOfRectangles(x, y, 3), expected.KSG2_k3);
      close(nearestNeighborEntropy(x, 3), expected.KL_entropy_x_k3);
      close(plugInInformation(binnedCounts(x, y, 8, -4, 4)), expected['binned_8x8_on_[-4,4]_plugin_nats']);
      const r = sampleCorrelation(x, y) ?? NaN;
      close(r, expected.sample_r);
      close(mutualInformationGaussian(r), expected['gaussian_plugin_-.5ln(1-r^2)']);
      close(mutualInformationGaussian(input.rho), expected.true_MI);
    }
  });

  const points = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 5,
    maxLength: 30,
  });

  it('agrees with the definition by sorting, ties included', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 4 }), (pairs, k) => {
        const [x, y] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        const terms = pairs.map(([a, b], i) => {
          const others = pairs.filter((_, j) => j !== i);
          const reach = others.map(([c, d]) => Math.max(Math.abs(a - c), Math.abs(b - d))).sort((s, t) => s - t)[k - 1];
          const within = (value: number, of: 0 | 1) => others.filter((o) => Math.abs(o[of] - value) < reach).length;
          return digamma(within(a, 0) + 1) + digamma(within(b, 1) + 1);
        });
        close(ksgInformation(x, y, k), digamma(k) + digamma(x.length) - mean(terms));
      }),
    );
  });

  it('is symmetric and does not see units', () => {
    const { x, y } = sample(0.6, 60);
    const scaled = (values: readonly number[]) => values.map((value) => 4 * value - 3);
    for (const estimate of [ksgInformation, ksgInformationOfRectangles]) {
      close(estimate(y, x, 3), estimate(x, y, 3), 1e-12);
      close(estimate(scaled(x), scaled(y), 3), estimate(x, y, 3), 1e-12);
    }
    close(nearestNeighborEntropy(scaled(x), 3), nearestNeighborEntropy(x, 3) + Math.log(4), 1e-12);
  });

  it('comes near the truth with 400 pairs', () => {
    const { x, y } = sample(0.9, 400);
    for (const k of [3, 10]) {
      expect(Math.abs(ksgInformation(x, y, k) - mutualInformationGaussian(0.9))).toBeLessThan(0.1);
      expect(Math.abs(nearestNeighborEntropy(x, k) - differentialEntropyGaussian(1))).toBeLessThan(0.1);
    }
  });

  it('says −∞ for the entropy of values that come again and again', () => {
    expect(nearestNeighborEntropy([1, 1, 1, 2], 2)).toBe(-Infinity);
  });

  it('puts every pair into one bin', () => {
    expect(binnedCounts([-9, -0.5, 0, 9], [9, 0, 0.5, 1], 2, -1, 1)).toEqual([
      [0, 2],
      [0, 2],
    ]);
  });

  it('has no correlation where nothing varies', () => {
    expect(sampleCorrelation([1, 1], [2, 3])).toBeNull();
    close(sampleCorrelation([1, 2, 3], [2, 4, 6]) ?? NaN, 1, 1e-14);
    close(sampleCorrelation([1, 2, 3], [3, 2, 1]) ?? NaN, -1, 1e-14);
  });

  it('refuses what are no pairs, no neighbors and no bins', () => {
    expect(() => ksgInformation([1, 2, 3], [1, 2], 1)).toThrow('y must have one entry per entry of x, 3, got 2');
    expect(() => ksgInformation([1, NaN], [1, 2], 1)).toThrow('x[1] must be a finite number, got NaN');
    expect(() => ksgInformation([], [], 1)).toThrow('x must have at least one entry');
    expect(() => ksgInformation([1, 2, 3], [1, 2, 3], 3)).toThrow('k must be less than the number of points, 3, got 3');
    expect(() => ksgInformationOfRectangles([1, 2], [1, 2], 0)).toThrow('k must be a whole number of at least 1');
    expect(() => nearestNeighborEntropy([1, 2], 2)).toThrow('got 2');
    expect(() => sampleCorrelation([1], [1])).toThrow('at least 2');
    expect(() => binnedCounts([1], [1], 0, 0, 1)).toThrow('bins');
    expect(() => binnedCounts([1], [1], 2, 1, 1)).toThrow('from must be less than to');
  });
});
