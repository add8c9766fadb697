import fc from 'fast-check';
import { expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { rankCorrelation, ranksOf } from './rank-correlation.ts';

it('ranks by size, equal values alike', () => {
  closeAll(ranksOf([0.3, -1, 0.3, 7]), [2.5, 1, 2.5, 4]);
});

it('is 1 − 6 Σ d²/(n(n² − 1)) without ties', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 3, maxLength: 12 }), fc.infiniteStream(fc.integer()), (x, stream) => {
      const taken = new Set<number>();
      for (const value of stream) if (taken.add(value).size === x.length) break;
      const y = [...taken];
      const squares = ranksOf(x).reduce((total, rank, i) => total + (rank - ranksOf(y)[i]) ** 2, 0);
      const byFormula = 1 - (6 * squares) / (x.length * (x.length ** 2 - 1));
      expect(Math.abs(rankCorrelation(x, y).correlation - byFormula)).toBeLessThan(1e-12);
    }),
  ); // prettier-ignore
});

it('has over all orders the mean 0 and the spread 1/√(n − 1)', () => {
  const orders = (left: readonly number[]): number[][] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) => orders(left.filter((one) => one !== first)).map((rest) => [first, ...rest]));
  const all = orders([1, 2, 3, 4, 5]).map((order) => rankCorrelation([1, 2, 3, 4, 5], order));
  closeAll([all.reduce((sum, { correlation }) => sum + correlation, 0)], [0]);
  close(all[0].byChance, Math.sqrt(all.reduce((sum, { correlation }) => sum + correlation ** 2, 0) / all.length));
});

it('is one along any rising curve, and 0 where nothing varies', () => {
  const x = [-2, 0.5, 1, 8];
  close(rankCorrelation(x, x.map(Math.exp)).correlation, 1);
  close(rankCorrelation(x, x.map((value) => -(value ** 3))).correlation, -1); // prettier-ignore
  expect(rankCorrelation(x, [1, 1, 1, 1]).correlation).toBe(0);
});
