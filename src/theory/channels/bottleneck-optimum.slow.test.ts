import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX, marginalY, type JointTable } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { highestGain } from './bottleneck-gain.ts';
import { bottleneckOptimum, bottleneckPoints } from './bottleneck-optimum.ts';
import { bottleneckOnset } from './bottleneck-onset.ts';
import { contractionCoefficient, maximalCorrelation } from './contraction.ts';
import { bottleneck, bottleneckFrom } from './information-bottleneck.ts';
import { rateDistortionAtSlope } from './rate-distortion.ts';

/** The table of the reference. */
const skies: JointTable = [
  [0.2, 0.05],
  [0.15, 0.1],
  [0.05, 0.2],
  [0.02, 0.23],
];

const tables = (rows: number, columns: number) =>
  fc
    .array(fc.integer({ min: 1, max: 60 }), { minLength: rows * columns, maxLength: rows * columns })
    .map((weights): JointTable => {
      const total = weights.reduce((a, b) => a + b);
      return Array.from({ length: rows }, (_, x) =>
        weights.slice(x * columns, (x + 1) * columns).map((w) => w / total),
      );
    });

describe('the best bottleneck', () => {
  it.each(
    oracleCases('04_ib_ratedistortion', 'information_bottleneck_curve').map(
      ({ input, expected }) => [input.beta, expected] as const,
    ),
  )('at β = %d has the reference values, and proves that nothing is better', (beta, expected) => {
    const found = bottleneckOptimum(skies, beta);
    // Near the onset the reference is good to 1e-6.
    const tolerance = beta <= 3.5 ? 1e-6 : 1e-9;
    close(found.complexity, expected.I_XT_nats, tolerance);
    close(found.relevance, expected.I_TY_nats, tolerance);
    close(found.lagrangian, expected['L=I_XT-beta*I_TY'], tolerance);
    expect(found.lowest).toBeCloseTo(expected['L=I_XT-beta*I_TY'], 7);
    expect(found.lowest).toBeLessThanOrEqual(found.lagrangian + 1e-12);
  });

  it('solves the self-consistent equations: another program’s step changes nothing', () => {
    for (const beta of [3, 5, 20, 60]) {
      const { encoder, residual, lagrangian, complexity, relevance } = bottleneckOptimum(skies, beta);
      expect(residual).toBeLessThan(1e-10);
      const again = bottleneckFrom(skies, beta, encoder, { residual: 0, iterations: 1 });
      closeAll(again.encoder.flat(), encoder.flat(), 1e-9);
      closeAll([again.complexity, again.relevance, again.lagrangian], [complexity, relevance, lagrangian], 1e-9);
    }
  });

  it('is no worse than the best of many starts, and no start is below its bound', () => {
    fc.assert(
      fc.property(tables(4, 2), fc.double({ min: 1, max: 30, noNaN: true }), (joint, beta) => {
        const best = bottleneckOptimum(joint, beta);
        const { lagrangian } = bottleneck(joint, beta);
        expect(best.lagrangian).toBeLessThanOrEqual(lagrangian + 1e-9);
        expect(lagrangian).toBeGreaterThanOrEqual(best.lowest - 1e-12);
        expect(best.lagrangian - best.lowest).toBeLessThan(1e-6);
      }),
      { numRuns: 8 },
    );
  });

  it('proves its bound for any encoder whatsoever', () => {
    fc.assert(
      fc.property(tables(3, 3), tables(3, 4), fc.double({ min: 0.5, max: 20, noNaN: true }), (joint, rows, beta) => {
        const { lowest } = bottleneckOptimum(joint, beta);
        const encoder = rows.map((row) => row.map((q) => q / row.reduce((a, b) => a + b)));
        const px = marginalX(joint);
        const withT = px.map((p, x) => encoder[x].map((q) => p * q));
        const tWithY = encoder[0].map((_, t) => joint[0].map((_, y) => joint.reduce((sum, row, x) => sum + encoder[x][t] * row[y], 0))); // prettier-ignore
        expect(mutualInformation(withT) - beta * mutualInformation(tWithY)).toBeGreaterThanOrEqual(lowest - 1e-12);
      }),
      { numRuns: 20 },
    );
  });

  it('is the rate–distortion curve with the distortion D(p(y|x)‖s) over a fine grid of laws s', () => {
    const grid = Array.from({ length: 400 }, (_, i) => (i + 0.5) / 400);
    const px = marginalX(skies);
    const distortion = skies.map((row, x) =>
      grid.map((s) =>
        relativeEntropy(
          row.map((p) => p / px[x]),
          [s, 1 - s],
        ),
      ),
    );
    for (const beta of [4, 9]) {
      const { rate, distortion: mean } = rateDistortionAtSlope(px, distortion, beta, { gap: 1e-7, iterations: 20_000 });
      close(rate + beta * mean - beta * mutualInformation(skies), bottleneckOptimum(skies, beta).lagrangian, 1e-3);
      expect(rate + beta * mean - beta * mutualInformation(skies)).toBeGreaterThan(
        bottleneckOptimum(skies, beta).lowest - 1e-7,
      );
    }
  });

  it('keeps nothing at β ≤ 1, and the minimal sufficient statistic as β grows', () => {
    // The two middle rows say the same of Y.
    const tosses: JointTable = [
      [0.245, 0.08],
      [0.105, 0.12],
      [0.105, 0.12],
      [0.045, 0.18],
    ];
    expect(bottleneckOptimum(tosses, 1).clusters).toHaveLength(1);
    expect(bottleneckOptimum(tosses, 0).complexity).toBe(0);
    const { clusters, complexity, relevance } = bottleneckOptimum(tosses, 2000);
    expect(clusters).toHaveLength(3);
    close(relevance, mutualInformation(tosses), 1e-6);
    close(complexity, entropy([0.325, 0.45, 0.225]), 1e-4);
    expect(complexity).toBeLessThan(entropy(marginalX(tosses)) - 0.3);
  });

  it('goes on from clusters that it is given', () => {
    const [before] = bottleneckPoints(skies, [4]);
    const found = bottleneckOptimum(skies, 3.9, before.clusters);
    close(found.lagrangian, bottleneckOptimum(skies, 3.9).lagrangian, 1e-10);
    expect(() => bottleneckOptimum(skies, 3, [{ weight: 1, law: [1, 0, 0] }])).toThrow(
      'start[0].law must have 2 entries',
    );
  });

  it('followed along a curve has the clusters that it has at each β alone', () => {
    const betas = [60, 30, 15, 8, 5, 4, 3.2, 3, 2.9, 2.8, 2];
    bottleneckPoints(skies, betas).forEach(({ clusters, complexity, relevance }, i) => {
      const best = bottleneckOptimum(skies, betas[i]);
      const alone = best.clusters;
      closeAll([complexity, relevance], [best.complexity, best.relevance], 1e-6);
      const sorted = (all: typeof clusters | typeof alone) => [...all].sort((a, b) => a.law[0] - b.law[0]).flatMap(({ weight, law }) => [weight, law[0]]); // prettier-ignore
      closeAll(sorted(clusters), sorted(alone), 1e-6);
    });
  });
});

