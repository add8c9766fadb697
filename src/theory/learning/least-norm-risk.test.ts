import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { drawNormalDesign } from '#sim/regression-designs.ts';
import { bestRidge, leastNormRisk } from './least-norm-risk.ts';
import { ridgeFits } from './ridge-fit.ts';

const task = { examples: 12, width: 4, seen: 0.7, unseen: 0.3, noiseVariance: 0.25 };
const total = (change: Partial<typeof task>) => {
  const { bias, draw, noise } = leastNormRisk({ ...task, ...change });
  return bias + draw + noise;
};
const identity = (size: number) => Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))); // prettier-ignore

/** Means over draws of what the theorem is about, with their standard errors: variance for unit noise, and what of β is lost. */
function simulated(n: number, p: number, draws: number, penalty = 0) {
  const rows = Array.from({ length: draws }, (_, draw) => {
    const design = drawNormalDesign(n, p, 3, draw);
    const beta = Array.from({ length: p }, () => 1 / Math.sqrt(p));
    const clean = design.map((row) => row.reduce((sum, x, j) => sum + x * beta[j], 0));
    const [fit] = ridgeFits(design, clean, identity(p), [penalty]).fits;
    return [fit.variance, fit.fitted.reduce((sum, w, j) => sum + (w - beta[j]) ** 2, 0)];
  });
  return [0, 1].map((k) => {
    const mean = rows.reduce((sum, row) => sum + row[k], 0) / draws;
    const variance = rows.reduce((sum, row) => sum + (row[k] - mean) ** 2, 0) / (draws - 1);
    return { mean, error: Math.sqrt(variance / draws) };
  });
}

describe('leastNormRisk', () => {
  it('is the formula of Belkin, Hsu and Xu, without the noise of the new target', () => {
    // p ≤ n − 2: (‖β_unseen‖² + σ²)(1 + p/(n − p − 1)); p ≥ n + 2: ‖β_seen‖²(1 − n/p) + (…)(1 + n/(p − n − 1)).
    close(leastNormRisk(task).noise, 0.25 * (4 / 7));
    close(leastNormRisk(task).bias, 0.3);
    for (const p of [1, 4, 10]) close(total({ width: p }), 0.55 * (1 + p / (11 - p)) - 0.25, 1e-12);
    for (const p of [14, 20, 100]) close(total({ width: p }), 0.7 * (1 - 12 / p) + 0.55 * (1 + 12 / (p - 13)) - 0.25, 1e-12); // prettier-ignore
    for (const p of [11, 12, 13]) expect(total({ width: p })).toBe(Infinity);
  });

  it('agrees with simulation on both sides', () => {
    for (const [n, p] of [
      [10, 3],
      [4, 14],
    ] as const) {
      const [variance, lost] = simulated(n, p, 300);
      const exact = leastNormRisk({ examples: n, width: p, seen: 1, unseen: 0, noiseVariance: 1 });
      expect(Math.abs(variance.mean - exact.noise)).toBeLessThan(4 * variance.error);
      expect(Math.abs(lost.mean - exact.bias - exact.draw)).toBeLessThan(4 * lost.error + 1e-12);
    }
  });

  it('has nothing to blow up without noise and with all in sight', () => {
    for (const width of [11, 12, 13])
      expect(total({ width, seen: 1, unseen: 0, noiseVariance: 0 })).toBeCloseTo(width > 12 ? 1 / 13 : 0, 12);
  });

  it('rises before it falls as examples are added', () => {
    const own = { width: 20, seen: 1, unseen: 0, noiseVariance: 0.25 };
    expect(total({ ...own, examples: 18 })).toBeGreaterThan(5 * total({ ...own, examples: 8 }));
    expect(total({ ...own, examples: 40 })).toBeLessThan(total({ ...own, examples: 8 }));
  });
});

describe('bestRidge', () => {
  it('does better on average than a half and twice as much, and than none', () => {
    const own = { examples: 6, width: 8, seen: 1, unseen: 0, noiseVariance: 0.5 };
    const best = bestRidge(own);
    close(best, 4);
    const risk = (penalty: number) => {
      const [variance, lost] = simulated(6, 8, 60, penalty);
      return lost.mean + 0.5 * variance.mean;
    };
    for (const other of [0.5 * best, 2 * best, 0]) expect(risk(best)).toBeLessThan(risk(other));
  });
});
