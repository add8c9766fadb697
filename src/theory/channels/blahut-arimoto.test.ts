import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { capacityBinaryErasure, capacityBinarySymmetric, capacityZChannel } from './capacity.ts';
import { binaryErasure, binarySymmetric, compose, jointOfChannel, zChannel, type Channel } from './channel.ts';
import { certifyCapacity, channelCapacity } from './blahut-arimoto.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

interface Expected {
  C_bits: number;
  gap_bits: number;
  output_dist: number[];
  optimal_input?: number[];
}

/** 26 letters, each of which arrives as itself or as the next, with probability ½. */
const typewriter: Channel = Array.from({ length: 26 }, (_, x) =>
  Array.from({ length: 26 }, (_, y) => (y === x || y === (x + 1) % 26 ? 0.5 : 0)),
);

const fewIterations = { gap: 1e-6, iterations: 3000 };

describe('channelCapacity', () => {
  const cases = oracleCases<{ W_rows_x: Channel | string }, Expected>('03_channels', 'arbitrary_DMC_Blahut_Arimoto');

  it.each(cases.map((one) => [one.name, one] as const))('of %s is the reference value', (_, { input, expected }) => {
    const channel = typeof input.W_rows_x === 'string' ? typewriter : input.W_rows_x;
    const { lower, upper, output, input: best } = channelCapacity(channel, { gap: 1e-13, iterations: 20_000 });
    closeInBits(lower, expected.C_bits);
    closeInBits(upper, expected.C_bits);
    closeAll(output, expected.output_dist, 1e-9);
    // Where the capacity is flat around its maximum the input is known to the root of the precision only.
    expected.optimal_input?.forEach((p, x) => expect(best[x]).toBeCloseTo(p, 6));
    expect(upper - lower).toBeLessThan(1e-12);
  });

  it('agrees with the closed forms', () => {
    for (const noise of [0, 0.01, 0.1, 0.3, 0.5]) {
      close(channelCapacity(binarySymmetric(noise)).lower, capacityBinarySymmetric(noise), 1e-10);
      close(channelCapacity(binaryErasure(noise)).lower, capacityBinaryErasure(noise), 1e-10);
      close(channelCapacity(zChannel(noise)).lower, capacityZChannel(noise), 1e-10);
    }
  });

  it('lies between its bounds: above every information, below every certificate', () => {
    fc.assert(
      fc.property(channelOf(3, 4), distributionOf(3), (channel, input) => {
        const { lower, upper } = channelCapacity(channel, fewIterations);
        expect(mutualInformation(jointOfChannel(input, channel))).toBeLessThanOrEqual(upper + 1e-12);
        expect(certifyCapacity(input, channel).upper).toBeGreaterThanOrEqual(lower - 1e-12);
        close(certifyCapacity(input, channel).lower, mutualInformation(jointOfChannel(input, channel)), 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('never rises through another channel, and does not change when outputs are renamed', () => {
    fc.assert(
      fc.property(channelOf(3, 3), channelOf(3, 2), (first, second) => {
        const whole = channelCapacity(first, fewIterations);
        expect(channelCapacity(compose(first, second), fewIterations).lower).toBeLessThanOrEqual(whole.upper + 1e-12);
        const renamed = channelCapacity(
          first.map((row) => [row[2], row[0], row[1]]),
          fewIterations,
        );
        close(renamed.lower, whole.lower, 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('is 0 for a channel that ignores its input, and for one with a single input', () => {
    expect(
      channelCapacity([
        [0.3, 0.7],
        [0.3, 0.7],
      ]).upper,
    ).toBeLessThan(1e-15);
    expect(channelCapacity([[0.5, 0.5]]).upper).toBe(0);
  });

  it('keeps an input out that the start leaves out', () => {
    const { input } = channelCapacity(typewriter, fewIterations, [0.5, 0, 0.5, ...new Array<number>(23).fill(0)]);
    expect(input.slice(0, 4)).toEqual([0.5, 0, 0.5, 0]);
  });

  it('rejects what is not a channel', () => {
    expect(() => channelCapacity([[0.5, 0.4]])).toThrow('channel[0] must sum to 1');
    expect(() => channelCapacity(typewriter, { gap: NaN, iterations: 1 })).toThrow(
      new RangeError('gap must be at least 0 and finite, got NaN'),
    );
    expect(() => channelCapacity(typewriter, { gap: 0, iterations: 0 })).toThrow(RangeError);
    expect(() => channelCapacity([[1], [1]], fewIterations, [1])).toThrow('input must have one entry per row');
  });
});
