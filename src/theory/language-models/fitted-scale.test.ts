import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { close } from '../../../fixtures/oracle.ts';
import { bestScale } from './fitted-scale.ts';
import { logSoftmax } from './softmax.ts';

/** Logits, and targets drawn from softmax of them at a scale. */
function drawn(seed: number, count: number, size: number, scale: number) {
  const u = uniforms(seed);
  const rows = Array.from({ length: count }, () => Float64Array.from({ length: size }, () => 6 * u() - 3));
  const targets = rows.map((z) => {
    let rest = u();
    const p = logSoftmax(z.map((x) => scale * x)).map(Math.exp);
    const found = p.findIndex((q) => (rest -= q) < 0);
    return found < 0 ? size - 1 : found;
  });
  return { rows, targets };
}
const costAt = (rows: readonly Float64Array[], targets: readonly number[], scale: number) =>
  rows.reduce((sum, z, t) => sum - logSoftmax(z.map((x) => scale * x))[targets[t]], 0) / rows.length;

describe('the best scale', () => {
  it('is found by hand for a coin: of four tosses three are what the logit ln 3 says', () => {
    const rows = Array.from({ length: 4 }, () => [2 * Math.log(3), 0]);
    const { scale, crossEntropy } = bestScale(rows, [0, 0, 1, 0]);
    close(scale, 0.5);
    close(crossEntropy, -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)));
  });

  it('is the least of a fine grid', () => {
    for (const [seed, size, true_] of [
      [1, 5, 1],
      [2, 30, 0.2],
      [3, 8, 3],
    ] as const) {
      const { rows, targets } = drawn(seed, 60, size, true_);
      const { scale, crossEntropy } = bestScale(rows, targets);
      close(crossEntropy, costAt(rows, targets, scale), 1e-12);
      const grid = Array.from({ length: 2000 }, (_, i) => 0.005 * (i + 1));
      const least = Math.min(...grid.map((s) => costAt(rows, targets, s)));
      expect(crossEntropy).toBeLessThanOrEqual(least + 1e-12);
      expect(crossEntropy).toBeGreaterThan(least - 1e-4);
    }
  });

  it('comes near the scale that the targets were drawn at', () => {
    const { rows, targets } = drawn(7, 20_000, 6, 0.6);
    expect(bestScale(rows, targets).scale).toBeCloseTo(0.6, 1);
  });

  it('changes with the logits, not with what is added to a row', () => {
    const { rows, targets } = drawn(4, 40, 7, 1);
    const { scale, crossEntropy } = bestScale(rows, targets);
    const halved = bestScale(rows.map((z, t) => z.map((x) => x / 2 + t)), targets); // prettier-ignore
    close(halved.scale, 2 * scale, 1e-8);
    close(halved.crossEntropy, crossEntropy, 1e-10);
  });

  it('is 0 where the logits mislead, and as large as it gets where they are always right', () => {
    expect(bestScale([[1, 0], [2, 0]], [1, 1])).toEqual({ scale: 0, crossEntropy: Math.LN2 }); // prettier-ignore
    const sure = bestScale([[1, 0], [0, 2]], [0, 1]); // prettier-ignore
    expect(sure.crossEntropy).toBeLessThan(1e-9);
  });

  it('refuses a target that there is not', () => {
    expect(() => bestScale([[1, 2]], [2])).toThrow('targets[0]');
    expect(() => bestScale([[1, 2], [1]], [0, 0])).toThrow('rows[1]'); // prettier-ignore
  });
});
