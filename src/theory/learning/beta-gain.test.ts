import { describe, expect, it } from 'vitest';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { logGamma } from '#theory/numerics/special.ts';
import { expectedGainOfBeta, gainOfBeta } from './beta-gain.ts';
import { dirichletDivergence } from './dirichlet-divergence.ts';
import { informationOfBetaPrior } from './redundancy.ts';
import { close } from '../../../fixtures/oracle.ts';

const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);

describe('what tosses told', () => {
  it('is the divergence of the two Beta laws, and of their densities', () => {
    for (const [a, b, heads, tails] of [
      [1, 1, 7, 3],
      [20, 20, 90, 10],
      [0.5, 3, 0, 12],
      [2, 5, 0, 0],
    ]) {
      const { learned, bill, fit } = gainOfBeta(a, b, heads, tails);
      close(learned, dirichletDivergence([a + heads, b + tails], [a, b]), 1e-9);
      close(bill, logBeta(a, b) - logBeta(a + heads, b + tails), 1e-9);
      const posterior = (x: number, y: number) =>
        Math.exp((a + heads - 1) * Math.log(x) + (b + tails - 1) * Math.log(y) - logBeta(a + heads, b + tails));
      close(fit, integrateUnitInterval((x, y) => -posterior(x, y) * ((heads && heads * Math.log(x)) + (tails && tails * Math.log(y)))), 1e-8); // prettier-ignore
      close(bill, fit + learned, 1e-9);
    }
  });

  it('is ln 2 − ½ nats for one toss of a coin of any bias, which is also what it is expected to be', () => {
    // The posterior is 2x: ∫ 2x ln 2x dx.
    close(gainOfBeta(1, 1, 1, 0).learned, Math.LN2 - 0.5, 1e-12);
    for (const bias of [0, 0.3, 1]) close(expectedGainOfBeta(1, 1, 1, bias), Math.LN2 - 0.5, 1e-12);
    close(informationOfBetaPrior(1, 1, 1), Math.LN2 - 0.5, 1e-12);
  });

  it('is I(tosses; bias) on average over the prior, and under the true coin another number', () => {
    for (const [a, b, tosses] of [
      [1, 1, 12],
      [3, 2, 30],
    ]) {
      const density = (x: number, y: number) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log(y) - logBeta(a, b));
      const mean = integrateUnitInterval((x, y) => density(x, y) * expectedGainOfBeta(a, b, tosses, x));
      close(mean, informationOfBetaPrior(a, b, tosses), 1e-8);
    }
    expect(expectedGainOfBeta(1, 1, 12, 0.02)).toBeGreaterThan(informationOfBetaPrior(1, 1, 12) + 0.3);
  });

  it('differs between two priors by the logarithm of their densities at the truth, in the end', () => {
    const bias = 0.7;
    const density = Math.exp(19 * Math.log(bias) + 19 * Math.log(1 - bias) - logBeta(20, 20));
    const gap = expectedGainOfBeta(20, 20, 100_000, bias) - expectedGainOfBeta(1, 1, 100_000, bias);
    close(gap, -Math.log(density), 2e-3);
  });

  it('refuses what is no belief', () => {
    expect(() => gainOfBeta(0, 1, 1, 1)).toThrow('a must');
    expect(() => gainOfBeta(1, 1, 0.5, 1)).toThrow('heads');
    expect(() => expectedGainOfBeta(1, 1, 5, 2)).toThrow('bias');
    expect(gainOfBeta(3, 2, 0, 0)).toEqual({ learned: 0, bill: 0, fit: 0 });
  });
});
