import { describe, expect, it } from 'vitest';
import { closeAll } from '../../../fixtures/oracle.ts';
import { pairedDifference } from './paired-difference.ts';

describe('the paired difference', () => {
  it('is that of the differences: 1, 2, 3 have mean 2 and variance 1', () => {
    const { mean, standardError } = pairedDifference([10, 20, 30], [11, 22, 33]);
    closeAll([mean, standardError], [2, Math.sqrt(1 / 3)]);
  });

  it('has no error where all pairs differ alike, whatever they have in common', () => {
    const { mean, standardError } = pairedDifference([1e3, -5, 0, 2], [1e3 - 0.5, -5.5, -0.5, 1.5]);
    expect([mean, standardError]).toEqual([-0.5, 0]);
  });

  it('changes its sign with the order, and its error with the unit only', () => {
    const [a, b] = [
      [1, 4, 2, 8],
      [5, 7, 1, 9],
    ];
    const [there, back] = [pairedDifference(a, b), pairedDifference(b, a)];
    expect(back.mean).toBe(-there.mean);
    expect(back.standardError).toBe(there.standardError);
    const scaled = pairedDifference(
      a.map((x) => 3 * x),
      b.map((x) => 3 * x),
    );
    closeAll([scaled.mean, scaled.standardError], [3 * there.mean, 3 * there.standardError]);
  });

  it('needs pairs, and two of them', () => {
    expect(() => pairedDifference([1, 2], [1])).toThrow(RangeError);
    expect(() => pairedDifference([1], [1])).toThrow('before must have two entries or more, got 1');
  });
});
