import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { calibrationErrorByChance } from './calibration-by-chance.ts';
import { expectedCalibrationError } from './calibration.ts';

/** Every way in which the events may come out, with its probability. */
function enumerated(confidence: readonly number[], bins: number, lowest = 0) {
  let [mean, square] = [0, 0];
  for (let ways = 0; ways < 2 ** confidence.length; ways++) {
    const correct = confidence.map((_, i) => ((ways >> i) & 1) === 1);
    const p = confidence.reduce((product, c, i) => product * (correct[i] ? c : 1 - c), 1);
    const error = expectedCalibrationError({ confidence, correct }, bins, lowest);
    mean += p * error;
    square += p * error ** 2;
  }
  return { mean, deviation: Math.sqrt(square - mean ** 2) };
}

describe('the calibration error by chance', () => {
  it('is what an enumeration of all outcomes gives', () => {
    const confidence = [0.05, 0.13, 0.21, 0.34, 0.34, 0.55, 0.6, 0.72, 0.89, 1];
    for (const bins of [1, 2, 5, 10])
      for (const lowest of [0, 0.3]) {
        const { mean, deviation } = enumerated(confidence, bins, lowest);
        close(calibrationErrorByChance(confidence, bins, lowest).mean, mean);
        close(calibrationErrorByChance(confidence, bins, lowest).deviation, deviation, 1e-9);
      }
  });

  it('is 2 p (1 − p) where each bin has one forecast, and falls like the root of the number', () => {
    close(calibrationErrorByChance([0.3], 10).mean, 2 * 0.3 * 0.7);
    const of = (n: number) => calibrationErrorByChance(new Array<number>(n).fill(0.5), 1).mean;
    // The mean distance of a normal from its middle: √(2/π) σ.
    close(of(1000) * Math.sqrt(1000), Math.sqrt(2 / Math.PI) / 2, 1e-3);
    expect(calibrationErrorByChance([0, 1, 1], 7)).toEqual({ mean: 0, deviation: 0 });
  });
});
