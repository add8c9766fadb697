import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { checked, checkMonitor, divergenceMonitor, monitored } from './divergence-monitor.ts';

/** Chances of alarms by running over all rows of n outcomes. */
function byRows(reference: readonly number[], law: readonly number[], n: number) {
  const rows: { divergence: number; usual: number; now: number }[] = [];
  const extend = (row: readonly number[]): void => {
    if (row.length < n) return reference.forEach((_, i) => extend([...row, i]));
    const shares = reference.map((_, i) => row.filter((one) => one === i).length / n);
    const chance = (p: readonly number[]) => row.reduce((product, i) => product * p[i], 1);
    rows.push({ divergence: relativeEntropy(shares, reference), usual: chance(reference), now: chance(law) });
  };
  extend([]);
  return rows;
}

describe('a monitor of shares', () => {
  const [reference, law] = [[0.2, 0.3, 0.5], [0.6, 0.2, 0.2]]; // prettier-ignore

  it('is what all rows of outcomes say', () => {
    for (const level of [0.01, 0.1, 0.3, 1]) {
      const monitor = divergenceMonitor(reference, 6, level);
      const rows = byRows(reference, law, 6);
      const total = (of: 'usual' | 'now', beyond = monitor.threshold + 1e-9) =>
        rows.reduce((sum, row) => sum + (row.divergence > beyond ? row[of] : 0), 0);
      close(monitor.falseAlarms, total('usual'), 1e-12);
      expect(monitor.falseAlarms).toBeLessThanOrEqual(level + 1e-12);
      // Any lower threshold would alarm too often.
      if (level < 1) expect(total('usual', monitor.threshold - 1e-9)).toBeGreaterThan(level);
      const { alarm, expected } = monitored(reference, 6, monitor.threshold, law);
      close(alarm, total('now'), 1e-12);
      close(expected, rows.reduce((sum, { now, divergence }) => sum + now * divergence, 0), 1e-12); // prettier-ignore
    }
  });

  it('has the bias (k − 1)/2n and the threshold of χ² in the limit', () => {
    const monitor = divergenceMonitor(reference, 400, 0.05);
    close(monitored(reference, 400, monitor.threshold, reference).expected, 2 / 800, 0.005);
    // χ² with two degrees of freedom is above −2 ln 0.05 one time in twenty.
    close(monitor.threshold, -Math.log(0.05) / 400, 0.02);
  });

  it('has no chance above 1, where nearly every table is an alarm', () => {
    const forms = [0.95, 0.05];
    for (let n = 20; n <= 200; n++) {
      const { threshold } = divergenceMonitor(forms, n, 0.01);
      for (const fresh of [0.5, 0.715, 0.9, 1]) {
        const { alarm } = monitored(forms, n, threshold, [1 - fresh, fresh]);
        expect(alarm, `${n}, ${fresh}`).toBeLessThanOrEqual(1);
        if (n >= 100) close(alarm, 1, 1e-9);
      }
    }
  });

  it('never alarms where the shares cannot differ, and refuses a reference with zeros', () => {
    expect(divergenceMonitor([1], 5, 0.1)).toMatchObject({ threshold: 0, falseAlarms: 0 });
    expect(() => divergenceMonitor([1, 0], 5, 0.1)).toThrow('reference must give every outcome something');
  });
});

describe('a monitor of checked cases', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
  const fewerThan = (fewest: number, n: number, p: number) =>
    Array.from({ length: fewest }, (_, k) => choose(n, k) * p ** k * (1 - p) ** (n - k)).reduce((a, b) => a + b, 0);

  it('is a binomial tail, as strict as the level allows', () => {
    for (const [n, usual, level] of [
      [20, 0.8, 0.01],
      [7, 0.5, 0.2],
      [5, 0.3, 0.9],
      [4, 0.9, 1e-6],
    ] as const) {
      // prettier-ignore
      const monitor = checkMonitor(n, usual, level);
      close(monitor.falseAlarms, fewerThan(monitor.fewest, n, usual), 1e-12);
      expect(monitor.falseAlarms).toBeLessThanOrEqual(level);
      expect(fewerThan(monitor.fewest + 1, n, usual)).toBeGreaterThan(level);
      for (const now of [0, 0.2, 0.6, 1])
        close(checked(n, monitor.fewest, now), fewerThan(monitor.fewest, n, now), 1e-12);
    }
  });

  it('alarms for every mistake where there were none', () => {
    expect(checkMonitor(10, 1, 0.05)).toEqual({ fewest: 10, falseAlarms: 0 });
    close(checked(10, 10, 0.9), 1 - 0.9 ** 10, 1e-12);
  });
});
