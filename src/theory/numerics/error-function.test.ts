import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { erf, erfc, normalCdf, normalProbability } from './error-function.ts';
import { integrateUnitInterval } from './quadrature.ts';

/** x, erf x, erfc x in arithmetic of forty digits. */
const reference = [
  [0.1, 0.1124629160182849, 0.887537083981715],
  [0.5, 0.5204998778130465, 0.4795001221869535],
  [0.9, 0.7969082124228322, 0.20309178757716786],
  [1, 0.8427007929497149, 0.15729920705028513],
  [1.1, 0.8802050695740817, 0.11979493042591827],
  [2, 0.9953222650189527, 0.004677734981047266],
  [3.5, 0.9999992569016276, 7.430983723414128e-7],
  [5, 0.9999999999984626, 1.537459794428035e-12],
  [10, 1, 2.088487583762545e-45],
  [20, 1, 5.395865611607901e-176],
  [26, 1, 5.663192408856143e-296],
] as const;

const relativeError = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

describe('erf and erfc', () => {
  it('agree with forty-digit arithmetic to one unit in 1e-15, relatively and in both tails', () => {
    for (const [x, error, rest] of reference) {
      expect(relativeError(erf(x), error)).toBeLessThan(1e-15);
      expect(relativeError(erfc(x), rest)).toBeLessThan(1e-15);
      expect(relativeError(erf(-x), -error)).toBeLessThan(1e-15);
      expect(relativeError(erfc(-x), 1 + error)).toBeLessThan(1e-15);
    }
  });

  it('are the integral of the bell curve', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (x) => {
        const integral = (2 / Math.sqrt(Math.PI)) * x * integrateUnitInterval((u) => Math.exp(-((u * x) ** 2)));
        close(erf(x), integral, 1e-13);
        close(erfc(x), 1 - integral, 1e-13);
      }),
      { numRuns: 30 },
    );
  });

  it('meet where one method takes over from the other', () => {
    for (const x of [0.5, 1]) {
      close(erf(x - 1e-15), erf(x), 1e-14);
      close(erfc(x - 1e-15), erfc(x), 1e-14);
    }
  });

  it('have their limits at the ends', () => {
    expect([erf(0), erf(Infinity), erf(-Infinity)]).toEqual([0, 1, -1]);
    expect([erfc(0), erfc(Infinity), erfc(-Infinity)]).toEqual([1, 0, 2]);
    expect(() => erf(NaN)).toThrow(new RangeError('x must be a number, got NaN'));
    expect(() => erfc(NaN)).toThrow(RangeError);
  });
});

describe('normalProbability', () => {
  it('adds up over a partition, keeping its digits in the tails', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (z) => {
        close(normalProbability(-Infinity, z), normalCdf(z), 1e-14);
        close(normalProbability(z, Infinity), normalCdf(-z), 1e-14);
        close(normalProbability(z, z + 1) + normalProbability(z + 1, Infinity), normalCdf(-z), 1e-14);
      }),
    );
    close(normalProbability(9, 10) / 1.128512207423599e-19, 1, 1e-12);
  });

  it('rejects an interval that runs backwards', () => {
    expect(() => normalProbability(1, 0)).toThrow(new RangeError('a must be at most b = 0, got 1'));
  });
});
