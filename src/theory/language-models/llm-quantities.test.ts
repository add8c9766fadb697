import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { blockError, hammingBlockError, repetitionBlockError } from '#theory/codes/block-error.ts';
import { capacityBinarySymmetric } from '#theory/channels/capacity.ts';
import { jointOfChannel } from '#theory/channels/channel.ts';
import { bestAction } from '#theory/belief/decision.ts';
import { entropy, perplexity } from '#theory/measures/entropy.ts';
import { informationComponent, logObservedOverExpected } from '#theory/measures/information-component.ts';
import { conditionalEntropyOfYGivenX, marginalY } from '#theory/measures/joint.ts';
import { repairMacRoman } from '../../../fixtures/macRoman.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { perplexityPer } from './perplexity.ts';
import { representationCeiling } from '#theory/geometry/representation-ceiling.ts';

describe('informationComponent', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('17_extra', 'information_component_adverse_events')) {
      closeInBits(logObservedOverExpected(input.observed, input.expected_count), expected.raw_PMI_bits);
      closeInBits(informationComponent(input.observed, input.expected_count), expected.IC_shrunk_bits);
    }
  });

  it('is nearer to 0 than the plain ratio, and agrees for large counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.double({ min: 0.01, max: 1000, noNaN: true }), (o, e) => {
        expect(Math.abs(informationComponent(o, e))).toBeLessThanOrEqual(
          Math.abs(logObservedOverExpected(o, e)) + 1e-12,
        );
      }),
    );
    expect(() => logObservedOverExpected(0, 0)).toThrow('observed and expected must not both be 0');
    expect(() => informationComponent(-1, 1)).toThrow(RangeError);
  });
});

describe('representationCeiling', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('17_extra', 'normalised_representation_entropy_ceiling')) {
      const { best, normalizer, normalized } = representationCeiling(input.n_tokens, input.d, input.eps);
      close(best, expected.best_possible_logdet_unit_norm_rows);
      close(normalizer, expected['normaliser_d_ln(1+1/eps^2)']);
      close(normalized, expected.best_possible_normalised);
    }
  });

  it('is 1 with enough tokens and falls with the dimension without', () => {
    close(representationCeiling(500, 64, 0.3).normalized, 1);
    const falling = [128, 256, 512, 1024].map((d) => representationCeiling(128, d, 0.5).normalized);
    falling.slice(1).forEach((value, i) => expect(value).toBeLessThan(falling[i]));
    expect(() => representationCeiling(0, 1, 1)).toThrow(RangeError);
  });
});

describe('codes over a binary symmetric channel', () => {
  it('have the reference block errors', () => {
    for (const { input, expected } of oracleCases('03_channels', 'simple_codes_on_BSC')) {
      close(repetitionBlockError(3, input.p), expected.rep3_block_error);
      close(repetitionBlockError(5, input.p), expected.rep5_block_error);
      close(hammingBlockError(input.p), expected.hamming74_block_error);
      closeInBits(capacityBinarySymmetric(input.p), expected.C_bits);
    }
  });

  it('cannot help at flip ½, and need an odd number of repetitions', () => {
    close(repetitionBlockError(7, 0.5), 0.5);
    expect(blockError(7, 7, 0.3)).toBe(0);
    expect(() => repetitionBlockError(4, 0.1)).toThrow(new RangeError('repetitions must be odd, got 4'));
  });
});

describe('uncertainty', () => {
  it('of an ensemble is what its members share and what they disagree about, as in the reference', () => {
    const cases = oracleCases<{ ensemble: number[][] }>('13_llm_metrics', 'uncertainty_decomposition');
    for (const { input, expected } of cases) {
      const joint = jointOfChannel(
        input.ensemble.map(() => 1 / input.ensemble.length),
        input.ensemble,
      );
      close(entropy(marginalY(joint)), expected.total_H);
      close(conditionalEntropyOfYGivenX(joint), expected.aleatoric_E_H);
      close(mutualInformation(joint), expected.epistemic_I);
    }
  });

  it('does not decide what to do, as in the reference: costs do', () => {
    type Expected = Record<string, number> & { act: boolean };
    for (const { input, expected } of oracleCases<{ p: number[] } & Record<string, number>, Expected>(
      '17_extra',
      'entropy_is_not_utility',
    )) {
      closeInBits(entropy(input.p), expected.H_bits);
      const ignore = input.p.map((_, state) => (state === 1 ? input.cost_of_missing_class_2 : 0));
      const workup = input.p.map(() => input.cost_of_unneeded_workup);
      const { action, expectedCosts } = bestAction(input.p, [ignore, workup]);
      closeAll(expectedCosts, [expected.expected_cost_ignore, expected.expected_cost_workup]);
      expect(action === 1).toBe(expected.act);
    }
    expect(() => bestAction([1], [[1, 2]])).toThrow(new RangeError('costs[0] must have 1 entries like p, got 2'));
    expect(() => bestAction([1], [])).toThrow(RangeError);
    expect(() => bestAction([1], [[NaN]])).toThrow(RangeError);
  });
});

describe('bits per byte', () => {
  it('are the logarithm of the perplexity per byte, as in the reference', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'bits_per_byte')) {
      const perToken = input.CE_nats_per_token;
      const perByte = Math.log(perplexityPer(perToken * input.tokens, input.bytes));
      closeInBits(perByte, expected.bpb);
      closeInBits(perByte / 8, expected.compression_ratio_vs_raw);
      closeInBits(perToken, expected.bits_per_token);
      close(perplexity(perToken), expected.ppl_token);
    }
  });
});

describe('repairMacRoman', () => {
  it('puts the emojis of the first draft right', () => {
    type Text = Record<string, string>;
    for (const { input, expected } of oracleCases<Text, Text>('17_extra', 'emoji_mojibake')) {
      expect(repairMacRoman(input.garbled)).toBe(expected.decoded);
    }
  });

  it('leaves plain text alone and rejects what cannot have been garbled', () => {
    expect(repairMacRoman('plain text')).toBe('plain text');
    expect(() => repairMacRoman('漢')).toThrow('garbled must be Mac OS Roman');
    expect(() => repairMacRoman('é')).toThrow('garbled must be UTF-8 behind Mac OS Roman');
  });
});
