import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { distanceFromHull } from './convex-hull.ts';
import { extremeChains } from '#theory/chains/extreme-chains.ts';

const clouds = fc.array(distributionOf(3), { minLength: 1, maxLength: 5 });

/** The nearest point by many small steps towards the best corner (Frank and Wolfe), with the bound that its gap gives. */
function byFrankWolfe(point: readonly number[], others: readonly number[][]): { distance: number; gap: number } {
  let at = others[0];
  let gap = Infinity;
  for (let step = 0; step < 4000; step++) {
    const gradient = at.map((v, c) => v - point[c]);
    const score = (corner: readonly number[]) => corner.reduce((t, v, c) => t + v * gradient[c], 0);
    const best = others.reduce((a, b) => (score(b) < score(a) ? b : a));
    gap = score(at) - score(best);
    if (gap < 1e-16) break;
    const way = best.map((v, c) => v - at[c]);
    const most = Math.min(1, gap / way.reduce((t, v) => t + v * v, 0));
    at = at.map((v, c) => v + most * way[c]);
  }
  return { distance: Math.hypot(...at.map((v, c) => v - point[c])), gap };
}

describe('distance from a convex hull', () => {
  it('is 0 for means of the points, and the way to a single one', () => {
    fc.assert(
      fc.property(clouds, distributionOf(5), (others, weights) => {
        const share = weights.slice(0, others.length);
        const total = share.reduce((a, b) => a + b, 0);
        if (total === 0) return;
        const mean = [0, 1, 2].map((c) => others.reduce((t, o, i) => t + (share[i] / total) * o[c], 0));
        close(distanceFromHull(mean, others), 0);
      }),
    );
    close(distanceFromHull([1, 0], [[0, 1]]), Math.SQRT2);
  });

  it('is that of many small steps', () => {
    fc.assert(
      fc.property(distributionOf(3), clouds, (point, others) => {
        const found = distanceFromHull(point, others);
        const { distance, gap } = byFrankWolfe(point, others);
        // distance² − found² ≤ 2 gap, and found is never the larger.
        expect(found).toBeLessThanOrEqual(distance + 1e-12);
        expect(distance ** 2 - found ** 2).toBeLessThanOrEqual(2 * Math.max(0, gap) + 1e-12);
      }),
    );
  });

  it('tells the fair coin, a mean of the two others, from the extreme ones', () => {
    const coins = [0.5, 0.7, 0.3].map((p) => [p, 1 - p]);
    const from = (j: number) =>
      distanceFromHull(
        coins[j],
        coins.filter((_, i) => i !== j),
      );
    close(from(0), 0);
    close(from(1), 0.2 * Math.SQRT2);
    close(from(2), 0.2 * Math.SQRT2);
  });

  it('is for points of one dimension', () => {
    expect(() => distanceFromHull([1], [])).toThrow(new RangeError('others must be 1 to 12 points, got 0'));
    expect(() => distanceFromHull([1], [[0.5, 0.5]])).toThrow(
      new RangeError('others[0] must have 1 coordinates like point, got 2'),
    );
  });
});

describe('extreme chains', () => {
  const chain = (...rows: number[][]) => rows;

  it('are one of two that differ, both of a pair of likes, and none where all agree', () => {
    const mixture = {
      chains: [chain([0.5, 0.5], [1, 0]), chain([0.5, 0.5], [1, 0]), chain([0.2, 0.8], [1, 0])],
      weights: [0.2, 0.3, 0.5],
    };
    expect(extremeChains(mixture, 0)).toEqual([true, true, true]);
    expect(extremeChains(mixture, 1)).toEqual([false, false, false]);
    expect(() => extremeChains(mixture, 2)).toThrow(new RangeError('state must be below 2, got 2'));
  });

  it('are there wherever the chains differ', () => {
    fc.assert(
      fc.property(fc.array(distributionOf(3), { minLength: 2, maxLength: 5 }), (rows) => {
        const chains = rows.map((row) => chain(row, row, row));
        const weights = rows.map(() => 1 / rows.length);
        const differ = rows.some((row) => row.some((p, y) => p !== rows[0][y]));
        expect(extremeChains({ chains, weights }, 0).some(Boolean)).toBe(differ);
      }),
    );
  });
});
