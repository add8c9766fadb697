import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { expectationUnderMultinomial } from './multinomial.ts';

/** The same by running over all sequences of n draws. */
function overSequences(p: readonly number[], n: number, f: (counts: readonly number[]) => number): number {
  const counts = p.map(() => 0);
  const draw = (left: number): number => {
    if (left === 0) return f(counts);
    let total = 0;
    p.forEach((pi, i) => {
      counts[i]++;
      if (pi > 0) total += pi * draw(left - 1);
      counts[i]--;
    });
    return total;
  };
  return draw(n);
}

describe('the expectation over counts', () => {
  it('is the mean over all sequences', () => {
    const f = (counts: readonly number[]) => counts.reduce((t, c, i) => t + Math.sin(c + i), 0) + counts[0] ** 2;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain(distributionOf), fc.integer({ min: 0, max: 5 }), (p, n) =>
        close(expectationUnderMultinomial(p, n, f), overSequences(p, n, f), 1e-12),
      ),
    );
  });

  it('has probabilities that add up to one, and means and variances of counts, for many draws', () => {
    for (const [p, n] of [
      [[0.3, 0.7], 1000],
      [[0.01, 0.2, 0.79], 300],
    ] as const) {
      close(
        expectationUnderMultinomial(p, n, () => 1),
        1,
        1e-11,
      );
      close(
        expectationUnderMultinomial(p, n, (c) => c[0]),
        n * p[0],
        1e-11,
      );
      close(
        expectationUnderMultinomial(p, n, (c) => (c[0] - n * p[0]) ** 2),
        n * p[0] * (1 - p[0]),
        1e-9,
      );
    }
  });

  it('leaves out counts that cannot occur', () => {
    expect(expectationUnderMultinomial([0.5, 0.5, 0], 3, (c) => (c[2] > 0 ? Infinity : 1))).toBe(1);
  });

  it('refuses what is no law, no number of draws, and sums that would not end', () => {
    const one = () => 1;
    expect(() => expectationUnderMultinomial([0.5, 0.6], 2, one)).toThrow('p must sum to 1');
    expect(() => expectationUnderMultinomial([0.5, 0.5], -1, one)).toThrow('n must be');
    expect(() => expectationUnderMultinomial([0.5, 0.5], 1001, one)).toThrow('got 1001');
    expect(() => expectationUnderMultinomial(Array<number>(10).fill(0.1), 100, one)).toThrow('tables of 10 counts');
  });
});
