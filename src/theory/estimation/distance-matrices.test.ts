import fc from 'fast-check';
import { expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { correlationOfDistances, placeOfPair } from './distance-matrices.ts';
import { rankCorrelation } from './rank-correlation.ts';

const orders = (left: readonly number[]): number[][] =>
  left.length === 0
    ? [[]]
    : left.flatMap((first) => orders(left.filter((one) => one !== first)).map((rest) => [first, ...rest]));
const list = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
const same = [[0, 1, 2, 3, 4]];

it('has the pairs in their order', () => {
  closeAll([placeOfPair(0, 1, 4), placeOfPair(3, 0, 4), placeOfPair(1, 2, 4), placeOfPair(3, 2, 4)], [0, 2, 3, 5]);
});

it('is the rank correlation of the lists', () => {
  fc.assert(
    fc.property(list(10), list(10), (x, y) => {
      const { correlation, byChance } = correlationOfDistances(5, x, y, same);
      expect(Math.abs(correlation - rankCorrelation(x, y).correlation)).toBeLessThan(1e-12);
      expect(Math.abs(byChance - Math.abs(correlation))).toBeLessThan(1e-12);
    }),
  );
});

it('with a list held fixed is the partial correlation of the three correlations', () => {
  fc.assert(
    fc.property(list(10), list(10), list(10), (x, y, z) => {
      const r = (a: number[], b: number[]) => rankCorrelation(a, b).correlation;
      const [xy, xz, yz] = [r(x, y), r(x, z), r(y, z)];
      fc.pre(Math.abs(xz) < 0.99 && Math.abs(yz) < 0.99 && new Set(x).size > 1 && new Set(y).size > 1);
      const formula = (xy - xz * yz) / Math.sqrt((1 - xz ** 2) * (1 - yz ** 2));
      expect(Math.abs(correlationOfDistances(5, x, y, same, z).correlation - formula)).toBeLessThan(1e-9);
    }),
  );
});

it('has over all renamings the mean 0, and what is by chance is their spread', () => {
  const [x, y] = [
    [1, 5, 2, 7, 3, 3],
    [2, 9, 1, 4, 4, 6],
  ];
  const all = orders([0, 1, 2, 3]);
  const renamed = all.map((to) => {
    const moved = [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]].map(([i, j]) => y[placeOfPair(to[i], to[j], 4)]); // prettier-ignore
    return rankCorrelation(x, moved).correlation;
  });
  expect(Math.abs(renamed.reduce((sum, r) => sum + r, 0))).toBeLessThan(1e-12);
  close(
    correlationOfDistances(4, x, y, all).byChance,
    Math.sqrt(renamed.reduce((sum, r) => sum + r * r, 0) / all.length),
  );
});

it('leaves out each object once: the jackknife of a case by hand', () => {
  const [x, y] = [
    [1, 5, 2, 7, 3, 4],
    [2, 9, 1, 4, 5, 6],
  ];
  // Without object 0 the pairs (1,2), (1,3), (2,3) are left, and so on.
  const left = [[3, 4, 5], [1, 2, 5], [0, 2, 4], [0, 1, 3]].map((kept) => rankCorrelation(kept.map((p) => x[p]), kept.map((p) => y[p])).correlation); // prettier-ignore
  const mean = left.reduce((sum, r) => sum + r, 0) / 4;
  const expected = Math.sqrt((left.reduce((sum, r) => sum + (r - mean) ** 2, 0) * 3) / 4);
  close(correlationOfDistances(4, x, y, [[0, 1, 2, 3]]).standardError, expected);
});

it('is 1 for itself, 0 where nothing varies, and nothing is left beyond itself', () => {
  const x = [1, 5, 2, 7, 3, 4, 9, 8, 0, 6];
  const { correlation, standardError, byChance } = correlationOfDistances(5, x, x.map(Math.exp), same);
  closeAll([correlation, byChance], [1, 1]);
  expect(standardError).toBeLessThan(1e-12);
  expect(correlationOfDistances(5, x, x.map(() => 2), same).correlation).toBe(0); // prettier-ignore
  expect(correlationOfDistances(5, x, x, same, x).correlation).toBe(0);
});

it('refuses what does not fit', () => {
  expect(() => correlationOfDistances(5, [1, 2, 3], [1, 2, 3], same)).toThrow('x must have 10 entries');
  expect(() => correlationOfDistances(4, [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], [[0, 1, 2, 2]])).toThrow(
    'permutation',
  );
  expect(() => correlationOfDistances(3, [1, 2, 3], [1, 2, 3], [[0, 1, 2]])).toThrow('n ');
  expect(() => placeOfPair(1, 1, 4)).toThrow('another');
});
