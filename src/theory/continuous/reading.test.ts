import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { differentialEntropyExponential, differentialEntropyUniform } from './differential-entropy.ts';
import { differentialEntropyGaussian, mutualInformationGaussian } from './gaussian.ts';
import {
  atomsOf,
  densityOf,
  dimensionalEntropy,
  entropyOfReading,
  informationOfReading,
  readingLaw,
  shapes,
} from './reading.ts';

const withDensity = shapes.filter((shape) => dimensionalEntropy(shape, 1).dimension === 1);

describe('a reading on a ruler', () => {
  it('of a normal law has the reference values', () => {
    for (const { input, expected } of oracleCases<Record<string, number>>('02_continuous', 'quantised_entropy_limit')) {
      close(entropyOfReading('normal', 1, input.cell_width), expected.H_quantised_nats, 1e-10);
      close(dimensionalEntropy('normal', 1).entropy, expected.h_nats);
    }
  });

  it('is of a law with mean 0 and the deviation that was asked for', () => {
    for (const shape of shapes) {
      const width = 1 / 512;
      const { first, cells } = readingLaw(shape, 0.5, width);
      const middle = (i: number) => (first + i + 0.5) * width;
      const moment = (power: number) => cells.reduce((sum, p, i) => sum + p * middle(i) ** power, 0);
      expect(moment(0), shape).toBeCloseTo(1, 12);
      expect(Math.abs(moment(1)), shape).toBeLessThan(width);
      expect(moment(2), shape).toBeCloseTo(0.25, 2);
    }
  });

  it('has in each cell what the density and the atoms put there', () => {
    for (const shape of shapes) {
      const { first, cells } = readingLaw(shape, 2, 0.5);
      for (const [i, p] of cells.entries()) {
        const from = (first + i) * 0.5;
        const parts = 1000;
        let total = 0;
        for (let j = 0; j < parts; j++) total += (densityOf(shape, 2, from + ((j + 0.5) * 0.5) / parts) * 0.5) / parts;
        const sitting = atomsOf(shape, 2).filter(({ at }) => at >= from && at < from + 0.5);
        expect(Math.abs(total + sitting.reduce((sum, { probability }) => sum + probability, 0) - p)).toBeLessThan(5e-4);
      }
    }
  });

  it('has the differential entropy −∫ f ln f as its limit, if there is a density', () => {
    for (const shape of withDensity) {
      const { entropy } = dimensionalEntropy(shape, 0.7);
      let integral = 0;
      const step = 1e-3;
      for (let x = -26 + step / 2; x < 26; x += step) {
        const f = densityOf(shape, 0.7, x);
        if (f > 0) integral -= f * Math.log(f) * step;
      }
      expect(integral, shape).toBeCloseTo(entropy, 2);
      const far = (width: number) => Math.abs(entropyOfReading(shape, 0.7, width) + Math.log(width) - entropy);
      expect(far(0.001), shape).toBeLessThan(0.002);
      expect(far(0.001), shape).toBeLessThan(far(0.5) + 1e-9);
    }
  });

  it('has the limits in closed form', () => {
    close(dimensionalEntropy('uniform', 0.3).entropy, differentialEntropyUniform(0.3 * Math.sqrt(12)));
    close(dimensionalEntropy('exponential', 0.3).entropy, differentialEntropyExponential(1 / 0.3));
    close(dimensionalEntropy('normal', 0.3).entropy, differentialEntropyGaussian(0.3));
    for (const shape of withDensity)
      expect(dimensionalEntropy(shape, 0.3).entropy).toBeLessThanOrEqual(differentialEntropyGaussian(0.3));
  });

  it('grows at most as fast as the dimension says, and not at all for counts', () => {
    for (const shape of shapes) {
      const { dimension, entropy } = dimensionalEntropy(shape, 1);
      const [wide, fine] = [0.004, 0.002].map((width) => entropyOfReading(shape, 1, width));
      expect(fine - wide, shape).toBeCloseTo(dimension * Math.LN2, 2);
      expect(fine + dimension * Math.log(0.002), shape).toBeCloseTo(entropy, 1);
    }
    // Infinitely many values, and two bits.
    close(entropyOfReading('counts', 1, 0.01), 2 * Math.LN2, 1e-12);
  });

  it('does not know the unit of length', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.double({ min: 0.1, max: 10, noNaN: true }), (shape, width) => {
        // A power of two scales without rounding.
        close(entropyOfReading(shape, 128, 128 * width), entropyOfReading(shape, 1, width), 1e-12);
        const apart = dimensionalEntropy(shape, 128).entropy - dimensionalEntropy(shape, 1).entropy;
        close(apart, dimensionalEntropy(shape, 1).dimension * Math.log(128), 1e-10);
      }),
    );
  });

  it('twice as fine adds between nothing and one bit', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.double({ min: 0.01, max: 10, noNaN: true }), (shape, width) => {
        const gain = entropyOfReading(shape, 1, width / 2) - entropyOfReading(shape, 1, width);
        expect(gain).toBeGreaterThan(-1e-12);
        expect(gain).toBeLessThan(Math.LN2 + 1e-12);
      }),
    );
  });

  it('refuses what is no law and no ruler', () => {
    expect(() => densityOf('sine' as 'gap', 1, 0)).toThrow(RangeError);
    expect(() => readingLaw('normal', 1, 1e-9)).toThrow(
      new RangeError('width must make at most 1000000 cells, got 1e-9'),
    );
  });
});

describe('a reading of a noisy measurement', () => {
  it('tells ever more of the measurement and no more than so much of the thing', () => {
    const limit = mutualInformationGaussian(1 / Math.hypot(1, 0.1));
    let last = 0;
    for (const width of [2, 1, 0.5, 0.25, 0.125, 0.0625, 0.01]) {
      const { reading, given, information } = informationOfReading(1, 0.1, width);
      close(reading - given, information);
      expect(information).toBeGreaterThan(last);
      expect(information).toBeLessThan(limit);
      last = information;
    }
    expect(last).toBeCloseTo(limit, 3);
  });

  it('has the conditional entropy of an integral over the thing', () => {
    const [deviation, noise, width] = [0.8, 0.5, 1];
    let total = 0;
    const step = 0.004;
    for (let x = -6; x < 6; x += step) {
      let h = 0;
      for (let k = -12; k <= 12; k++) {
        // Cell probabilities by a fine midpoint rule.
        let p = 0;
        for (let j = 0; j < 40; j++) p += Math.exp(-0.5 * ((k + (j + 0.5) / 40 - x) / noise) ** 2) / 40;
        p /= noise * Math.sqrt(2 * Math.PI);
        if (p > 0) h -= p * Math.log(p);
      }
      total += (h * step * Math.exp(-0.5 * (x / deviation) ** 2)) / (deviation * Math.sqrt(2 * Math.PI));
    }
    expect(informationOfReading(deviation, noise, width).given).toBeCloseTo(total, 3);
  });
});
