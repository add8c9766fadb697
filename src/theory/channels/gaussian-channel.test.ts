import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { sum } from '#theory/measures/distribution.ts';
import {
  capacityGaussian,
  informationBinaryInputGaussian,
  reverseWaterFilling,
  waterFilling,
} from './gaussian-channel.ts';

const positive = fc.double({ min: 0.01, max: 10, noNaN: true });
const several = fc.array(positive, { minLength: 1, maxLength: 6 });

describe('the Gaussian channel', () => {
  it('has the reference capacities, with normal and with two-valued inputs', () => {
    for (const { input, expected } of oracleCases('02_continuous', 'AWGN_capacity')) {
      close(10 ** (input.snr_dB / 10), input.snr_linear);
      close(capacityGaussian(input.snr_linear), expected.C_nats_per_use);
      closeInBits(capacityGaussian(input.snr_linear), expected.C_bits_per_use);
      closeInBits(informationBinaryInputGaussian(input.snr_linear), expected.bpsk_mutual_information_bits);
    }
  });

  it('gives a two-valued input never more than capacity and one bit, and more with more power', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), positive, (power, more) => {
        const information = informationBinaryInputGaussian(power);
        expect(information).toBeLessThanOrEqual(Math.min(capacityGaussian(power), Math.LN2) + 1e-12);
        expect(informationBinaryInputGaussian(power + more)).toBeGreaterThanOrEqual(information - 1e-12);
      }),
    );
    expect(informationBinaryInputGaussian(0)).toBe(0);
    close(informationBinaryInputGaussian(1e6), Math.LN2);
    expect(capacityGaussian(Infinity)).toBe(Infinity);
  });

  it('rejects negative power', () => {
    expect(() => capacityGaussian(-1)).toThrow(new RangeError('signalToNoise must be at least 0, got -1'));
    expect(() => informationBinaryInputGaussian(NaN)).toThrow(RangeError);
  });
});

describe('waterFilling', () => {
  it('has the reference values', () => {
    const cases = oracleCases<
      { noise: number[]; total_power: number },
      { water_level: number; powers: number[]; C_nats: number }
    >('02_continuous', 'water_filling_parallel_gaussian');
    for (const { input, expected } of cases) {
      const { waterLevel, powers, capacity } = waterFilling(input.noise, input.total_power);
      close(waterLevel, expected.water_level);
      closeAll(powers, expected.powers);
      close(capacity, expected.C_nats);
    }
  });

  it('spends everything, and no shift of power between two channels gains', () => {
    fc.assert(
      fc.property(several, positive, (noise, total) => {
        const { powers, capacity } = waterFilling(noise, total);
        close(sum(powers), total);
        const capacityOf = (p: readonly number[]) => sum(p.map((pi, i) => capacityGaussian(pi / noise[i])));
        for (let from = 0; from < noise.length; from++) {
          for (let to = 0; to < noise.length; to++) {
            const moved = Math.min(powers[from], 0.01);
            const other = powers.map((p, i) => p + (i === to ? moved : 0) - (i === from ? moved : 0));
            expect(capacityOf(other)).toBeLessThanOrEqual(capacity + 1e-12);
          }
        }
      }),
    );
  });

  it('rejects bad noise and power', () => {
    expect(() => waterFilling([], 1)).toThrow(new RangeError('noise must have at least one entry, got none'));
    expect(() => waterFilling([1, 0], 1)).toThrow(new RangeError('noise[1] must be positive and finite, got 0'));
    expect(() => waterFilling([1], -1)).toThrow(new RangeError('totalPower must be at least 0 and finite, got -1'));
  });
});

describe('reverseWaterFilling', () => {
  it('has the reference values', () => {
    const cases = oracleCases<
      { variances: number[]; D_total: number },
      { water_level: number; D_i: number[]; R_bits: number }
    >('04_ib_ratedistortion', 'RD_reverse_waterfilling');
    for (const { input, expected } of cases) {
      const { waterLevel, distortions, rate } = reverseWaterFilling(input.variances, input.D_total);
      close(waterLevel, expected.water_level);
      closeAll(distortions, expected.D_i);
      closeInBits(rate, expected.R_bits);
    }
  });

  it('uses up the distortion it is allowed, and no other spread needs less rate', () => {
    fc.assert(
      fc.property(several, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (variances, share) => {
        const total = share * sum(variances);
        const { distortions, rate } = reverseWaterFilling(variances, total);
        close(sum(distortions), total);
        const rateOf = (d: readonly number[]) => sum(d.map((di, i) => Math.max(0, Math.log(variances[i] / di) / 2)));
        for (let from = 0; from < variances.length; from++) {
          for (let to = 0; to < variances.length; to++) {
            const moved = distortions[from] / 100;
            const other = distortions.map((d, i) => d + (i === to ? moved : 0) - (i === from ? moved : 0));
            expect(rateOf(other)).toBeGreaterThanOrEqual(rate - 1e-12);
          }
        }
      }),
    );
  });

  it('needs no bits for what may be lost and infinitely many to lose nothing', () => {
    expect(reverseWaterFilling([1, 2], 5)).toEqual({ waterLevel: 2, distortions: [1, 2], rate: 0 });
    expect(reverseWaterFilling([1, 0], 0).rate).toBe(Infinity);
    expect(reverseWaterFilling([0, 0], 0).rate).toBe(0);
    expect(() => reverseWaterFilling([1, -1], 1)).toThrow(new RangeError('variances[1] must not be negative, got -1'));
  });
});
