import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { entropy } from './entropy.ts';
import { renyiEntropy, tsallisEntropy, varentropy } from './entropy-family.ts';

describe('varentropy, renyiEntropy and tsallisEntropy', () => {
  it('agree with the reference values', () => {
    for (const { input, expected } of oracleCases<{ p: number[] }>('01_discrete_measures', 'entropy_family')) {
      const { p } = input;
      close(varentropy(p), expected.varentropy_nats2);
      closeInBits(renyiEntropy(p, 0), expected.hartley_bits);
      closeInBits(renyiEntropy(p, Infinity), expected.min_entropy_bits);
      closeInBits(renyiEntropy(p, 2), expected.collision_renyi2_bits);
      for (const order of [0.5, 2, 3, 5]) {
        closeInBits(renyiEntropy(p, order), expected[`renyi_${order}_bits`]);
        close(tsallisEntropy(p, order), expected[`tsallis_${order}`]);
      }
    }
  });
});

describe('renyiEntropy and tsallisEntropy', () => {
  it('are Shannon entropy at order 1, and close to it nearby', () => {
    const p = [0.5, 0.3, 0.2];
    for (const family of [renyiEntropy, tsallisEntropy]) {
      expect(family(p, 1)).toBe(entropy(p));
      close(family(p, 1 + 1e-7), entropy(p), 1e-6);
      close(family(p, 1 - 1e-15), entropy(p), 1e-12);
    }
  });

  it('fall as the order rises (Rényi)', () => {
    fc.assert(
      fc.property(distribution, fc.double({ min: 0, max: 20, noNaN: true }), (p, order) => {
        expect(renyiEntropy(p, order)).toBeGreaterThanOrEqual(renyiEntropy(p, order + 1) - 1e-9);
      }),
    );
  });

  it('do not underflow at high orders', () => {
    close(renyiEntropy([0.25, 0.25, 0.25, 0.25], 5000), Math.log(4));
    expect(tsallisEntropy([0.5, 0.5], 5001)).toBe(1 / 5000);
  });

  it('reject a negative order', () => {
    expect(() => renyiEntropy([1], -1)).toThrow(new RangeError('order must be at least 0, got -1'));
    expect(() => tsallisEntropy([1], Infinity)).toThrow(
      new RangeError('order must be at least 0 and finite, got Infinity'),
    );
    expect(() => tsallisEntropy([1], NaN)).toThrow(RangeError);
  });
});
