import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { reverseFit, reverseRelativeEntropy, type GaussianMixture } from './gaussian-fit.ts';
import { relativeEntropyGaussian } from './gaussian.ts';
import { reverseLandscape, reverseValleys } from './reverse-valleys.ts';

interface Input {
  weights: number[];
  means: number[];
  sigmas: number[];
}

interface Expected {
  reverse_local_minima: { mean: number; sigma: number; reverse_KL: number }[];
}

/** Local minima found by a search that stops when it is flat to about 1e-8. */
const LOCAL_MINIMUM = 1e-6;

const two = (weight: number, apart: number, left: number, right: number): GaussianMixture => ({
  weights: [weight, 1 - weight],
  components: [
    { mean: -2, deviation: left },
    { mean: -2 + apart, deviation: right },
  ],
});

/** Mixtures with one, two and three valleys, and some near where their number changes. */
const mixtures = [
  two(0.6, 5, 0.7, 0.9),
  two(0.5, 4, 0.8, 0.8),
  two(0.5, 5, 0.8, 0.8),
  two(0.6, 3.5, 0.7, 0.9),
  two(0.6, 7, 0.7, 0.9),
  two(0.6, 6.5, 0.7, 0.9),
  two(0.95, 5, 0.7, 0.9),
  two(0.5, 5, 0.6, 1.6),
  two(0.2, 3, 1.6, 0.6),
  two(0.8, 3, 0.7, 0.9),
  two(0.6, 0, 0.7, 0.9),
];

/** ∫ q ln q/p by the trapezoidal rule, nothing shared with what is tested. */
function bySum({ weights, components }: GaussianMixture, mean: number, deviation: number): number {
  const density = (m: number, s: number, x: number) =>
    Math.exp(-(((x - m) / s) ** 2) / 2) / (s * Math.sqrt(2 * Math.PI));
  let total = 0;
  const step = deviation / 50;
  for (let x = mean - 9 * deviation; x <= mean + 9 * deviation; x += step) {
    const q = density(mean, deviation, x);
    // So far out p is not a float any more: its logarithm is that of the nearer of its two humps, to all digits.
    const p = weights.reduce((sum, w, i) => sum + w * density(components[i].mean, components[i].deviation, x), 0);
    const log = p > 1e-290 ? Math.log(p) : Math.max(...components.map(({ mean: m, deviation: s }, i) => Math.log(weights[i] / (s * Math.sqrt(2 * Math.PI))) - ((x - m) / s) ** 2 / 2)); // prettier-ignore
    if (q > 0) total += q * (Math.log(q) - log) * step;
  }
  return total;
}

describe('the landscape of D(q‖p)', () => {
  it('is at every place what it is by itself, and by a sum of its own', () => {
    for (const mixture of mixtures) {
      const landscape = reverseLandscape(mixture, { mean: -4, deviation: 0.5 }, { mean: 6, deviation: 4 }, 11, 8);
      landscape.means.forEach((mean, i) =>
        landscape.deviations.forEach((deviation, j) => {
          const value = landscape.values[i][j];
          close(value, reverseRelativeEntropy(mixture, { mean, deviation }), 1e-6);
          if ((i + j) % 5 === 0) close(value, bySum(mixture, mean, deviation), 1e-6);
        }),
      );
    }
  });

  it('of a single hump has a closed form', () => {
    const one = { weights: [1], components: [{ mean: 1, deviation: 2 }] };
    const { means, deviations, values } = reverseLandscape(
      one,
      { mean: -2, deviation: 0.5 },
      { mean: 3, deviation: 3 },
      6,
      5,
    );
    means.forEach((mean, i) =>
      deviations.forEach((deviation, j) =>
        close(values[i][j], relativeEntropyGaussian({ mean, deviation }, one.components[0]), 1e-7),
      ),
    );
    expect([means[0], means[5], deviations[0], deviations[4]].map((x) => Number(x.toFixed(9)))).toEqual([
      -2, 3, 0.5, 3,
    ]);
  });

  it('needs a region', () => {
    const at = { mean: 0, deviation: 1 };
    expect(() => reverseLandscape(mixtures[0], at, { mean: 0, deviation: 2 }, 4, 4)).toThrow(
      new RangeError('to.mean must be above 0, got 0'),
    );
    expect(() => reverseLandscape(mixtures[0], at, { mean: 1, deviation: 1 }, 4, 4)).toThrow(
      new RangeError('to.deviation must be above 1, got 1'),
    );
  });
});

