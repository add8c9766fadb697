import { describe, expect, it } from 'vitest';
import { expectedDistinct, expectedEntropy, probabilityOfSameSource } from '#theory/learning/dirichlet.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { digamma } from '#theory/numerics/special.ts';
import { uniforms } from './random.ts';
import {
  drawCategorical,
  drawDirichlet,
  drawLogBeta,
  drawLogGamma,
  drawNormal,
  drawSticks,
  drawUrn,
} from './samplers.ts';

/** Fails unless the mean of the draws is within five standard errors of what is expected. */
function hasMean(draws: readonly number[], expected: number, what = ''): void {
  const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
  const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws.length - 1);
  const off = (mean - expected) / Math.sqrt(variance / draws.length);
  expect(Math.abs(off), `${what}: mean ${mean}, expected ${expected}`).toBeLessThan(5);
}
const many = <T>(n: number, draw: (i: number) => T) => Array.from({ length: n }, (_, i) => draw(i));

describe('drawNormal', () => {
  it('has the moments of a standard normal variable', () => {
    const next = uniforms(1);
    const x = many(50_000, () => drawNormal(next));
    for (const [power, moment] of [0, 1, 0, 3].entries())
      hasMean(
        x.map((value) => value ** (power + 1)),
        moment,
      );
  });
});

describe('drawCategorical', () => {
  it('draws with the weights, and nothing that has none', () => {
    const next = uniforms(2);
    const draws = many(40_000, () => drawCategorical([3, 0, 1], next));
    hasMean(
      draws.map((i) => Number(i === 2)),
      0.25,
    );
    expect(draws.includes(1)).toBe(false);
    expect(drawCategorical([0, 1, 0], () => 1 - 2 ** -53)).toBe(1);
  });

  it('refuses what are no weights', () => {
    for (const weights of [[], [0, 0], [1, -1, 1], [NaN]])
      expect(() => drawCategorical(weights, uniforms(1))).toThrow(RangeError);
  });
});

describe('drawLogGamma', () => {
  it('has the exact mean of the logarithm, ψ(shape), down to tiny shapes', () => {
    for (const [i, shape] of [1e-7, 1e-3, 0.3, 1, 2.5, 40].entries()) {
      const next = uniforms(3, i);
      const logs = many(30_000, () => drawLogGamma(shape, next));
      hasMean(
        logs.map((log) => log * Math.min(1, shape)),
        digamma(shape) * Math.min(1, shape),
        `ln, shape ${shape}`,
      );
      if (shape < 0.1) continue;
      hasMean(logs.map(Math.exp), shape, `shape ${shape}`);
      hasMean(
        logs.map((log) => Math.exp(2 * log)),
        shape * (shape + 1),
        `square, shape ${shape}`,
      );
    }
  });

  it('is exponential for shape 1: its quantiles are flat', () => {
    const next = uniforms(4);
    const n = 20_000;
    const sorted = many(n, () => 1 - Math.exp(-Math.exp(drawLogGamma(1, next)))).sort((a, b) => a - b);
    const distance = Math.max(...sorted.map((u, i) => Math.max(u - i / n, (i + 1) / n - u)));
    // Kolmogorov and Smirnov: exceeded once in two thousand.
    expect(distance).toBeLessThan(2.04 / Math.sqrt(n));
  });

  it('refuses shapes that are not positive', () => {
    expect(() => drawLogGamma(0, uniforms(1))).toThrow(new RangeError('shape must be positive and finite, got 0'));
  });
});

describe('drawLogBeta', () => {
  it('has the moments of a beta variable, and two parts that add up to one', () => {
    for (const [a, b] of [
      [2, 3],
      [1.01, 0.2],
    ]) {
      const next = uniforms(5);
      const draws = many(30_000, () => drawLogBeta(a, b, next));
      for (const [x, y] of draws.slice(0, 500)) expect(Math.abs(Math.exp(x) + Math.exp(y) - 1)).toBeLessThan(1e-12);
      hasMean(
        draws.map(([x]) => Math.exp(x)),
        a / (a + b),
      );
      hasMean(
        draws.map(([x]) => Math.exp(2 * x)),
        (a * (a + 1)) / (a + b) / (a + b + 1),
      );
    }
  });
});

describe('drawDirichlet', () => {
  it('has the exact moments and the exact mean entropy', () => {
    const parameters = [0.2, 0.5, 1.3];
    const [next, A] = [uniforms(6), 2];
    const draws = many(30_000, () => drawDirichlet(parameters, next));
    hasMean(
      draws.map((w) => w[1]),
      0.5 / A,
    );
    hasMean(
      draws.map((w) => w[0] * w[2]),
      (0.2 * 1.3) / A / (A + 1),
    );
    hasMean(
      many(10_000, () => entropy(drawDirichlet([0.1, 0.1, 0.1, 0.1], next))),
      expectedEntropy(0.4, 4),
    );
  });

  it('puts all weight on one component when the parameters are tiny, each as often', () => {
    const next = uniforms(7);
    const draws = many(3000, () => drawDirichlet([1e-7, 1e-7, 1e-7], next));
    for (const weights of draws) expect(Math.abs(Math.max(...weights) - 1)).toBeLessThan(1e-3);
    hasMean(
      draws.map((w) => w[2]),
      1 / 3,
    );
  });
});

