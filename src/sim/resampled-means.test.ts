import { describe, expect, it } from 'vitest';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { uniforms } from './random.ts';
import { resampledMeans } from './resampled-means.ts';

const noise = uniforms(5);
const first = Array.from({ length: 60 }, () => 2 + noise());
const second = first.map((value) => value - 0.3 - 0.1 * noise());
const weights = first.map(() => 1);

describe('resampled means', () => {
  it('scatter as the standard error says, and their differences as that of the pairs', () => {
    const next = uniforms(1);
    const draws = Array.from({ length: 2000 }, () => resampledMeans([first, second], weights, next));
    const spread = (values: readonly number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
    };
    // The bootstrap has n, the standard error n − 1.
    const shrink = Math.sqrt(59 / 60);
    const zero = first.map(() => 0);
    const one = pairedDifference(zero, first).standardError * shrink;
    const difference = pairedDifference(second, first).standardError * shrink;
    // A spread of 2,000 draws is known to 1.6 %.
    expect(Math.abs(spread(draws.map(([a]) => a)) / one - 1)).toBeLessThan(0.06);
    expect(Math.abs(spread(draws.map(([a, b]) => a - b)) / difference - 1)).toBeLessThan(0.06);
    expect(difference).toBeLessThan(one / 4);
  });

  it('weigh pieces by their length, and are exact where nothing varies', () => {
    expect(resampledMeans([[3, 3, 3], [7, 7, 7]], [1, 2, 5], uniforms(2))).toEqual([3, 7]); // prettier-ignore
    // A stream that draws each piece once.
    let i = 0;
    expect(resampledMeans([[1, 5]], [3, 1], () => i++ / 2)).toEqual([2]);
  });

  it('refuse rows of another length', () => {
    expect(() => resampledMeans([[1, 2]], [1], uniforms(1))).toThrow('rows[0]');
  });
});