describe('the valleys of D(q‖p)', () => {
  it('are those of the reference, and a third one between the humps', () => {
    for (const { input, expected } of oracleCases<Input, Expected>('02_continuous', 'forward_vs_reverse_KL_fit')) {
      const components = input.means.map((mean, i) => ({ mean, deviation: input.sigmas[i] }));
      const valleys = reverseValleys({ weights: input.weights, components });
      expect(valleys).toHaveLength(3);
      for (const [i, minimum] of expected.reverse_local_minima.entries()) {
        close(valleys[i].fit.mean, minimum.mean, LOCAL_MINIMUM);
        close(valleys[i].fit.deviation, minimum.sigma, LOCAL_MINIMUM);
        close(valleys[i].relativeEntropy, minimum.reverse_KL, LOCAL_MINIMUM);
      }
      const [, , third] = valleys;
      expect([third.fit.mean, third.fit.deviation].map((x) => x.toFixed(3))).toEqual(['0.729', '2.260']);
      expect(third.relativeEntropy.toFixed(5)).toBe('1.00569');
    }
  });

  it('are as many, and where, as on a fine grid that nobody has polished', () => {
    for (const mixture of mixtures.slice(0, 6)) {
      const size = 193;
      const { means, deviations, values } = reverseLandscape(mixture, { mean: -4, deviation: 0.5 }, { mean: 7, deviation: 7 }, size, size); // prettier-ignore
      const lows: string[] = [];
      const valleys = reverseValleys(mixture);
      for (let i = 1; i < size - 1; i++)
        for (let j = 1; j < size - 1; j++) {
          const around = [-1, 0, 1].flatMap((di) => [-1, 0, 1].map((dj) => values[i + di][j + dj]));
          if (Math.min(...around) < values[i][j]) continue;
          const here = valleys.findIndex(
            ({ fit }) => Math.abs(fit.mean - means[i]) < 0.1 && Math.abs(fit.deviation / deviations[j] - 1) < 0.05,
          );
          lows.push(`${here}`);
        }
      expect(lows.sort(), JSON.stringify(mixture)).toEqual(valleys.map((_, i) => `${i}`));
      // The lowest first, and none lower anywhere.
      expect(Math.min(...values.flat())).toBeGreaterThanOrEqual(valleys[0].relativeEntropy - 1e-9);
      expect(valleys.map(({ relativeEntropy }) => relativeEntropy)).toEqual(
        valleys.map(({ relativeEntropy }) => relativeEntropy).sort((a, b) => a - b),
      );
    }
  });

  it('are where every search ends, wherever it begins', () => {
    const next = uniforms(7, 0);
    for (const mixture of [
      ...mixtures.slice(0, 5),
      ...Array.from({ length: 8 }, () => two(0.05 + 0.9 * next(), 7 * next(), 0.6 + next(), 0.6 + next())),
    ]) {
      // prettier-ignore
      const valleys = reverseValleys(mixture);
      for (let k = 0; k < 8; k++) {
        const start = { mean: -4 + 10 * next(), deviation: 0.5 * 10 ** next() };
        const { fit } = reverseFit(mixture, start);
        const near = Math.min(
          ...valleys.map((valley) => Math.hypot(valley.fit.mean - fit.mean, valley.fit.deviation - fit.deviation)),
        );
        expect(near, JSON.stringify({ mixture, start, fit })).toBeLessThan(1e-3);
      }
    }
  });

  it('on humps far apart cost log 1/w each, and of one hump there is one, at no cost', () => {
    const far = reverseValleys(two(0.3, 20, 0.7, 0.9)).map(({ relativeEntropy }) => relativeEntropy);
    close(far[0], -Math.log(0.7), 1e-9);
    close(far[1], -Math.log(0.3), 1e-9);
    const [only, ...rest] = reverseValleys(two(0.5, 0, 1.2, 1.2));
    expect(rest).toEqual([]);
    close(only.fit.mean, -2, 1e-6);
    close(only.fit.deviation, 1.2, 1e-6);
    close(only.relativeEntropy, 0);
  });
});
