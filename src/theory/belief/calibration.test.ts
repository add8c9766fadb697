import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import {
  brierScore,
  expectedCalibrationError,
  logScore,
  logScoreParts,
  reliability,
  wilsonInterval,
} from './calibration.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { entropy } from '#theory/measures/entropy.ts';

describe('calibration', () => {
  it('has the reference scores', () => {
    for (const { input, expected } of oracleCases<{ confidence: number[]; correct: number[] }>(
      '13_llm_metrics',
      'calibration',
    )) {
      const forecasts = { confidence: input.confidence, correct: input.correct.map((one) => one === 1) };
      close(expectedCalibrationError(forecasts, 5, 0.5), expected.ECE);
      close(brierScore(forecasts), expected.brier_binary);
      close(logScore(forecasts), expected.NLL);
      const bins = reliability(forecasts, 5, 0.5);
      closeAll(
        bins.map(({ from }) => from),
        [0.5, 0.6, 0.7, 0.8, 0.9],
      );
      expect(bins.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    }
  });

  it('proper scores are best for the truth, and calibrated forecasts have no calibration error', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), probability, (heads, said) => {
        const correct = Array.from({ length: 20 }, (_, i) => i < heads);
        const saying = (c: number) => ({ confidence: correct.map(() => c), correct });
        expect(brierScore(saying(said))).toBeGreaterThanOrEqual(brierScore(saying(heads / 20)) - 1e-12);
        expect(logScore(saying(said))).toBeGreaterThanOrEqual(logScore(saying(heads / 20)) - 1e-12);
        close(logScore(saying(heads / 20)), entropy([heads / 20, 1 - heads / 20]));
        close(expectedCalibrationError(saying(heads / 20), 10), 0);
        close(expectedCalibrationError(saying(said), 1), Math.abs(said - heads / 20), 1e-9);
      }),
    );
    expect(logScore({ confidence: [1], correct: [false] })).toBe(Infinity);
    expect(Object.is(logScore({ confidence: [1], correct: [true] }), 0)).toBe(true);
  });

  it('takes a log score apart without a remainder', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.boolean()), { minLength: 1, maxLength: 40 }),
        (made) => {
          const forecasts = { confidence: made.map(([c]) => c / 100), correct: made.map(([, yes]) => yes) };
          const { uncertainty, resolution, calibration, within } = logScoreParts(forecasts, 5);
          close(uncertainty - resolution + calibration + within, logScore(forecasts), 1e-9);
          // The table of bins and outcomes, counted by itself.
          const binOf = (percent: number) => Math.min(4, Math.ceil(percent / 20) - 1);
          const table = [0, 1, 2, 3, 4].map((bin) =>
            [true, false].map(
              (yes) => made.filter(([c, came]) => binOf(c) === bin && came === yes).length / made.length,
            ),
          );
          close(resolution, Math.max(0, mutualInformation(table)), 1e-9);
          // Each said as the mean of its bin: nothing is left within.
          const { confidence, correct } = forecasts;
          const means = confidence.map((_, i) => {
            const own = confidence.filter((__, j) => binOf(made[j][0]) === binOf(made[i][0]));
            return own.reduce((total, c) => total + c, 0) / own.length;
          });
          close(logScoreParts({ confidence: means, correct }, 5).within, 0, 1e-9);
          close(uncertainty - resolution + calibration, logScore({ confidence: means, correct }), 1e-9);
        },
      ),
    );
  });

  it('takes the scores of five answers apart as by hand', () => {
    // 0.9, 0.9, 0.9, 0.9 with three right ones, and 0.3 with a no.
    const parts = logScoreParts(
      { confidence: [0.9, 0.9, 0.9, 0.9, 0.3], correct: [true, true, true, false, false] },
      5,
    );
    const h = (p: number) => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    close(parts.uncertainty, h(0.6));
    close(parts.resolution, h(0.6) - 0.8 * h(0.75));
    close(parts.calibration, 0.8 * (0.75 * Math.log(0.75 / 0.9) + 0.25 * Math.log(0.25 / 0.1)) - 0.2 * Math.log(0.7));
    close(parts.within, 0);
    expect(logScoreParts({ confidence: [1, 0.9], correct: [false, true] }, 5).within).toBe(Infinity);
    expect(logScoreParts({ confidence: [1], correct: [false] }, 5).calibration).toBe(Infinity);
    expect(logScoreParts({ confidence: [1], correct: [true] }, 5)).toEqual({
      uncertainty: 0,
      resolution: 0,
      calibration: 0,
      within: 0,
    });
  });

  it('has an interval whose ends are z of their own deviations away', () => {
    for (const [yes, n, z] of [
      [3, 4, 1.96],
      [0, 7, 1.96],
      [50, 50, 1],
      [17, 100, 2.5],
    ] as const) {
      const { low, high } = wilsonInterval(yes, n, z);
      for (const end of [low, high]) close((yes / n - end) ** 2, (z ** 2 * end * (1 - end)) / n, 1e-9);
      expect(low).toBeLessThanOrEqual(yes / n);
      expect(high).toBeGreaterThanOrEqual(yes / n);
    }
    // The interval of no yes among n is [0, z²/(n + z²)].
    close(wilsonInterval(0, 7).high, 1.96 ** 2 / (7 + 1.96 ** 2));
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 0)).toThrow(RangeError);
  });

  it('rejects forecasts that do not fit', () => {
    expect(() => brierScore({ confidence: [], correct: [] })).toThrow('confidence must have at least one entry');
    expect(() => logScore({ confidence: [0.5], correct: [] })).toThrow(
      'correct must have 1 entries like confidence, got 0',
    );
    expect(() => reliability({ confidence: [0.5], correct: [true] }, 0)).toThrow(RangeError);
    expect(() => reliability({ confidence: [0.5], correct: [true] }, 5, 1)).toThrow(RangeError);
  });
});
