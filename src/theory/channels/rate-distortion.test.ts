import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { jointOfChannel } from './channel.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import {
  distortionRateGaussian,
  rateDistortionAtSlope,
  rateDistortionCoin,
  rateDistortionGaussian,
} from './rate-distortion.ts';

const hamming = (size: number) =>
  Array.from({ length: size }, (_, x) => Array.from({ length: size }, (_, y) => (x === y ? 0 : 1)));

describe('closed forms', () => {
  it('of a coin have the reference values', () => {
    for (const { input, expected } of oracleCases('04_ib_ratedistortion', 'RD_bernoulli_hamming')) {
      closeInBits(rateDistortionCoin(input.p, input.D_hamming), expected.R_bits);
    }
  });

  it('of a coin keep their digits where the rate is nearly 0', () => {
    // h(p) − h(p − t) = h′(p) t − h″(p) t²/2 + …; at ½ the first derivative is 0 and h″ = −4: 2 t².
    close(rateDistortionCoin(0.5, 0.5 - 2 ** -27), 2 * 2 ** -54);
    close(rateDistortionCoin(0.25, 0.25 - 2 ** -40), Math.log(3) * 2 ** -40 + (8 / 3) * 2 ** -80);
    close(rateDistortionCoin(0.75, 0.25 - 2 ** -40), Math.log(3) * 2 ** -40 + (8 / 3) * 2 ** -80);
  });

  it('of a normal variable have the reference values, and invert each other', () => {
    for (const { input, expected } of oracleCases('04_ib_ratedistortion', 'RD_gaussian')) {
      const rate = rateDistortionGaussian(input.sigma2, input.D_mse);
      closeInBits(rate, expected.R_bits);
      if (rate > 0) close(distortionRateGaussian(input.sigma2, rate), input.D_mse);
    }
    expect(rateDistortionGaussian(1, 0)).toBe(Infinity);
    expect(distortionRateGaussian(2, Infinity)).toBe(0);
    close(distortionRateGaussian(3, Math.LN2), 3 / 4);
  });

  it('reject what is out of range', () => {
    expect(() => rateDistortionCoin(1.1, 0)).toThrow(new RangeError('p must be between 0 and 1, got 1.1'));
    expect(() => rateDistortionCoin(0.5, -1)).toThrow(RangeError);
    expect(() => rateDistortionGaussian(0, 1)).toThrow(RangeError);
    expect(() => distortionRateGaussian(1, NaN)).toThrow(new RangeError('rate must be at least 0, got NaN'));
  });
});

describe('rateDistortionAtSlope', () => {
  interface Input {
    p: number[];
    d: number[][];
    slope_s_nats: number;
  }

  it('has the reference values', () => {
    const cases = oracleCases<Input, { R_nats: number; D: number; q_repro: number[] }>(
      '04_ib_ratedistortion',
      'RD_blahut_arimoto',
    );
    for (const { input, expected } of cases) {
      const { rate, lowerBound, distortion, output } = rateDistortionAtSlope(input.p, input.d, input.slope_s_nats, {
        gap: 0,
        iterations: 20_000,
      });
      // Where the rate is 0 the reference is the remnant of its own iteration, of the order of 1e-13.
      expect(Math.abs(rate - expected.R_nats)).toBeLessThan(1e-10 * expected.R_nats + 1e-12);
      close(distortion, expected.D);
      expected.q_repro.forEach((q, y) => expect(Math.abs(output[y] - q)).toBeLessThan(1e-10 * q + 1e-11));
      expect(rate - lowerBound).toBeLessThan(1e-12);
    }
  });

  it('of a coin with share of errors is the closed form, which its slope touches', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        (p, slope) => {
          const point = rateDistortionAtSlope([1 - p, p], hamming(2), slope, { gap: 1e-11, iterations: 3000 });
          expect(point.rate).toBeGreaterThanOrEqual(rateDistortionCoin(p, point.distortion) - 1e-12);
          expect(point.lowerBound).toBeLessThanOrEqual(rateDistortionCoin(p, point.distortion) + 1e-12);
          if (1 / (1 + Math.exp(slope)) < p - 0.05) close(point.distortion, 1 / (1 + Math.exp(slope)), 1e-4);
        },
      ),
    );
  });

  it('is the information of its own reproduction, at most the entropy, and bounded from below by its proof', () => {
    fc.assert(
      fc.property(distributionOf(3), fc.double({ min: 0.5, max: 5, noNaN: true }), (p, slope) => {
        const d = [
          [0, 1, 4, 2],
          [1, 0, 1, 2],
          [4, 1, 0, 2],
        ];
        const point = rateDistortionAtSlope(p, d, slope, { gap: 1e-9, iterations: 3000 });
        close(point.rate, mutualInformation(jointOfChannel(p, point.reproduction)), 1e-9);
        expect(point.rate).toBeLessThanOrEqual(entropy(p) + 1e-12);
        expect(point.lowerBound).toBeLessThanOrEqual(point.rate + 1e-12);
        const other = rateDistortionAtSlope(p, d, slope + 0.5, { gap: 1e-9, iterations: 3000 });
        // Convexity: the line of slope −s through one point lies below every other.
        expect(other.rate + slope * other.distortion).toBeGreaterThanOrEqual(
          point.lowerBound + slope * point.distortion - 1e-8,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('survives slopes at which every factor underflows', () => {
    const { rate, distortion } = rateDistortionAtSlope(
      [0.5, 0.5],
      [
        [3, 9],
        [9, 3],
      ],
      1000,
    );
    close(rate, Math.LN2);
    close(distortion, 3);
  });

  it('rejects what does not fit', () => {
    expect(() => rateDistortionAtSlope([1], [[0], [1]], 1)).toThrow(
      new RangeError('distortion must have 1 rows like p has entries, got 2'),
    );
    expect(() => rateDistortionAtSlope([0.5, 0.5], [[0, 1], [1]], 1)).toThrow('distortion[1] must have 2 entries');
    expect(() => rateDistortionAtSlope([1], [[-1]], 1)).toThrow('distortion[0][0] must not be negative');
    expect(() => rateDistortionAtSlope([1], [[0]], -1)).toThrow('slope must be at least 0');
  });
});
