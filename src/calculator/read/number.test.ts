import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { readNumber } from './number.ts';

const value = (text: string, commas = false) => {
  const read = readNumber(text, commas);
  return typeof read === 'object' ? read.value : read;
};

describe('a number as it is written', () => {
  it.each([
    ['0.5', 0.5],
    [' .5 ', 0.5],
    ['5.', 5],
    ['+3', 3],
    ['−3', -3],
    ['－3', -3],
    ['1e-7', 1e-7],
    ['1E−7', 1e-7],
    ['1.2 × 10⁻⁷', 1.2e-7],
    ['3*10^4', 3e4],
    ['25%', 0.25],
    ['25 %', 0.25],
    ['5‰', 0.005],
    ['1/3', 1 / 3],
    ['−1 / 4', -0.25],
    ['1 000 000', 1e6],
    ["12'345.5", 12345.5],
    ['2\u202f410', 2410],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['−∞', -Infinity],
  ])('%s', (text, expected) => expect(value(text)).toBe(expected));

  it('has a decimal comma only where commas are decimal', () => {
    expect(value('0,5', true)).toBe(0.5);
    expect(value('-0,25', true)).toBe(-0.25);
    expect(value('0,5')).toBeUndefined();
    expect(value('12,5 %', true)).toBe(0.125);
  });

  it.each(['', 'NaN', 'nan', 'NA', 'null', '-', '?'])('“%s” stands for no value', (text) =>
    expect(readNumber(text)).toBe('missing'),
  );

  it.each(['abc', '1/0', '1//2', '1/2/3', '0x10', '1e', '1,000', '1e999', '--3', '5 % %', '__proto__', '1 2', '٣'])(
    '“%s” is none',
    (text) => expect(value(text)).toBeUndefined(),
  );

  it('comes back as it was, however JavaScript writes it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(value(String(x))).toBe(x + 0 === 0 ? 0 : x);
      }),
    );
  });
});
