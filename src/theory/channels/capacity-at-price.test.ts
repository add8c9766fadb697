import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { channelCapacity } from './blahut-arimoto.ts';
import { capacityAtPrice } from './capacity-at-price.ts';
import { capacityBinarySymmetric, capacityZChannel } from './capacity.ts';
import { binarySymmetric, jointOfChannel, zChannel } from './channel.ts';
import { countChannel, steadyChannel } from './response-channel.ts';

const levels = Array.from({ length: 11 }, (_, i) => i / 10);

describe('capacityAtPrice', () => {
  it('without a price is the capacity', () => {
    close(capacityAtPrice(binarySymmetric(0.1), [0, 0]).lower, capacityBinarySymmetric(0.1), 1e-12);
    close(capacityAtPrice(zChannel(0.3), [0, 0]).lower, capacityZChannel(0.3), 1e-9);
    for (const channel of [steadyChannel(levels, 0.1), countChannel(levels.map((level) => 8 * level))]) {
      const { lower, upper } = channelCapacity(channel, { gap: 1e-6, iterations: 20_000 });
      const found = capacityAtPrice(channel, levels.map(() => 0), { gap: 1e-6, iterations: 20_000 }); // prettier-ignore
      close(found.lower, lower, 1e-5);
      expect(found.lower).toBeLessThanOrEqual(upper);
      expect(found.upper).toBeGreaterThanOrEqual(lower);
    }
  });

  it('without noise is ln Σ e^(−price), with answers in proportion to e^(−price)', () => {
    const prices = [0, 0.7, 1.4, 3];
    const clear = prices.map((_, i) => prices.map((_, j) => (i === j ? 1 : 0)));
    const { lower, upper, input } = capacityAtPrice(clear, prices);
    const weights = prices.map((price) => Math.exp(-price));
    const norm = weights.reduce((sum, weight) => sum + weight);
    close(lower, Math.log(norm), 1e-8);
    close(upper, Math.log(norm), 1e-8);
    closeAll(input, weights.map((weight) => weight / norm), 1e-4); // prettier-ignore
  });

  it('is the best of all laws on two inputs, by brute force', () => {
    for (const price of [0.1, 0.4]) {
      const channel = zChannel(0.2);
      const bringsIn = (p: number) => mutualInformation(jointOfChannel([1 - p, p], channel)) - price * p;
      const best = Math.max(...Array.from({ length: 1001 }, (_, i) => bringsIn(i / 1000)));
      close(capacityAtPrice(channel, [0, price]).lower, best, 1e-5);
    }
  });

  it('goes down by what every input costs alike', () => {
    const channel = steadyChannel(levels, 0.2);
    const priced = (more: number) => capacityAtPrice(channel, levels.map((level) => level + more)).lower; // prettier-ignore
    close(priced(0.3), priced(0) - 0.3, 1e-8);
  });

  it('brackets whatever the iteration has reached, and what it attains', () => {
    const channel = steadyChannel(levels, 0.1);
    const exact = capacityAtPrice(channel, levels);
    for (const iterations of [1, 3, 10, 30]) {
      const found = capacityAtPrice(channel, levels, { gap: 0, iterations });
      expect(found.lower).toBeLessThanOrEqual(exact.upper + 1e-12);
      expect(found.upper).toBeGreaterThanOrEqual(exact.lower - 1e-12);
      const paid = found.input.reduce((sum, p, x) => sum + p * levels[x], 0);
      close(found.lower, mutualInformation(jointOfChannel(found.input, channel)) - paid, 1e-9);
    }
  });

  it('refuses what has no price', () => {
    expect(() => capacityAtPrice(binarySymmetric(0.1), [0])).toThrow(RangeError);
    expect(() => capacityAtPrice(binarySymmetric(0.1), [0, Infinity])).toThrow(RangeError);
  });
});
