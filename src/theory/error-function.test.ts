import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import { erf, erfc, normalCdf, normalProbability } from './error-function.ts';
import { integrateUnitInterval } from './quadrature.ts';

/** x, erf x, erfc x in arithmetic of forty digits. */
const reference = [
  [0.1, 0.1124629160182848984, 0.8875370839817151016],
  [0.5, 0.52049987781304653768, 0.47950012218695346232],
  [0.9, 0.79690821242283213966, 0.20309178757716786034],
  [1, 0.84270079294971486934, 0.15729920705028513066],
  [1.1, 0.88020506957408172966, 0.11979493042591827034],
  [2, 0.99532226501895273416, 0.0046777349810472658379],
  [3.5, 0.99999925690162765859, 7.4309837234141274552e-7],
  [5, 0.99999999999846254021, 1.5374597944280348502e-12],
  [10, 1, 2.088487583762544757e-45],
  [20, 1, 5.3958656116079009289e-176],
  [26, 1, 5.6631924088561428465e-296],
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
    expect(() => normalProbability(1, 0)).toThrow(new RangeError('a must be at most b, got 1 and 0'));
  });
});
