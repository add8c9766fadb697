import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { perplexity } from '#theory/measures/entropy.ts';
import {
  adjustedRate,
  breakEvenBytes,
  computeOptimum,
  exactMatch,
  expectedTokenErrors,
  kaplanLossOfParameters,
  kaplanLossOfTokens,
  knowledgeCapacity,
  parametricLoss,
  powerLaw,
  publishedChinchilla,
  trainingFlops,
} from './scaling-law.ts';

describe('scaling laws', () => {
  it('have the reference losses', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'chinchilla_parametric_loss')) {
      const { loss, parameterTerm, dataTerm } = parametricLoss(publishedChinchilla, input.N, input.D);
      close(loss, expected.chinchilla_loss_nats);
      close(parameterTerm, expected.param_term);
      close(dataTerm, expected.data_term);
      close(perplexity(loss), expected.ppl);
      close(trainingFlops(input.N, input.D), expected.FLOPs_6ND);
    }
    for (const { input, expected } of oracleCases('13_llm_metrics', 'kaplan_laws')) {
      close(kaplanLossOfParameters(input.N), expected.L_N);
      close(kaplanLossOfTokens(input.D), expected.L_D);
    }
  });

  it('have the reference optimum', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'chinchilla_compute_optimal')) {
      const { parameters, tokens, loss } = computeOptimum(publishedChinchilla, input.C_flops);
      close(parameters, expected.N_opt);
      close(tokens, expected.D_opt);
      close(tokens / parameters, expected.tokens_per_param);
      close(loss, expected.L);
    }
  });

  it('spend the budget, and any other split of it is worse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 17, max: 26, noNaN: true }),
        fc.double({ min: 0.3, max: 3, noNaN: true }),
        (log, factor) => {
          const { parameters, tokens, loss } = computeOptimum(publishedChinchilla, 10 ** log);
          close(trainingFlops(parameters, tokens), 10 ** log);
          const other = parametricLoss(publishedChinchilla, parameters * factor, tokens / factor).loss;
          expect(other).toBeGreaterThanOrEqual(loss - 1e-12);
        },
      ),
    );
  });

  it('fall as a power says', () => close(powerLaw(1e8, 0.3, 1e10), 10 ** -0.6, 1e-12));

  it('reject sizes that are none', () => {
    expect(() => parametricLoss(publishedChinchilla, 0, 1)).toThrow(
      new RangeError('parameters must be positive and finite, got 0'),
    );
    expect(() => computeOptimum(publishedChinchilla, -1)).toThrow(RangeError);
    expect(() => powerLaw(1, 1, NaN)).toThrow(RangeError);
  });
});

describe('one ability under two scores', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'emergence_mirage')) {
      // The cross-entropy of the example, 0.7 (N/10⁸)^(−0.3) nats per token.
      const loss = 0.7 * powerLaw(1e8, 0.3, input.N);
      close(loss, expected.per_token_CE);
      const right = Math.exp(-loss);
      close(right, expected.per_token_acc);
      for (const length of [1, 5, 20]) close(exactMatch(right, length), expected[`exact_match_len${length}`]);
      close(expectedTokenErrors(right, 20), expected.expected_token_edit_errors_len20);
    }
    expect(() => exactMatch(1.1, 2)).toThrow(RangeError);
  });
});

describe('what weights can hold and cost', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'two_bits_per_parameter')) {
      closeInBits(knowledgeCapacity(input.params), expected.bits);
      const bits = knowledgeCapacity(input.params) / Math.LN2;
      close(bits / 8e9, expected.gigabytes);
      close(bits / (8 * input.params), expected.fraction_of_int8);
      close(bits / (16 * input.params), expected.fraction_of_fp16);
    }
    for (const { input, expected } of oracleCases('13_llm_metrics', 'compression_adjusted_rate')) {
      close(adjustedRate(input.raw_bytes, input.rate, input.model_bytes), expected.adjusted_rate);
      close(breakEvenBytes(input.rate, input.model_bytes), expected.breakeven_raw_bytes_vs_rate_1);
    }
  });

  it('a model pays for itself exactly at the break-even, or never', () => {
    close(adjustedRate(breakEvenBytes(0.3, 1e9), 0.3, 1e9), 1);
    expect(breakEvenBytes(1, 1)).toBe(Infinity);
    expect(() => adjustedRate(0, 1, 1)).toThrow(RangeError);
  });
});
