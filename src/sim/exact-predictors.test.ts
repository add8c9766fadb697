import { describe, expect, it } from 'vitest';
import { close } from '../../fixtures/oracle.ts';
import { predictHeads, twoCoins } from './coin-mixture.ts';
import { independent, intervalOf, laplace } from './exact-arithmetic-coder.ts';
import { exactCoins, firstOrderCounts, withEnd } from './exact-predictors.ts';

const sequences = (symbols: number, length: number): number[][] =>
  length === 0 ? [[]] : sequences(symbols, length - 1).flatMap((all) => Array.from({ length: symbols }, (_, s) => [...all, s])); // prettier-ignore

describe('more exact predictors', () => {
  it('counts what followed the last symbol', () => {
    const predict = firstOrderCounts(3);
    expect(predict([])).toEqual([1n, 1n, 1n]);
    // After a: a once, b twice.
    expect(predict([0, 1, 0, 0, 1, 2, 0])).toEqual([2n, 3n, 1n]);
    expect(predict([0, 1, 0, 0, 1, 2])).toEqual([1n, 1n, 1n]);
  });

  it('predicts a coin that was picked from two as Bayes’ rule does in floating point', () => {
    const predict = exactCoins([7n, 4n], 10n);
    for (const past of [...sequences(2, 5), Array<number>(24).fill(0), Array<number>(24).fill(1)]) {
      const [heads, tails] = predict(past).map(Number);
      const seen = past.filter((symbol) => symbol === 0).length;
      close(heads / (heads + tails), predictHeads(twoCoins, seen, past.length - seen), 1e-12);
    }
    expect(predict([])).toEqual([11n, 9n]);
  });

  it('ends with one chance in so many, and leaves the others in proportion', () => {
    const predict = withEnd(independent([3n, 1n]), 2, 16n);
    expect(predict([0])).toEqual([45n, 15n, 4n]);
    expect(predict([0, 2])).toEqual([0n, 0n, 1n]);
    // aab and the end: (15/16)³ · 9/64 · 1/16.
    const { width } = intervalOf([0, 0, 1, 2], predict);
    close(Number(width.numerator) / Number(width.denominator), (15 / 16) ** 3 * (9 / 64) * (1 / 16), 1e-15);
  });

  it('refuses what is no share', () => {
    expect(() => firstOrderCounts(0)).toThrow('symbols');
    expect(() => exactCoins([7n, 11n], 10n)).toThrow('heads[1] must be a bigint from 0 to 10, got 11');
    expect(() => exactCoins([], 0n)).toThrow('outOf must be a positive bigint, got 0');
    expect(() => withEnd(laplace(2), 2, 1n)).toThrow('oneIn must be a bigint of at least 2, got 1');
  });
});
