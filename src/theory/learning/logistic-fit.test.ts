import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { logistic } from '#theory/belief/temperature-scaling.ts';
import { fitLogistic, meanOverSaid, saidAndTrue, shareAt } from './logistic-fit.ts';

/** Numbers that look random. */
const wave = (i: number) => Math.sin(12.9898 * i + 78.233) * 1.7;

describe('logistic regression', () => {
  it('has the closed form of a table of two by two: the log-odds of the shares', () => {
    // Of six with feature 0 two said yes, of eight with feature 1 six.
    const x = [...new Array<number>(6).fill(0), ...new Array<number>(8).fill(1)];
    const y = x.map((_, i) => (i < 6 ? i < 2 : i < 12));
    closeAll(
      fitLogistic(
        x.map((value) => [value]),
        y,
      ),
      [Math.log(2 / 4), Math.log(6 / 2) - Math.log(2 / 4)],
      1e-8,
    );
  });

  it('is calibrated on its own examples, in the sum and with each feature', () => {
    const x = Array.from({ length: 60 }, (_, i) => [wave(i), wave(i + 100), wave(i + 200)]);
    const y = x.map(([a, b], i) => a - 0.5 * b + 5 * wave(i * i + 300) > 0);
    const [b0, ...b] = fitLogistic(x, y);
    const p = x.map((row) => logistic(row.reduce((total, value, j) => total + b[j] * value, b0)));
    for (const feature of [0, 1, 2, 3])
      expect(
        Math.abs(p.reduce((total, q, i) => total + (q - Number(y[i])) * (feature === 3 ? 1 : x[i][feature]), 0)),
      ).toBeLessThan(1e-6);
  });

  it('stops where a plane parts the examples', () => {
    const b = fitLogistic([[-2], [-1], [1], [2]], [false, false, true, true]);
    expect(b[1]).toBeGreaterThan(5);
    expect(b.every(Number.isFinite)).toBe(true);
  });

  it('knows what comes true where something is said, as a sum over a grid of features', () => {
    const law = saidAndTrue([0.3, 1.2, -0.4], [1, 0.5]);
    // Features on a fine grid, of those whose said log-odds are near 1.
    let [weight, came] = [0, 0];
    for (let a = -5; a <= 5; a += 0.01) {
      const b = (0.3 + 1.2 * a - 1) / 0.4;
      const density = Math.exp(-(a ** 2 + b ** 2) / 2);
      weight += density;
      came += density * logistic(a + 0.5 * b);
    }
    close(shareAt(law, 1), came / weight, 1e-6);
    close(
      meanOverSaid(law, (z) => z),
      0.3,
      1e-9,
    );
    close(
      meanOverSaid(law, (z) => (z - 0.3) ** 2),
      1.2 ** 2 + 0.4 ** 2,
      1e-9,
    );
  });

  it('who says the truth is right', () => {
    const law = saidAndTrue([0, 1, -2], [1, -2]);
    for (const z of [-3, 0, 0.7]) close(shareAt(law, z), logistic(z), 1e-7);
    // Twice as bold: what is said at log-odds 2 comes true as often as log-odds 1.
    close(shareAt(saidAndTrue([0, 2, -4], [1, -2]), 2), logistic(1), 1e-7);
  });
});
