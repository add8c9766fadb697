import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberIn } from '#contract/numberIn.ts';
import { sayAnswer } from './answer.ts';

const readout = (kind: 'information' | 'probability' | 'number') =>
  ({ kind, label: '', formula: '', source: '', of: () => 0 }) as never;

describe('the answer of an exercise', () => {
  it('has the digits that its tolerance asks for', () => {
    expect(sayAnswer(readout('probability'), 0.003357, 0.0003)).toBe('0.00336');
    expect(sayAnswer(readout('probability'), 0.0913, 0.002)).toBe('0.0913');
    expect(sayAnswer(readout('information'), Math.LN2 / 2, 0.01)).toBe('0.500 bits');
    expect(sayAnswer(readout('information'), 12345 * Math.LN2, 10)).toBe('12,345 bits');
    expect(sayAnswer(readout('number'), 1234567, 0)).toBe('1234567.000');
  });

  it('is within a tenth of the tolerance of what is computed, and is read as it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('information' as const, 'probability' as const, 'number' as const),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (kind, value, digits) => {
          const within = 10 ** -digits;
          const text = sayAnswer(readout(kind), kind === 'information' ? value * Math.LN2 : value, within);
          expect(Math.abs(numberIn(text.replace(/ bits?$/, '')) - value)).toBeLessThanOrEqual(within / 10 + 1e-12);
        },
      ),
    );
  });
});
