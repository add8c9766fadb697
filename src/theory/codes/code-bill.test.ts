import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { crossEntropy } from '#theory/measures/entropy.ts';
import { codeBill } from './code-bill.ts';
import { expectedLength, kraftSum } from './symbol-code.ts';

const bits = (nats: number) => nats / Math.LN2;

describe('the bill of a code', () => {
  it('has the reference values for a code made for another law', () => {
    const cases = oracleCases<{ p: number[]; q: number[] }, Record<string, number>>('05_codes', 'code_mismatch');
    for (const { input, expected } of cases) {
      const bill = codeBill(input.p, input.q.map((q) => -Math.log2(q))); // prettier-ignore
      closeInBits(bill.mean, expected.CE_bits);
      closeInBits(bill.entropy, expected.H_p_bits);
      closeInBits(bill.divergence, expected.KL_bits);
      expect(Math.abs(bill.unspent)).toBeLessThan(1e-14);
    }
  });

  it('is that of a code of whole words', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(distributionOf(4), lengths, (p, words) => {
        const bill = codeBill(p, words);
        close(bits(bill.mean), expectedLength(p, words));
        close(bill.kraft, kraftSum(words));
        close(bill.mean, crossEntropy(p, bill.believed) + bill.unspent, 1e-12);
        expect(bill.divergence).toBeGreaterThanOrEqual(0);
        expect(Math.abs(bill.mean - bill.entropy - bill.divergence - bill.unspent)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is worked by hand: the winter code in summer, a shelf half empty, a shelf over full', () => {
    const summer = [1 / 2, 1 / 4, 1 / 8, 1 / 8];
    const winter = codeBill(summer, [3, 3, 2, 1]);
    expect([winter.mean, winter.entropy, winter.divergence, winter.unspent].map(bits)).toEqual([2.625, 1.75, 0.875, 0]);
    expect(winter.believed).toEqual([1 / 8, 1 / 8, 1 / 4, 1 / 2]);
    const careless = codeBill(summer, [2, 3, 4, 4]);
    expect([careless.mean, careless.divergence, careless.unspent, careless.kraft / Math.LN2].map(bits)).toEqual([2.75, 0, 1, 0.5 / Math.LN2 / Math.LN2]); // prettier-ignore
    const impossible = codeBill(summer, [1, 1, 1, 1]);
    expect([bits(impossible.mean), bits(impossible.unspent), impossible.kraft]).toEqual([1, -1, 2]);
  });

  it('keeps its digits where all words are long, and refuses lengths that are none', () => {
    const long = codeBill([0.5, 0.5], [1e4, 1e4 + 1]);
    close(long.unspent, 1e4 * Math.LN2 - Math.log(1.5));
    close(long.divergence, -0.5 * Math.log((2 / 3) * (1 / 3)) - Math.LN2, 1e-12);
    expect(() => codeBill([0.5, 0.5], [1, -1])).toThrow(
      new RangeError('lengths[1] must be at least 0 and finite, got -1'),
    );
    expect(() => codeBill([0.5, 0.5], [1])).toThrow(
      new RangeError('lengths must have one entry per probability, 2, got 1'),
    );
  });
});
