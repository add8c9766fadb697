import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { normalize } from './distribution.ts';
import { entropy } from './entropy.ts';
import { entropyOfGeometric, entropyOfLogarithmicTail } from './infinite-support.ts';

interface Expected {
  H_bits: number;
  H: number;
  'partial_normalised_H_nats_N=1e3,1e5,1e7': number[];
}

describe('infinitely many outcomes', () => {
  const cases = oracleCases<{ p: number }, Expected>('15_seed_checks', 'infinite_support_vs_infinite_entropy');

  it('have a finite entropy if they are geometric, as in the reference', () => {
    for (const { input, expected } of cases.slice(0, 2)) closeInBits(entropyOfGeometric(input.p), expected.H_bits);
    expect(entropyOfGeometric(1)).toBe(0);
    expect(entropyOfGeometric(0)).toBe(Infinity);
    expect(() => entropyOfGeometric(-0.5)).toThrow(new RangeError('p must be between 0 and 1, got -0.5'));
  });

  it('have an infinite one if the tail is that of 1/(n ln² n), as in the reference', () => {
    expect(cases).toHaveLength(3);
    const { expected } = cases[2];
    expect(expected.H).toBe(Infinity);
    expect(entropyOfLogarithmicTail(Infinity)).toBe(expected.H);
    // The first two in the reference have N terms, n = 2 … N + 1; the last ends at N − 1, as direct sums of each show.
    [1e3 + 1, 1e5 + 1, 1e7 - 1].forEach((last, i) =>
      close(entropyOfLogarithmicTail(last), expected['partial_normalised_H_nats_N=1e3,1e5,1e7'][i]),
    );
  });

  it('add up term by term: the geometric law to 2000, the other to N', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), (p) => {
        const law = normalize(Array.from({ length: 2000 }, (_, n) => p * (1 - p) ** n));
        close(entropyOfGeometric(p), entropy(law), 1e-9);
      }),
      { numRuns: 30 },
    );
    for (const N of [2, 3, 999, 1000, 1001, 5000, 40_000]) {
      const law = normalize(Array.from({ length: N - 1 }, (_, i) => 1 / ((i + 2) * Math.log(i + 2) ** 2)));
      close(entropyOfLogarithmicTail(N), entropy(law), 1e-11);
    }
  });

  it('bring entropy at the pace of ln ln N, without an end', () => {
    const along = [1e10, 1e30, 1e100, 1e300].map(entropyOfLogarithmicTail);
    along.forEach((H, i) => i > 0 && expect(H).toBeGreaterThan(along[i - 1] + 0.2));
    expect(() => entropyOfLogarithmicTail(1)).toThrow(
      new RangeError('N must be a whole number of at least 2, or Infinity, got 1'),
    );
    expect(() => entropyOfLogarithmicTail(2.5)).toThrow(RangeError);
    expect(() => entropyOfLogarithmicTail(NaN)).toThrow(RangeError);
  });
});
