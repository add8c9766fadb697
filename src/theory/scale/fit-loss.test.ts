import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { plannedRuns, repeatRuns } from '#sim/scaling-runs.ts';
import { replicatedChinchilla, replicationErrors } from './compute-optimal.ts';
import { covarianceOfFit, covarianceOfStated, errorOfRatio, fitParametricLoss } from './fit-loss.ts';
import { computeOptimum, publishedChinchilla, type ParametricLoss } from './scaling-law.ts';

const plan = { least: 6e18, most: 3e21, budgets: 9, sizes: 27, spread: 6 };
const truth = replicatedChinchilla;
const runs = plannedRuns(truth, plan);
const constantsOf = (law: ParametricLoss) => [
  law.floor,
  Math.log(law.parameterScale),
  Math.log(law.dataScale),
  law.parameterExponent,
  law.dataExponent,
];
const lawOf = ([floor, a, b, parameterExponent, dataExponent]: readonly number[]): ParametricLoss => ({
  ...{ floor, parameterScale: Math.exp(a), dataScale: Math.exp(b), parameterExponent, dataExponent },
});

describe('a fit of the law', () => {
  it('finds the constants of runs without noise, also from far off', () => {
    for (const start of [truth, publishedChinchilla]) {
      const { law, residual } = fitParametricLoss(runs, start);
      closeAll(constantsOf(law), constantsOf(truth), 1e-4);
      expect(residual).toBeLessThan(1e-7);
    }
  });

  it('is at a minimum: every small change of a constant fits worse', () => {
    const noisy = repeatRuns(runs, 0.01, 1, 0);
    const { law, residual } = fitParametricLoss(noisy, truth);
    const misfit = (one: ParametricLoss) =>
      Math.sqrt(
        noisy.reduce((sum, { parameters, tokens, loss }) => {
          const fitted =
            one.floor +
            one.parameterScale * parameters ** -one.parameterExponent +
            one.dataScale * tokens ** -one.dataExponent;
          return sum + Math.log(loss / fitted) ** 2;
        }, 0) / noisy.length,
      );
    close(misfit(law), residual, 1e-9);
    expect(misfit(truth)).toBeGreaterThan(residual);
    constantsOf(law).forEach((_, i) => {
      for (const by of [-1e-3, 1e-3])
        expect(misfit(lawOf(constantsOf(law).map((x, j) => (i === j ? x + by : x))))).toBeGreaterThan(residual);
    });
  });

  it('scatters as its covariance says, and so does the optimum', () => {
    const noise = 0.005;
    const covariance = covarianceOfFit(truth, runs, noise);
    const fits = Array.from(
      { length: 120 },
      (_, time) => fitParametricLoss(repeatRuns(runs, noise, 7, time), truth).law,
    );
    const spread = (of: (law: ParametricLoss) => number) => {
      const all = fits.map(of);
      const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
      return Math.sqrt(all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (all.length - 1));
    };
    // A standard deviation of 120 draws has a relative error of 1/√238, 6.5 percent.
    for (let i = 0; i < 5; i++)
      expect(Math.abs(spread((law) => constantsOf(law)[i]) / Math.sqrt(covariance[i][i]) - 1)).toBeLessThan(0.2);
    for (const flops of [1e18, 5.76e23]) {
      const ratio = spread((law) => {
        const { parameters, tokens } = computeOptimum(law, flops);
        return Math.log(tokens / parameters);
      });
      expect(Math.abs(ratio / errorOfRatio(truth, flops, covariance) - 1)).toBeLessThan(0.2);
    }
  });

  it('has the covariance that NumPy inverts from the same design', () => {
    const covariance = covarianceOfFit(truth, runs, 0.005);
    // Standard errors of E, ln A, ln B, α, β.
    [0.00999275, 0.09085755, 0.11296384, 0.00528955, 0.00552774].forEach((error, i) =>
      close(covariance[i][i], error * error, 1e-5),
    );
    close(covariance[1][3], 0.9989597506414449 * 0.09085755 * 0.00528955, 1e-5);
  });

  it('has slopes of ln(D/N) like differences have', () => {
    const ratio = (constants: readonly number[]) => {
      const { parameters, tokens } = computeOptimum(lawOf(constants), 5.76e23);
      return Math.log(tokens / parameters);
    };
    const at = constantsOf(truth);
    for (let i = 0; i < 5; i++) {
      const one = at.map((_, j) => at.map((__, k) => (j === i && k === i ? 1 : 0)));
      const moved = (by: number) => ratio(at.map((x, j) => (i === j ? x + by : x)));
      close(errorOfRatio(truth, 5.76e23, one), Math.abs(moved(1e-5) - moved(-1e-5)) / 2e-5, 1e-4);
    }
  });

  it('takes stated errors for independent ones', () => {
    const stated = covarianceOfStated(truth, replicationErrors);
    close(stated[3][3], 0.0004);
    close(Math.sqrt(stated[2][2]), 1293.23 / 2085.43);
    expect(stated[0][1]).toBe(0);
    expect(errorOfRatio(truth, 5.76e23, stated).toFixed(2)).toBe('2.66');
  });

  it('rejects too few runs', () => {
    expect(() => fitParametricLoss(runs.slice(0, 4), truth)).toThrow(RangeError);
    expect(() => covarianceOfFit(truth, [], 0.1)).toThrow(RangeError);
  });
});
