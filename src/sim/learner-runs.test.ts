import { describe, expect, it } from 'vitest';
import { gibbsAmongGuessers, lowestThreshold } from '#theory/belief/finite-learners.ts';
import { noisyMean } from '#theory/belief/generalization.ts';
import { drawGuesserGaps, drawMeanGaps, drawThresholdGaps } from './learner-runs.ts';

/** Within four standard errors of an expectation. */
function isAbout(gaps: readonly number[], expected: number) {
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
  expect(Math.abs(mean - expected)).toBeLessThan(4 * Math.sqrt(variance / gaps.length));
}

describe('runs of learners', () => {
  it('have the exact expectation, guessers', () => {
    for (const [error, temperature] of [
      [0.5, 0.5],
      [0.2, 2],
    ] as const) {
      const { training, test } = gibbsAmongGuessers(12, 6, error, temperature);
      isAbout(drawGuesserGaps(12, 6, error, temperature, 4000, 1), test - training);
    }
  });
  it('have it, thresholds coarse and fine', () => {
    for (const places of [8, 2 ** 40])
      isAbout(drawThresholdGaps(10, places, 4000, 2), lowestThreshold(10, places).test);
  });
  it('have it, the noisy mean', () => {
    for (const noise of [0, 0.5]) isAbout(drawMeanGaps(10, noise, 6000, 3), noisyMean(10, noise).gap);
  });
  it('have no gap where a guesser knows everything and the pick is cold', () => {
    expect(drawGuesserGaps(50, 2, 0, 0.01, 5, 1)).toEqual([0, 0, 0, 0, 0]);
  });
  it('are the same for the same seed, and refuse what is none', () => {
    expect(drawThresholdGaps(5, 64, 10, 7)).toEqual(drawThresholdGaps(5, 64, 10, 7));
    expect(() => drawGuesserGaps(5, 1, 0.5, 1, 10, 1)).toThrow(RangeError);
    expect(() => drawMeanGaps(5, -1, 10, 1)).toThrow(new RangeError('noise must be at least 0 and finite, got -1'));
  });
});
