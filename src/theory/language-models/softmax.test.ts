import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '../../../fixtures/arbitrary.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { entropy, surprisal } from '#theory/measures/entropy.ts';
import { entropyOfLogits, logSoftmax, logSumExp, rankOfIndex, readLogits, surprisalOfIndex } from './softmax.ts';

const logits = fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 1, maxLength: 40 });

/** Logits on a grid, so that adding a whole number to them does not round. */
const exactLogits = fc
  .array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 40 })
  .map((z) => z.map((zi) => zi / 64));

/** The formula as it stands, without any care. */
function plainSoftmax(z: readonly number[]): number[] {
  const total = z.reduce((sum, zi) => sum + Math.exp(zi), 0);
  return z.map((zi) => Math.exp(zi) / total);
}

describe('softmax of logits', () => {
  it('agrees with the plain formulas where these do not overflow', () => {
    fc.assert(
      fc.property(logits, (z) => {
        const p = plainSoftmax(z);
        closeAll(logSoftmax(z), p.map(Math.log));
        closeAll(logSoftmax(z).map(Math.exp), p);
        close(entropyOfLogits(z), entropy(p));
        close(logSumExp(z), Math.log(z.reduce((sum, zi) => sum + Math.exp(zi), 0)));
        z.forEach((_, i) => close(surprisalOfIndex(z, i), surprisal(p[i])));
      }),
    );
  });

  it('recovers a distribution from its logarithms, zeros included', () => {
    fc.assert(
      fc.property(distribution, (p) => {
        closeAll(logSoftmax(p.map(Math.log)).map(Math.exp), p);
        close(entropyOfLogits(p.map(Math.log)), entropy(p));
      }),
    );
  });

  it('does not change when a constant is added', () => {
    fc.assert(
      fc.property(exactLogits, fc.integer({ min: -1000, max: 1000 }), (z, shift) => {
        close(entropyOfLogits(z.map((zi) => zi + shift)), entropyOfLogits(z), 1e-9);
        close(
          surprisalOfIndex(
            z.map((zi) => zi + shift),
            0,
          ),
          surprisalOfIndex(z, 0),
          1e-9,
        );
      }),
    );
  });

  it('stays exact where exponentials overflow or vanish', () => {
    close(logSumExp([1e4, 1e4]), 1e4 + Math.LN2);
    expect(entropyOfLogits([1e30, -1e30])).toBe(0);
    expect(surprisalOfIndex([0, 1e6], 0)).toBe(1e6);
    expect(readLogits([-1e5, -1e5], 1)).toEqual({ surprisal: Math.LN2, entropy: Math.LN2, rank: 1 });
  });

  it('makes surprisal infinite, and entropy no larger, for an outcome with logit −∞', () => {
    expect(readLogits([0, -Infinity, 0], 1)).toEqual({ surprisal: Infinity, entropy: Math.LN2, rank: 3 });
  });

  it('sums in float64 over the whole vocabulary of a float32 network', () => {
    const z = new Float32Array(50_257);
    close(entropyOfLogits(z), Math.log(50_257));
    close(surprisalOfIndex(z, 7), Math.log(50_257));
    expect(logSoftmax(z)).toBeInstanceOf(Float64Array);
  });

  it('has an entropy between 0 and ln n', () => {
    fc.assert(
      fc.property(logits, (z) => {
        expect(entropyOfLogits(z)).toBeGreaterThanOrEqual(0);
        expect(entropyOfLogits(z)).toBeLessThanOrEqual(Math.log(z.length) + 1e-12);
      }),
    );
  });
});

describe('readLogits', () => {
  it('gives the same three numbers as the functions for one each', () => {
    fc.assert(
      fc.property(logits, fc.nat(), (z, n) => {
        const i = n % z.length;
        const alone = { surprisal: surprisalOfIndex(z, i), entropy: entropyOfLogits(z), rank: rankOfIndex(z, i) };
        expect(readLogits(z, i)).toEqual(alone);
      }),
    );
  });
});

describe('rankOfIndex', () => {
  it('counts from 1 and lets ties share the better rank', () => {
    const z = [2, 5, 5, -1];
    expect(z.map((_, i) => rankOfIndex(z, i))).toEqual([3, 1, 1, 4]);
  });

  it('is the place in the sorted list', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 }), (z) => {
        const sorted = [...z].sort((a, b) => b - a);
        z.forEach((zi, i) => expect(rankOfIndex(z, i)).toBe(sorted.indexOf(zi) + 1));
      }),
    );
  });
});

describe('bad logits', () => {
  it('are named', () => {
    expect(() => logSumExp([])).toThrow(new RangeError('logits must hold at least one finite number, got none'));
    expect(() => logSumExp([-Infinity])).toThrow(
      new RangeError('logits must hold at least one finite number, got -Infinity'),
    );
    expect(() => logSoftmax([0, NaN])).toThrow(new RangeError('logits[1] must be a number below infinity, got NaN'));
    expect(() => entropyOfLogits([Infinity])).toThrow(
      new RangeError('logits[0] must be a number below infinity, got Infinity'),
    );
    for (const index of [-1, 2, 0.5, NaN]) {
      expect(() => surprisalOfIndex([0, 0], index)).toThrow(
        new RangeError(`index must be a whole number from 0 to 1, got ${index}`),
      );
    }
    expect(() => readLogits([0, NaN], 0)).toThrow(RangeError);
    expect(() => rankOfIndex([0], 1)).toThrow(RangeError);
  });
});
