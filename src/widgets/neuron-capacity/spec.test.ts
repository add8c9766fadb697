import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { neuronChannel } from '#theory/channels/neuron-channel.ts';
import { close } from '../../../fixtures/oracle.ts';
import { compute, inputs } from './model.ts';
import { mostRounds, params, type Asked } from './parameters.ts';

const neuron = (change: Partial<Asked>) => compute({ ...defaultValues(params), ...change });

describe('neuron-capacity', () => {
  it('goes the way that the whole iteration goes, and encloses its answer', () => {
    const channel = neuronChannel(1.5, inputs, 0.2, 30);
    const { lower } = channelCapacity(channel, { gap: 1e-9, iterations: 100_000 });
    for (const rounds of [0, 3, mostRounds]) {
      const model = neuron({ rounds });
      const together = channelCapacity(channel, { gap: 0, iterations: Math.max(1, rounds) }, model.data);
      if (rounds > 0) close(model.rounds[rounds].lower, together.lower, 1e-9);
      expect(model.rounds[rounds].lower).toBeLessThanOrEqual(lower + 1e-9);
      expect(model.rounds[rounds].upper).toBeGreaterThanOrEqual(lower - 1e-9);
    }
  });

  it('saturated, tells about log 3: below zero, zero, above', () => {
    const { rounds } = neuron({ weight: 10, noise: 0.05 });
    close(rounds[mostRounds].lower, Math.log(3), 1e-3);
  });

  it('has data that use most of the capacity, as the preset says', () => {
    const { rounds } = neuron({ spread: 0.9 });
    expect(rounds[0].lower / rounds[mostRounds].lower).toBeGreaterThan(0.9);
    const narrow = neuron({});
    expect(narrow.rounds[0].lower / narrow.rounds[mostRounds].lower).toBeLessThan(0.85);
    expect(narrow.rounds[mostRounds].upper - narrow.rounds[mostRounds].lower).toBeLessThan(0.02 * Math.LN2);
  });
});