describe('the largest gain', () => {
  it('is bounded from above, wherever the search stops', () => {
    const given = skies.map((row) => row.map((p) => p / 0.25));
    const problem = { beta: 7, given, certainty: given.map((row) => -entropy(row)), logWeights: [0.3, -0.2, 0.1, -1] };
    const value = (s: number) =>
      given.reduce((sum, row, x) => sum + Math.exp(problem.logWeights[x] - 7 * relativeEntropy(row, [s, 1 - s])), 0);
    const brute = Math.max(...Array.from({ length: 9999 }, (_, i) => value((i + 1) / 10_000)));
    for (const cells of [1, 3, 10, 50, 4000]) {
      const { bound, value: found, law } = highestGain(problem, cells);
      expect(bound).toBeGreaterThanOrEqual(brute);
      close(found, value(law[0]), 1e-12);
    }
    close(highestGain(problem).bound, brute, 1e-6);
  });
});

describe('the onset', () => {
  it('is one over the contraction coefficient, and loss of stability one over the squared maximal correlation', () => {
    fc.assert(
      fc.property(fc.oneof(tables(4, 2), tables(3, 3)), (joint) => {
        const { first, local } = bottleneckOnset(joint);
        fc.pre(local < 300);
        // The coefficient is a lower bound on a supremum; that nothing gains before the onset is proved by the bound.
        expect(first).toBeLessThanOrEqual((1 + 1e-9) / contractionCoefficient(joint));
        expect(bottleneckOptimum(joint, first * (1 - 1e-3)).complexity).toBeLessThan(1e-9);
        close(local, 1 / maximalCorrelation(joint) ** 2, 1e-12);
        expect(first).toBeLessThanOrEqual(local);
        expect(first).toBeGreaterThanOrEqual(1 - 1e-12);
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  it('has the reference values, and is where T begins to hold something, in a cluster away from the trunk', () => {
    const { first, local, law } = bottleneckOnset(skies);
    close(first, 2.8525052390748606, 1e-9);
    close(local, 2.859154929577463, 1e-12);
    expect(bottleneckOptimum(skies, first - 1e-3).complexity).toBe(0);
    const after = bottleneckOptimum(skies, first + 1e-3);
    expect(after.complexity).toBeGreaterThan(1e-5);
    const rare = after.clusters.reduce((a, b) => (a.weight < b.weight ? a : b));
    close(rare.law[0], law[0], 1e-2);
    expect(marginalY(skies)[0] - law[0]).toBeGreaterThan(0.04);
  });

  it('is 1 where X settles Y, and never comes for independent variables', () => {
    close(bottleneckOnset([[0.25, 0], [0.25, 0], [0, 0.5]]).first, 1, 1e-12); // prettier-ignore
    const never = bottleneckOnset([[0.1, 0.1], [0.4, 0.4]]); // prettier-ignore
    expect([never.first, never.local]).toEqual([Infinity, Infinity]);
  });
});