describe('drawSticks', () => {
  const cases = [
    [1, 3],
    [0.5, 20],
    [6, 8],
    [3, 1_000_000],
    [2, Infinity],
  ] as const;

  it('has the law of the symmetric Dirichlet distribution: exact moments of symmetric sums', () => {
    for (const [R, N] of cases) {
      const next = uniforms(8, N === Infinity ? 0 : N);
      // What is left out moves no mean by a hundredth of its error.
      const draws = many(8000, () => drawSticks(R, N, 1e-6, next));
      const a = N === Infinity ? 0 : R / N;
      const powerSum = (power: number) => draws.map(({ weights }) => weights.reduce((sum, w) => sum + w ** power, 0));
      hasMean(powerSum(2), probabilityOfSameSource(R, N), `squares, ${R}, ${N}`);
      hasMean(powerSum(3), ((a + 1) * (a + 2)) / (R + 1) / (R + 2), `cubes, ${R}, ${N}`);
      const entropies = draws.map(({ weights }) =>
        weights.reduce((sum, w) => (w > 0 ? sum - w * Math.log(w) : sum), 0),
      );
      hasMean(entropies, expectedEntropy(R, N), `entropy, ${R}, ${N}`);
    }
  });

  it('is in size-biased order: the first weight is that of a random document', () => {
    for (const [R, N] of cases) {
      const next = uniforms(9, N === Infinity ? 0 : N);
      // Of the weights that follow none is wanted.
      const draws = many(8000, () => drawSticks(R, N, 0.9, next));
      const firsts = draws.map(({ weights }) => weights[0]);
      hasMean(firsts, probabilityOfSameSource(R, N));
    }
  });

  it('agrees with weights drawn one by one: the largest of five', () => {
    const [one, other] = [uniforms(10), uniforms(11)];
    const sticks = many(20_000, () => Math.max(...drawSticks(1.5, 5, 1e-9, one).weights));
    const direct = many(20_000, () => Math.max(...drawDirichlet(new Array<number>(5).fill(0.3), other)));
    hasMean(
      sticks.map((w, i) => w - direct[i]),
      0,
    );
    hasMean(
      sticks.map((w, i) => w ** 4 - direct[i] ** 4),
      0,
    );
  });

  it('accounts for everything', () => {
    for (const [R, N] of cases) {
      const { weights, rest, restCount } = drawSticks(R, N, 1e-4, uniforms(12));
      expect(Math.abs(weights.reduce((sum, w) => sum + w, rest) - 1)).toBeLessThan(1e-12);
      expect(weights.length + restCount).toBe(N);
      expect(rest).toBeLessThanOrEqual(1e-4);
    }
    expect(drawSticks(3, 1, 1e-3, uniforms(1))).toEqual({ weights: [1], rest: 0, restCount: 0 });
    expect(drawSticks(50, 1_000_000, 1e-9, uniforms(1)).weights.length).toBeLessThan(2000);
  });

  it('refuses what it does not mean', () => {
    expect(() => drawSticks(0, 3, 0.1, uniforms(1))).toThrow(RangeError);
    expect(() => drawSticks(1, 0, 0.1, uniforms(1))).toThrow(RangeError);
    expect(() => drawSticks(1, 3, 0, uniforms(1))).toThrow(RangeError);
  });
});

describe('drawUrn', () => {
  it('has the exact expected number of different sources', () => {
    for (const [R, N, M] of [
      [0.7, 3, 6],
      [5, 100, 40],
      [2, 1_000_000, 60],
      [3, Infinity, 50],
    ]) {
      const draws = many(8000, (i) => drawUrn(R, N, M, uniforms(13, i)));
      hasMean(
        draws.map((labels) => Math.max(...labels) + 1),
        expectedDistinct(R, N, M),
        `${R}, ${N}, ${M}`,
      );
      hasMean(
        draws.map((labels) => Number(labels[0] === labels[M - 1])),
        probabilityOfSameSource(R, N),
      );
    }
  });

  it('has the probability of each pattern of three that the weights give it', () => {
    const [R, N] = [1.2, 4];
    const a = R / N;
    const counts = new Map<string, number>();
    const n = 40_000;
    for (let i = 0; i < n; i++) {
      const pattern = drawUrn(R, N, 3, uniforms(14, i)).join('');
      counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
    }
    const all = R * (R + 1) * (R + 2);
    const exact = {
      '000': N * a * (a + 1) * (a + 2),
      '001': N * a * (a + 1) * (N - 1) * a,
      '010': N * a * (a + 1) * (N - 1) * a,
      '011': N * a * (a + 1) * (N - 1) * a,
      '012': N * a * (N - 1) * a * (N - 2) * a,
    };
    for (const [pattern, weight] of Object.entries(exact)) {
      const p = weight / all;
      expect(Math.abs((counts.get(pattern) ?? 0) - n * p)).toBeLessThan(5 * Math.sqrt(n * p * (1 - p)));
    }
    expect(counts.size).toBe(5);
  });

  it('has one source where there is one, and refuses what it does not mean', () => {
    expect([...drawUrn(2, 1, 5, uniforms(1))]).toEqual([0, 0, 0, 0, 0]);
    expect(drawUrn(2, 9, 0, uniforms(1)).length).toBe(0);
    expect(() => drawUrn(1, 2.5, 3, uniforms(1))).toThrow(RangeError);
    expect(() => drawUrn(1, 2, -1, uniforms(1))).toThrow(RangeError);
    expect(() => drawUrn(NaN, 2, 1, uniforms(1))).toThrow(RangeError);
  });
});
