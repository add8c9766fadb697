import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { informationAboutCoin } from '#theory/learning/coin-mixture.ts';
import { compute, costOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { presets } from './presets.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';

const predictive = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });
const bits = (nats: number) => nats / Math.LN2;

describe('predictive information', () => {
  it('of the known chain is .252991378 nats and all memory, as the reference has it', () => {
    const { input, expected } = oracleCases<{ P1: number[][] }, Record<string, number>>(
      '07_markov_mixture',
      'rates',
    )[0];
    expect(input.P1[0][0]).toBe(params.firstHeads.default);
    expect(input.P1[1][0]).toBe(params.firstTails.default);
    const { known } = predictive({});
    close(known.rate, expected.entropy_rate_1, 1e-12);
    for (const { total, aboutChain } of known.parts.slice(1)) {
      close(total, 0.252991378, 1e-8);
      expect(aboutChain).toBe(0);
    }
    // Two heads in three: H(X_1) = h(1/3).
    close(costOf(known, 1), binaryEntropy(1 / 3), 1e-12);
  });

  it('of two coins is what is learned, by the closed form', () => {
    const { mixture } = predictive({ firstHeads: 0.7, firstTails: 0.7, secondHeads: 0.4, secondTails: 0.4 });
    mixture.parts.forEach(({ total, memory }, T) => {
      close(total, informationAboutCoin({ biases: [0.7, 0.4], weights: [0.5, 0.5] }, T), 1e-11);
      expect(memory).toBeLessThan(1e-12);
    });
  });

  it('counts words: for two symbols of the default mixture, by hand', () => {
    // Stationary laws 2/3, 1/3 and ½, ½.
    const words = [
      [(2 / 3) * 0.9, 0.5 * 0.6],
      [(2 / 3) * 0.1, 0.5 * 0.4],
      [(1 / 3) * 0.2, 0.5 * 0.4],
      [(1 / 3) * 0.8, 0.5 * 0.6],
    ].map(([a, b]) => (a + b) / 2);
    close(predictive({}).mixture.blocks[2], -words.reduce((sum, p) => sum + p * Math.log(p), 0), 1e-12);
  });

  it('learns nothing of chains that are alike or known', () => {
    for (const change of [{ share: 1 }, { share: 0 }, { secondHeads: 0.9, secondTails: 0.2 }])
      for (const { aboutChain } of predictive(change).mixture.parts) expect(aboutChain).toBeLessThan(1e-12);
    expect(predictive({ share: 1 }).mixture.parts).toEqual(predictive({}).known.parts);
  });

  it('has said what presets, challenges and the page say', () => {
    const { mixture, known } = predictive({});
    expect(bits(known.parts[1].total)).toBeCloseTo(0.365, 3);
    expect(presets.find(({ id }) => id === 'one-chain')!.why).toContain('0.365 bits');
    expect(bits(costOf(known, 1))).toBeCloseTo(0.918, 3);
    expect(bits(known.rate)).toBeCloseTo(0.553, 3);
    expect([3, 4].map((T) => mixture.parts[T].aboutChain >= mixture.parts[T].memory)).toEqual([false, true]);
    expect(bits(mixture.parts[8].total)).toBeCloseTo(0.58, 3);
    expect(bits(mixture.parts[8].aboutChain)).toBeCloseTo(0.383, 3);
    expect(bits(mixture.parts[8].memory)).toBeCloseTo(0.197, 3);
  });
});
