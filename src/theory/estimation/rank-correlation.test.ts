import fc from 'fast-check';
import { expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { partialRankCorrelation, rankCorrelation, ranksOf } from './rank-correlation.ts';

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

it('with a third taken out is the correlation of what straight lines in its ranks leave', () => {
  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(values, values, values, (x, y, z) => {
      const centered = (list: readonly number[]) => {
        const ranks = ranksOf(list);
        const mean = ranks.reduce((a, b) => a + b, 0) / ranks.length;
        return ranks.map((rank) => rank - mean);
      };
      const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
      const w = centered(z);
      const rest = (list: readonly number[]) => {
        const ranks = centered(list);
        const slope = dot(w, w) > 0 ? dot(ranks, w) / dot(w, w) : 0;
        return ranks.map((rank, i) => rank - slope * w[i]);
      };
      const [a, b] = [rest(x), rest(y)];
      const nothing = dot(a, a) < 1e-9 || dot(b, b) < 1e-9;
      const expected = nothing ? 0 : dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
      expect(Math.abs(partialRankCorrelation(x, y, z).correlation - expected)).toBeLessThan(1e-6);
    }),
  );
  // Both follow z, and what is left of them goes the other way: (0.8 − 0.9·0.9)/(1 − 0.9²) by ranks 1…5.
  const z = [1, 2, 3, 4, 5];
  const [x, y] = [
    [2, 1, 3, 4, 5],
    [1, 2, 3, 5, 4],
  ];
  close(partialRankCorrelation(x, y, z).correlation, (0.8 - 0.9 * 0.9) / (1 - 0.9 ** 2));
  close(partialRankCorrelation(x, y, z).byChance, 1 / Math.sqrt(3));
});
