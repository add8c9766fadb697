import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { channelCapacity } from './blahut-arimoto.ts';
import { capacityZChannel } from './capacity.ts';
import { jointOfChannel } from './channel.ts';
import { informationThroughNoise } from './information-plane.ts';
import { countChannel, steadyChannel } from './response-channel.ts';

const total = (row: readonly number[]) => row.reduce((sum, p) => sum + p, 0);
const fiftieths = Array.from({ length: 51 }, (_, i) => i / 50);

describe('steadyChannel', () => {
  it('has rows that are distributions around their means', () => {
    for (const deviation of [0.02, 0.1, 0.3]) {
      const channel = steadyChannel(fiftieths, deviation);
      for (const row of channel) close(total(row), 1, 1e-12);
      // Of the middle mean the reading is as often below as above.
      closeAll(channel[25], channel[25].toReversed(), 1e-9);
    }
  });

  it('tells what the unread answer does, less what cells of a quarter deviation lose', () => {
    const law = [0.2, 0.5, 0.3];
    for (const deviation of [0.05, 0.2, 0.5]) {
      const means = [0, 0.4, 1];
      const read = mutualInformation(jointOfChannel(law, steadyChannel(means, deviation)));
      const unread = informationThroughNoise(means, law, deviation);
      expect(read).toBeLessThan(unread + 1e-9);
      close(read, unread, 5e-3);
    }
  });

  it('refuses what is no noise', () => {
    expect(() => steadyChannel([], 1)).toThrow(RangeError);
    expect(() => steadyChannel([0, 1], 0)).toThrow(new RangeError('deviation must be positive and finite, got 0'));
    expect(() => steadyChannel([0, 1], 1e-9)).toThrow(RangeError);
  });
});

describe('countChannel', () => {
  it('has the chances of the Poisson law', () => {
    const [silent, three] = countChannel([0, 3]);
    closeAll(silent.slice(0, 3), [1, 0, 0], 1e-15);
    closeAll(three.slice(0, 4), [1, 3, 4.5, 4.5].map((factor) => factor * Math.exp(-3)), 1e-13); // prettier-ignore
    for (const row of countChannel([0, 1, 60, 500])) close(total(row), 1, 1e-10);
  });

  it('between silence and m spikes is the Z channel that flips e^(−m)', () => {
    for (const mean of [0.3, 1, 4])
      close(channelCapacity(countChannel([0, mean])).lower, capacityZChannel(Math.exp(-mean)), 1e-9);
  });

  it('refuses what is no mean', () => {
    expect(() => countChannel([-1])).toThrow(RangeError);
    expect(() => countChannel([501])).toThrow(new RangeError('means must be at most 500, got 501'));
  });
});
