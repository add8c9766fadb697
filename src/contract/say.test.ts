import { describe, expect, it } from 'vitest';
import { parseCondition, holds } from './condition.ts';
import { asSet, sayIn } from './say.ts';

const [bits, nats] = [sayIn('bits'), sayIn('nats')];

describe('say', () => {
  it('converts nats and names the unit, singular for one', () => {
    expect(bits.information(Math.LN2)).toBe('1.000 bit');
    expect(nats.information(Math.LN2)).toBe('0.693 nats');
    expect(bits.amount(2 * Math.LN2, 1)).toBe('2.0');
  });
  it('never shows a possible event as impossible or an uncertain one as certain', () => {
    expect([0, 1e-7, 0.004, 0.3, 0.9991, 1 - 1e-7, 1].map(bits.probability)).toEqual(
      ['0.00', '1.0 × 10⁻⁷', '0.0040', '0.30', '0.9991', '1 − 1.0 × 10⁻⁷', '1.00'], // prettier-ignore
    );
  });
  it('writes infinities and a true minus, and no minus zero', () => {
    expect([Infinity, -Infinity, -0.0001, -1e-9, -2].map((x) => bits.number(x))).toEqual([
      '∞',
      '−∞',
      '−0.0001',
      '0.000',
      '−2.000',
    ]);
  });
  it('rounds a small amount to two digits, and rounding errors to nothing', () => {
    const amounts = [0.00049, -0.00049, 0.0004999, 0.001, 6e-7, 1e-9, 0].map((x) => nats.information(x));
    expect(amounts).toEqual([
      ...['0.00049 nats', '−0.00049 nats', '0.00050 nats', '0.001 nats', '0.00000060 nats', '0.000 nats', '0.000 nats'],
    ]);
    // With fewer decimals asked for, something is still not nothing.
    expect([0.00049, 0.0062, 1e-9].map((x) => nats.information(x, 2))).toEqual([
      '0.0005 nats',
      '0.01 nats',
      '0.00 nats',
    ]);
    expect([0.00049, 0.0062, 12.3456, 1234.5].map((x) => nats.amount(x))).toEqual([
      '0.00049',
      '0.006',
      '12.346',
      '1234.500',
    ]);
    expect([0.2, 0.04, 0].map((x) => nats.amount(x, 0))).toEqual(['0.2', '0.04', '0']);
    expect([0.28, 0.003, 0.00004, 0].map(nats.percent)).toEqual([
      '28 percent',
      '0.3 percent',
      '0.004 percent',
      '0 percent',
    ]);
  });
  it('gives a percentage the digits that it has, and never makes it a rounded 0 or 100', () => {
    const round = [0.125, 0.055, 0.045, 0.005, 0.345, 0.0625, 0.999, 0.29, 1];
    expect(round.map(bits.percent)).toEqual(
      ['12.5', '5.5', '4.5', '0.5', '34.5', '6.25', '99.9', '29', '100'].map((x) => `${x} percent`),
    );
    const computed = [1 / 3, 1 / 7, 1 / 64, 0.28125, 0.99513579, 0.9999613, 1 - 1e-12, 1e-12, 1.234567];
    expect(computed.map(bits.percent)).toEqual(
      ['33', '14', '2', '28', '99.5', '99.996', '100', '0', '123'].map((x) => `${x} percent`),
    );
  });
  it('tells a number that was set with the digits that it has', () => {
    const set = [0, 1, 0.4, 0.001, 0.995, 0.0015, 0.123456, 1e-12, 1 - 1e-12, 1 / 3, 2.5, -0.5];
    expect(set.map((x) => asSet(x))).toEqual(
      ['0.00', '1.00', '0.40', '0.001', '0.995', '0.0015', '0.123456', '1.0 × 10⁻¹²', '1 − 1.0 × 10⁻¹²', '0.33', '2.50', '−0.50'], // prettier-ignore
    );
    expect([0.05, 0.0015].map((x) => asSet(x, 3))).toEqual(['0.050', '0.0015']);
  });
  it('is brief where there is little room, and still never shows something as nothing', () => {
    expect([0.4449, 0.0005, 0.00028, 3e-6, -0.0002, 1e-9, 0, 1].map((x) => nats.brief(x))).toEqual([
      ...['0.445', '0.001', '<0.001', '<0.001', '>−0.001', '0.000', '0.000', '1.000'],
    ]);
  });

  it('gives a large amount fewer decimals', () => {
    const amounts = [9.9994, 9.9996, 42.3432, 99.996, 595.3084, 999.96, -12345.6, Infinity].map((x) =>
      nats.information(x),
    );
    expect(amounts).toEqual([
      ...['9.999 nats', '10.00 nats', '42.34 nats', '100.0 nats', '595.3 nats', '1,000 nats', '−12,346 nats', '∞ nats'],
    ]);
  });
  it('says how long something takes', () => {
    expect([0.2, 1.49, 1.5, 40.4, 89.9, 90, 200].map(bits.duration)).toEqual([
      ...['a second', 'a second', '2 seconds', '40 seconds', '90 seconds', '2 minutes', '3 minutes'],
    ]);
  });
  it('groups thousands', () => {
    expect(bits.count(1713712)).toBe('1,713,712');
  });
});

describe('conditions', () => {
  it('compare numbers, and words by equality only', () => {
    expect(holds(parseCondition('mutual > 0.1')!, 0.2)).toBe(true);
    expect(holds(parseCondition('mutual <= 0.1')!, 0.2)).toBe(false);
    expect(holds(parseCondition('kind = xor')!, 'xor')).toBe(true);
    expect(parseCondition('kind > xor')).toBeUndefined();
    expect(parseCondition('nonsense')).toBeUndefined();
  });
});
