import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { logScore } from './calibration.ts';
import { fitTemperature, logistic, scaledLosses } from './temperature-scaling.ts';

const logits = [2, -1, 0.5, 3, -2.5, 1, -0.3, 4];
const correct = [true, false, false, true, false, true, true, false];
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('temperature scaling', () => {
  it('has the log score of what is said at the temperature', () => {
    for (const t of [0.3, 1, 2.7])
      close(
        mean(scaledLosses(logits, correct, t)),
        logScore({ confidence: logits.map((z) => logistic(z / t)), correct }),
      );
    closeAll([-2, 0, 3].map(logistic), [1 / (1 + Math.E ** 2), 0.5, 1 / (1 + Math.E ** -3)]);
    expect(scaledLosses([1000], [false], 1)).toEqual([1000]);
  });

  it('finds the lowest point of the score', () => {
    const best = fitTemperature(logits, correct);
    const loss = (t: number) => mean(scaledLosses(logits, correct, t));
    for (const t of [0.99 * best, 1.01 * best, 0.2, 1, 5, 20]) expect(loss(t)).toBeGreaterThan(loss(best));
  });

  it('has the closed form of one confidence: the log-odds become those of the share', () => {
    // Said log-odds 3; three of four right are log-odds ln 3.
    close(fitTemperature([3, 3, -3, 3], [true, true, false, false]), 3 / Math.log(3), 1e-9);
    expect(fitTemperature([1, -1], [true, false])).toBe(1 / 20);
    expect(fitTemperature([1, -1], [false, true])).toBe(20);
    expect(fitTemperature([2, 2], [true, false])).toBe(20);
  });
});
