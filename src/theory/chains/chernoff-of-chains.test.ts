import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { chernoffInformation } from '#theory/belief/chernoff.ts';
import { chernoffRate, tiltedRate, worstChernoffRate } from './chernoff-of-chains.ts';
import { stationaryLaw } from './markov-chain.ts';

interface Pair {
  P1: number[][];
  P2: number[][];
}

/** Where ln ρ has its minimum, as exactly as a float can say: from the roots of the characteristic polynomial in arithmetic of forty digits. */
const places: ReadonlyMap<string, number> = new Map([
  ['A_sticky_vs_mild', 0.48206471297744435],
  ['B_romeo_juliet_3state', 0.5078156009720505],
  ['C_near_identical', 0.49993328172478924],
  ['D_iid_coins', 0.4944726391181512],
  ['E_same_stationary_diff_dynamics', 0.5],
]);

/** The larger root of the characteristic polynomial of the tilted matrix of two states. */
function radiusOfTwo([[a, b], [c, d]]: number[][], [[e, f], [g, h]]: number[][], s: number): number {
  const tilt = (p: number, q: number) => (p > 0 && q > 0 ? p ** s * q ** (1 - s) : 0);
  const [x, y, z, w] = [tilt(a, e), tilt(b, f), tilt(c, g), tilt(d, h)];
  return (x + w + Math.sqrt((x - w) ** 2 + 4 * y * z)) / 2;
}

describe('the Chernoff rate of two chains', () => {
  it('has the reference values', () => {
    for (const { name, input, expected } of oracleCases<Pair>('07_markov_mixture', 'rates')) {
      const { rate, s } = chernoffRate(input.P1, input.P2);
      close(Math.exp(-tiltedRate(input.P1, input.P2, 0.5)), expected.rho_half);
      close(tiltedRate(input.P1, input.P2, 0.5), expected.bhattacharyya_rate);
      close(rate, expected.chernoff_rate);
      close(s, places.get(name ?? '') ?? NaN, 1e-12);
      // The place in the reference has half as many digits, as that of a minimum found by comparing values; the value there is right.
      close(tiltedRate(input.P1, input.P2, expected.chernoff_s), expected.chernoff_rate);
      expect(Math.abs(s - expected.chernoff_s)).toBeLessThan(Math.sqrt(Number.EPSILON) * 5);
    }
  });

  it('is that of the roots of the characteristic polynomial for two states, whatever the supports', () => {
    fc.assert(
      fc.property(
        irreducibleChainOf(2),
        irreducibleChainOf(2),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (one, two, s) => {
          close(tiltedRate(one, two, s), -Math.log(radiusOfTwo(one, two, s)), 1e-12);
        },
      ),
    );
  });

  it('is symmetric, never above the rate at another s, and that of Chernoff for coins and dice', () => {
    fc.assert(
      fc.property(irreducibleChainOf(3), irreducibleChainOf(3), (one, two) => {
        const { rate, s } = chernoffRate(one, two);
        close(rate, chernoffRate(two, one).rate, 1e-11);
        for (const other of [0.1, 0.3, 0.5, 0.7, 0.9]) {
          expect(tiltedRate(one, two, other)).toBeLessThanOrEqual(rate + 1e-14);
        }
        expect(s >= 0 && s <= 1).toBe(true);
      }),
      { numRuns: 20 },
    );
    fc.assert(
      fc.property(distributionOf(3), distributionOf(3), (p, q) => {
        const rate = chernoffRate([p, p, p], [q, q, q]).rate;
        if (rate === Infinity) expect(chernoffInformation(p, q)).toBe(Infinity);
        else close(rate, chernoffInformation(p, q), 1e-10);
      }),
      { numRuns: 30 },
    );
  });

  it('is the exponent of Σ √(p q) over words, for periodic chains too', () => {
    const [one, two] = [
      [
        [0, 0.3, 0.7],
        [1, 0, 0],
        [1, 0, 0],
      ],
      [
        [0, 0.8, 0.2],
        [1, 0, 0],
        [1, 0, 0],
      ],
    ];
    let shares = stationaryLaw(one).map((m, x) => Math.sqrt(m * stationaryLaw(two)[x]));
    const sums = Array.from({ length: 200 }, () => {
      shares = shares.map((_, y) => shares.reduce((t, p, x) => t + p * Math.sqrt(one[x][y] * two[x][y]), 0));
      return shares.reduce((a, b) => a + b);
    });
    close(tiltedRate(one, two, 0.5), -Math.log(sums[199] / sums[197]) / 2, 1e-12);
  });

  it('is exactly 0 for equal chains, on a grid of them, and taken at a half', () => {
    const chances = Array.from({ length: 17 }, (_, i) => (2 + 6 * i) / 100);
    for (const a of chances)
      for (const b of chances) {
        const [one, same] = [0, 1].map(() => [
          [1 - a, a],
          [1 - b, b],
        ]);
        expect([a, b, chernoffRate(one, same), tiltedRate(one, same, 0.3)]).toEqual([a, b, { rate: 0, s: 0.5 }, 0]);
      }
  });

  it('has its place near a half for nearly equal chains, and the rate of their second order', () => {
    for (const [a, b] of [
      [0.5, 0.5],
      [0.7, 0.3],
      [0.02, 0.04],
    ])
      for (const shift of [1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-14]) {
        const chain = (p: number) => [
          [1 - a, a],
          [1 - p, p],
        ];
        const { rate, s } = chernoffRate(chain(b), chain(b + shift));
        // Half of 1/4 of Fisher's information of what follows a 1, as often as a 1 comes.
        const order = ((a / (1 - b + a)) * shift ** 2) / (8 * b * (1 - b));
        expect(Math.abs(s - 0.5), `${a}, ${b}, ${shift}`).toBeLessThan(0.02);
        expect(Math.abs(rate - order), `${a}, ${b}, ${shift}`).toBeLessThan(20 * shift * order + 3e-16);
      }
  });

  it('is infinite without a common cycle, and decided by the worst pair', () => {
    const forward = [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ];
    const backward = [
      [0, 0, 1],
      [1, 0, 0],
      [0, 1, 0],
    ];
    expect(chernoffRate(forward, backward).rate).toBe(Infinity);
    expect(tiltedRate(forward, backward, 0.5)).toBe(Infinity);
    expect(chernoffRate(forward, forward)).toEqual({ rate: 0, s: 0.5 });
    const coin = (p: number) => [
      [p, 1 - p],
      [p, 1 - p],
    ];
    const rates = worstChernoffRate([coin(0.1), coin(0.5), coin(0.6)]);
    close(rates, chernoffInformation([0.5, 0.5], [0.6, 0.4]));
    expect(() => worstChernoffRate([coin(0.1)])).toThrow(new RangeError('chains must be at least two, got 1'));
    expect(() => tiltedRate(forward, backward, 1.5)).toThrow(new RangeError('s must be between 0 and 1, got 1.5'));
    expect(() => chernoffRate(forward, coin(0.5))).toThrow(RangeError);
  });
});
