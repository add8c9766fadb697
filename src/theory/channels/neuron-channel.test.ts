import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { channelCapacity } from './blahut-arimoto.ts';
import { jointOfChannel } from './channel.ts';
import { informationNoisyTanhNeuron } from './information-plane.ts';
import { neuronChannel } from './neuron-channel.ts';

const inputs = [-3, -1, 1, 3];

describe('neuronChannel', () => {
  it('has rows that are distributions', () => {
    for (const weight of [0, 0.3, 8])
      for (const row of neuronChannel(weight, inputs, 0.1, 20))
        close(
          row.reduce((sum, p) => sum + p),
          1,
          1e-12,
        );
  });

  it('in fine cells tells what the neuron does, and in coarser ones less', () => {
    for (const weight of [0.3, 1, 8]) {
      const told = (cells: number) =>
        mutualInformation(jointOfChannel([0.25, 0.25, 0.25, 0.25], neuronChannel(weight, inputs, 0.2, cells)));
      close(told(1200), informationNoisyTanhNeuron(weight, inputs, 0.2), 1e-4);
      expect(told(24)).toBeLessThan(told(1200) + 1e-12);
      expect(told(12)).toBeLessThan(told(24) + 1e-12);
    }
  });

  it('of two saturated inputs and two cells is a binary symmetric channel', () => {
    // Means ±1, cells split at 0: the flip is the chance of a standard normal beyond 1/σ = 1.
    const channel = neuronChannel(50, [-1, 1], 1, 2);
    const flip = 0.15865525393145707;
    close(channel[0][1], flip, 1e-12);
    const h = -flip * Math.log(flip) - (1 - flip) * Math.log(1 - flip);
    close(channelCapacity(channel).lower, Math.LN2 - h, 1e-11);
  });

  it('refuses what is no neuron', () => {
    expect(() => neuronChannel(1, [], 0.1, 4)).toThrow(RangeError);
    expect(() => neuronChannel(1, [1], 0, 4)).toThrow(new RangeError('deviation must be positive and finite, got 0'));
    expect(() => neuronChannel(1, [1], 0.1, 1)).toThrow(RangeError);
  });
});
