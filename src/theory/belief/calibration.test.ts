import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { brierScore, expectedCalibrationError, logScore, reliability } from './calibration.ts';
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

  it('rejects forecasts that do not fit', () => {
    expect(() => brierScore({ confidence: [], correct: [] })).toThrow('confidence must have at least one entry');
    expect(() => logScore({ confidence: [0.5], correct: [] })).toThrow(
      'correct must have 1 entries like confidence, got 0',
    );
    expect(() => reliability({ confidence: [0.5], correct: [true] }, 0)).toThrow(RangeError);
    expect(() => reliability({ confidence: [0.5], correct: [true] }, 5, 1)).toThrow(RangeError);
  });
});
