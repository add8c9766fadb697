import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { capacityBinaryErasure, capacityBinarySymmetric, capacityZChannel, optimalInputZChannel } from './capacity.ts';
import {
  assertChannel,
  binaryErasure,
  binarySymmetric,
  cascade,
  compose,
  jointOfChannel,
  outputDistribution,
  zChannel,
  type Channel,
} from './channel.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

const information = (input: readonly number[], channel: Channel) => mutualInformation(jointOfChannel(input, channel));
const fair = [0.5, 0.5];

/** Largest information over inputs (1 − a, a), by a search that halves its step until it is below 1e-12. */
function searchedCapacity(channel: Channel): { input: number; capacity: number } {
  let input = 0.5;
  for (let step = 0.25; step > 1e-12; step /= 2) {
    const tried = [input - step, input, input + step].filter((a) => a >= 0 && a <= 1);
    input = tried.reduce((best, a) =>
      information([1 - a, a], channel) > information([1 - best, best], channel) ? a : best,
    );
  }
  return { input, capacity: information([1 - input, input], channel) };
}

describe('the binary symmetric channel', () => {
  it('has the capacity of the reference values, and fair inputs attain it', () => {
    const cases = oracleCases<{ p: number }, { C_bits: number; optimal_input: number[] }>('03_channels', 'BSC');
    for (const { input, expected } of cases) {
      closeInBits(capacityBinarySymmetric(input.p), expected.C_bits);
      closeInBits(information(expected.optimal_input, binarySymmetric(input.p)), expected.C_bits);
    }
  });
});

describe('the binary erasure channel', () => {
  it('has the capacity of the reference values, and fair inputs attain it', () => {
    for (const { input, expected } of oracleCases('03_channels', 'BEC')) {
      closeInBits(capacityBinaryErasure(input.erasure), expected.C_bits);
      closeInBits(information(fair, binaryErasure(input.erasure)), expected.C_bits);
    }
  });
});

describe('the Z channel', () => {
  it('has the capacity and the best input of the reference values', () => {
    for (const { input, expected } of oracleCases('03_channels', 'Z_channel')) {
      const flip = input['P(0|1)'];
      closeInBits(capacityZChannel(flip), expected.C_bits);
      close(optimalInputZChannel(flip), expected['P(X=1)_optimal']);
      const best = optimalInputZChannel(flip);
      closeInBits(information([1 - best, best], zChannel(flip)), expected.C_bits);
    }
  });

  it('loses everything at flip 1, in the limit with input 1/e', () => {
    expect(capacityZChannel(1)).toBe(0);
    expect(optimalInputZChannel(1)).toBe(1 / Math.E);
    close(optimalInputZChannel(1 - 1e-9), 1 / Math.E, 1e-6);
    close(capacityZChannel(1 - 1e-9) / 1e-9, 1 / Math.E, 1e-6);
  });
});

