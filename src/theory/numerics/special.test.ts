import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { digamma, eulerGamma, logGamma, logRisingFactorial } from './special.ts';

/** x, ln Γ(x) and ψ(x) of the double x, computed with sixty digits (mpmath; ψ by recurrence to 60 and 24 terms of its series). */
const reference = [
  [1e-300, 690.7755278982137, -9.999999999999999e299],
  [1e-9, 20.723265836369194, -1000000000.5772156],
  [1e-7, 16.118095593236763, -10000000.5772155],
  [0.05, 2.9688792010517306, -20.497844991299868],
  [0.3, 1.0957979948180756, -3.502524222200133],
  [0.4999, 0.5725613186041184, -1.9640035904016993],
  [0.5, 0.5723649429247001, -1.9635100260214235],
  [0.75, 0.20328095143129538, -1.0858608797864722],
  [0.999999, 5.772164873855652e-7, -0.5772173098368019],
  [1.000001, -5.772148423874147e-7, -0.5772140199686682],
  [1.25, -0.09827183642181316, -0.22745353337626542],
  [1.4999, -0.12078588195849393, 0.03639648961430398],
  [1.5, -0.12078223763524522, 0.03648997397857652],
  [1.9, -0.03898427592308336, 0.35618416116405965],
  [1.999999, -4.227840125965854e-7, 0.4227836901641983],
  [2.000001, 4.2278465762452923e-7, 0.422784980032332],
  [2.3, 0.15418945495963046, 0.6000398803639695],
  [2.5, 0.2846828704729192, 0.7031566406452432],
  [2.7, 0.4348205536551047, 0.7967831689911411],
  [4.6, 2.59385715403848, 1.4134406151666385],
  [9.99, 12.779315214350193, 2.250700372831201],
  [10, 12.801827480081469, 2.251752589066721],
  [10.5, 13.940625219403763, 2.3030010342976865],
  [37.25, 96.6198845882781, 3.604169073005627],
  [171.6, 709.6573587630563, 5.1422496041643715],
  [12345.678, 103959.91990554606, 9.421020820741761],
  [1e6, 12815504.569147611, 13.815510057964191],
  [1e15, 3.3538776394910668e16, 34.538776394910684],
] as const;

const off = (actual: number, expected: number, scale = Math.abs(expected)) => Math.abs(actual - expected) / scale;

describe('logGamma', () => {
  it('has thirteen correct digits, also beside its zeros at 1 and 2', () => {
    for (const [x, expected] of reference) expect(off(logGamma(x), expected), `at ${x}`).toBeLessThan(1e-13);
    expect(Math.abs(logGamma(1))).toBeLessThan(1e-16);
    expect(logGamma(2)).toBe(0);
    expect(logGamma(Infinity)).toBe(Infinity);
  });

  it('is the logarithm of a factorial', () => {
    let factorial = 1;
    for (let n = 2; n <= 20; n++) {
      factorial *= n;
      expect(off(logGamma(n + 1), Math.log(factorial))).toBeLessThan(1e-13);
    }
  });

  it('obeys its recurrence and the duplication formula', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e4, noNaN: true }), (x) => {
        const recurrence = logGamma(x + 1) - logGamma(x) - Math.log(x);
        const duplication =
          logGamma(x) + logGamma(x + 0.5) - (1 - 2 * x) * Math.LN2 - 0.5 * Math.log(Math.PI) - logGamma(2 * x);
        const scale = 1 + Math.abs(logGamma(2 * x));
        return Math.abs(recurrence) < 1e-13 * scale && Math.abs(duplication) < 1e-13 * scale;
      }),
    );
  });

  it('refuses what is not positive', () => {
    for (const x of [0, -1, NaN])
      expect(() => logGamma(x)).toThrow(new RangeError(`x must be a positive number, got ${x}`));
  });
});

describe('digamma', () => {
  it('has thirteen correct digits', () => {
    for (const [x, , expected] of reference)
      expect(off(digamma(x), expected, Math.max(1, Math.abs(expected))), `at ${x}`).toBeLessThan(1e-13);
    expect(digamma(Infinity)).toBe(Infinity);
  });

  it('is a harmonic number less γ', () => {
    let harmonic = 0;
    for (let n = 1; n <= 1000; n++) {
      expect(Math.abs(digamma(n) + eulerGamma - harmonic)).toBeLessThan(1e-14 * n ** 0.5 + 1e-14);
      harmonic += 1 / n;
    }
  });

  it('is the slope of ln Γ', () => {
    for (const x of [0.2, 1, 1.4616, 3, 11.99, 12.01, 50]) {
      const h = 1e-3 * x;
      // Fourth-order difference: its error is about h⁴ ψ⁗/30.
      const slope = (8 * (logGamma(x + h) - logGamma(x - h)) - (logGamma(x + 2 * h) - logGamma(x - 2 * h))) / (12 * h);
      expect(Math.abs(slope - digamma(x))).toBeLessThan(1e-10 * (1 + 1 / x));
    }
  });

  it('refuses what is not positive', () => {
    for (const x of [0, -0.5, NaN]) expect(() => digamma(x)).toThrow(RangeError);
  });
});

describe('logRisingFactorial', () => {
  it('is a difference of ln Γ', () => {
    expect(logRisingFactorial(0.7, 0)).toBe(0);
    for (const [x, n] of [
      [0.3, 1],
      [1, 10],
      [2.5, 40],
      [1e-7, 3],
    ])
      expect(Math.abs(logRisingFactorial(x, n) - (logGamma(x + n) - logGamma(x)))).toBeLessThan(1e-12);
  });

  it('refuses what it does not mean', () => {
    expect(() => logRisingFactorial(0, 1)).toThrow(RangeError);
    expect(() => logRisingFactorial(1, -1)).toThrow(RangeError);
    expect(() => logRisingFactorial(1, 1.5)).toThrow(new RangeError('n must be a whole number of at least 0, got 1.5'));
  });
});
