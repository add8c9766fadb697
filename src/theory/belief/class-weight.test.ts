import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probability } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { weightedOptimum } from './class-weight.ts';

describe('a weighted loss', () => {
  it('is least where the formula says, by a search', () => {
    for (const p of [0.02, 0.3, 0.77])
      for (const w of [0.1, 10, 49]) {
        const loss = (q: number) => -w * p * Math.log(q) - (1 - p) * Math.log(1 - q);
        let [low, high] = [1e-9, 1 - 1e-9];
        for (let step = 0; step < 100; step++) {
          const [a, b] = [low + (high - low) / 3, high - (high - low) / 3];
          if (loss(a) < loss(b)) high = b;
          else low = a;
        }
        close(weightedOptimum(p, w), (low + high) / 2, 1e-6);
      }
    // MATH F25: 0.2/1.18.
    close(weightedOptimum(0.02, 10), 0.2 / 1.18);
  });

  it('is undone by the inverse weight, keeps the order and the ends', () => {
    fc.assert(
      fc.property(probability, fc.double({ min: 0.01, max: 100, noNaN: true }), (p, w) => {
        close(weightedOptimum(weightedOptimum(p, w), 1 / w), p, 1e-9);
      }),
    );
    expect([weightedOptimum(0, 10), weightedOptimum(1, 10), weightedOptimum(0, 0.1), weightedOptimum(1, 0.1)]).toEqual([
      0, 1, 0, 1,
    ]);
    expect(weightedOptimum(0.5, 1e308)).toBe(1);
  });
});