describe('closed-form capacities', () => {
  it('are what a search over all inputs finds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (noise) => {
        close(searchedCapacity(binarySymmetric(noise)).capacity, capacityBinarySymmetric(noise), 1e-9);
        close(searchedCapacity(binaryErasure(noise)).capacity, capacityBinaryErasure(noise), 1e-9);
        close(searchedCapacity(zChannel(noise)).capacity, capacityZChannel(noise), 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('bound the information of every input', () => {
    fc.assert(
      fc.property(distributionOf(2), probability, (input, noise) => {
        expect(information(input, binarySymmetric(noise))).toBeLessThanOrEqual(capacityBinarySymmetric(noise) + 1e-12);
        expect(information(input, zChannel(noise))).toBeLessThanOrEqual(capacityZChannel(noise) + 1e-12);
      }),
    );
  });

  it('reject noise outside 0 to 1', () => {
    const functions = [capacityBinarySymmetric, capacityBinaryErasure, capacityZChannel, optimalInputZChannel];
    for (const of of [...functions, binarySymmetric, binaryErasure, zChannel]) {
      expect(() => of(-0.1)).toThrow('must be between 0 and 1, got -0.1');
      expect(() => of(NaN)).toThrow(RangeError);
    }
  });
});

describe('jointOfChannel', () => {
  it('has the input as one marginal and the output as the other', () => {
    fc.assert(
      fc.property(distributionOf(4), channelOf(4, 3), (input, channel) => {
        closeAll(marginalX(jointOfChannel(input, channel)), input);
        const output = channel[0].map((_, y) => input.reduce((sum, px, x) => sum + px * channel[x][y], 0));
        closeAll(outputDistribution(input, channel), output);
      }),
    );
  });

  it('splits the uncertainty of an ensemble into disagreement and what every member shares', () => {
    const cases = oracleCases<{ ensemble: number[][] }>('13_llm_metrics', 'uncertainty_decomposition');
    for (const { input, expected } of cases) {
      const members = input.ensemble.map(() => 1 / input.ensemble.length);
      close(entropy(outputDistribution(members, input.ensemble)), expected.total_H);
      close(information(members, input.ensemble), expected.epistemic_I);
    }
  });

  it('rejects what does not fit', () => {
    expect(() => jointOfChannel([1], binarySymmetric(0.1))).toThrow(
      new RangeError('input must have one entry per row of the channel, 2, got 1'),
    );
    expect(() => assertChannel([[1, 0], [1]])).toThrow(
      new RangeError('channel[1] must have 2 entries like the first row, got 1'),
    );
    expect(() => assertChannel([[0.9, 0.2]])).toThrow('channel[0] must sum to 1');
    expect(() => assertChannel([])).toThrow(new RangeError('channel must have at least one row, got none'));
  });
});

describe('compose', () => {
  it('of symmetric channels flips with a + b − 2ab', () => {
    fc.assert(
      fc.property(probability, probability, (a, b) => {
        closeAll(compose(binarySymmetric(a), binarySymmetric(b)).flat(), binarySymmetric(a + b - 2 * a * b).flat());
      }),
    );
  });

  it('does not depend on how a chain of three is bracketed', () => {
    fc.assert(
      fc.property(channelOf(2, 3), channelOf(3, 4), channelOf(4, 2), (a, b, c) => {
        closeAll(compose(compose(a, b), c).flat(), compose(a, compose(b, c)).flat());
      }),
    );
  });

  it('rejects alphabets that do not fit', () => {
    expect(() => compose(binaryErasure(0.1), binarySymmetric(0.1))).toThrow(
      new RangeError('second must have a row for each output of first, 3, got 2'),
    );
  });
});

describe('cascade', () => {
  it('agrees with the reference values of repeated symmetric relays', () => {
    for (const { input, expected } of oracleCases('03_channels', 'cascaded_BSC_DPI')) {
      const relays = new Array<Channel>(input.n).fill(binarySymmetric(input.p));
      closeInBits(cascade(fair, relays).at(-1)!, expected.I_bits_uniform_input);
      const whole = relays.reduce((soFar, relay) => compose(soFar, relay));
      close(whole[0][1], expected.p_n);
    }
  });

  it('never gains information from one stage to the next, whatever the relays do', () => {
    fc.assert(
      fc.property(distributionOf(3), channelOf(3, 6), channelOf(6, 2), channelOf(2, 5), (input, a, b, c) => {
        const stages = cascade(input, [a, b, c]);
        expect(stages).toHaveLength(3);
        stages.reduce((before, now) => {
          expect(now).toBeLessThanOrEqual(before + 1e-12);
          return now;
        }, entropy(input));
      }),
    );
  });

  it('keeps everything through relays that only rename', () => {
    const swap = binarySymmetric(1);
    closeAll(cascade(fair, [swap, swap, swap]), [Math.LN2, Math.LN2, Math.LN2]);
  });

  it('of no relays is empty', () => {
    expect(cascade(fair, [])).toEqual([]);
  });
});
