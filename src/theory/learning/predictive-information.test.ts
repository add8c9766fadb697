import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { entropyOfTosses, entropyRateOfCoins, informationAboutCoin } from './coin-mixture.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { stationaryLaw } from '#theory/chains/markov-chain.ts';
import { boundOnWindowLoss, entropyRateOfMixture, type MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { predictiveInformation } from './predictive-information.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';

describe('predictive information', () => {
  it('is H(X_1 … X_T) − T h, and splits into what is learned and what is remembered', () => {
    fc.assert(
      fc.property(irreducibleChainOf(2), irreducibleChainOf(2), (one, other) => {
        const mixture: MarkovMixture = { chains: [one, other], weights: [0.4, 0.6] };
        const all = predictiveInformation(mixture, 6);
        const rate = entropyRateOfMixture(mixture);
        windowStatistics(mixture, [one, other].map(stationaryLaw), 6).forEach(({ length, entropyOfWord }) => {
          close(all[length].total, entropyOfWord - length * rate, 1e-9);
          expect(all[length].aboutChain).toBeLessThanOrEqual(entropy(mixture.weights) + 1e-12);
          if (length > 1) expect(all[length].total).toBeGreaterThanOrEqual(all[length - 1].total - 1e-12);
        });
        expect(all[0]).toEqual({ total: 0, aboutChain: 0, memory: 0 });
      }),
      { numRuns: 30 },
    );
  });

  it('of coins is what is learned about the coin, as the closed form has it', () => {
    const coins = { biases: [0.7, 0.4], weights: [0.5, 0.5] };
    const mixture = { chains: coins.biases.map((b) => [b, b].map((p) => [p, 1 - p])), weights: coins.weights };
    predictiveInformation(mixture, 10).forEach(({ total, aboutChain }, tosses) => {
      close(aboutChain, informationAboutCoin(coins, tosses), 1e-11);
      close(total, entropyOfTosses(coins, tosses) - tosses * entropyRateOfCoins(coins), 1e-11);
    });
  });

  it('of a single known chain is all memory: 0.252991378 nats for the sticky one', () => {
    const { input } = oracleCases<{ P1: number[][] }>('07_markov_mixture', 'rates')[0];
    const [, first, second] = predictiveInformation({ chains: [input.P1], weights: [1] }, 2);
    close(second.total, 0.252991378, 1e-8);
    expect(second.aboutChain).toBe(0);
    expect(first).toEqual(second);
  });

  it('is bounded where the window is too short to say anything', () => {
    expect(boundOnWindowLoss([0.5, 0.5], 2, 3)).toBe(Infinity);
    close(boundOnWindowLoss([0.5, 0.5], 4, 3), Math.LN2 / 2);
    expect(() => boundOnWindowLoss([0.5, 0.5], -1)).toThrow(RangeError);
  });
});
