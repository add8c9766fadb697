import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { expectedDistinct, publishedDistinct } from './dirichlet.ts';
import { informationOfBetaPrior } from './redundancy.ts';
import {
  finiteClassBound,
  log10ContextTable,
  mixtureBounds,
  parametricScale,
  storedWeightsBound,
  transformerBound,
  transformerBreakEven,
  transformerParameters,
} from './transformer-bounds.ts';

type Shape = Record<'d_vocab' | 'r' | 'L' | 'K', number>;

const shapeOf = ({ d_vocab, r, L, K }: Shape) => ({ vocabulary: d_vocab, dimension: r, depth: L, context: K });
const tiny = { vocabulary: 10, dimension: 4, depth: 2, context: 8 };

describe('the bound for a random transformer', () => {
  it('has the reference values, and says from when on it informs', () => {
    type Expected = Record<string, number> & { informative: boolean };
    for (const { input, expected } of oracleCases<Shape & { T: number }, Expected>('09_bounds', 'thm_3_5')) {
      const shape = shapeOf(input);
      const bound = transformerBound(shape, input.T);
      expect(transformerParameters(shape)).toBe(expected.p);
      close(bound, expected.bound_nats_per_token);
      closeInBits(bound, expected.bound_bits_per_token);
      close(Math.log(shape.vocabulary), expected.trivial_bound_ln_d);
      close(transformerBreakEven(shape), expected.T_breakeven_vs_ln_d);
      expect(bound < Math.log(shape.vocabulary)).toBe(expected.informative);
      expect(input.T > transformerBreakEven(shape)).toBe(expected.informative);
    }
  });

  it('meets ln|V| exactly at the break-even', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1000 }),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 8 }),
        (vocabulary, dimension, depth) => {
          const shape = { vocabulary, dimension, depth, context: 16 };
          close(transformerBound(shape, transformerBreakEven(shape)), Math.log(vocabulary), 1e-9);
          expect(transformerBound(shape, 2 * transformerBreakEven(shape))).toBeLessThan(Math.log(vocabulary));
        },
      ),
    );
  });

  it('rejects shapes that are none', () => {
    expect(() => transformerBound({ ...tiny, depth: 0 }, 10)).toThrow(
      new RangeError('depth must be a whole number of at least 1, got 0'),
    );
    expect(() => transformerBound(tiny, 0)).toThrow(RangeError);
  });
});

describe('the bounds for a mixture', () => {
  it('have the reference values, as printed and as corrected', () => {
    type Input = Shape & Record<'M' | 'T' | 'R' | 'N', number>;
    for (const { input, expected } of oracleCases<Input>('09_bounds', 'thm_4_5')) {
      const corpus = { documents: input.M, tokens: input.T, scale: input.R, components: input.N };
      const bounds = mixtureBounds(shapeOf(input), corpus);
      expect(transformerParameters(shapeOf(input))).toBe(expected.p);
      close(publishedDistinct(input.R, input.M), expected['R_ln(1+M/R)']);
      close(expectedDistinct(input.R, input.N, input.M), expected.E_distinct_exact);
      close(bounds.printed, expected.as_printed_in_seed);
      close(bounds.withDepth, expected.with_factor_L_in_first_term);
      close(bounds.corrected, expected.heuristic_corrected);
      close(bounds.whichComponent, expected.third_term_lnN_over_T);
      close(bounds.whichComponentCorrected, expected.third_term_EHalpha_over_T);
      close(Math.log(input.d_vocab), expected.trivial_ln_d);
    }
  });

  it('of one document by one author are the bound for one transformer', () => {
    const one = mixtureBounds(tiny, { documents: 1, tokens: 500, scale: 3, components: 1 });
    close(one.corrected, transformerBound(tiny, 500), 1e-9);
    close(one.whichComponent, 0);
  });

  it('stay put in N only after the correction', () => {
    const at = (components: number) => mixtureBounds(tiny, { documents: 10, tokens: 50, scale: 2, components });
    expect(at(1e9).whichComponent).toBeGreaterThan(2 * at(1e4).whichComponent);
    close(at(1e9).whichComponentCorrected, 1.5 / 50, 1e-6);
  });
});

describe('other bounds', () => {
  it('of stored weights is that of a class of two to the power of all their bits', () => {
    for (const [weights, bits] of [
      [3, 4],
      [1, 1],
      [5, 8],
    ])
      close(storedWeightsBound(weights, bits, 7), finiteClassBound(2 ** (weights * bits), 7));
    expect(storedWeightsBound(0, 8, 1)).toBe(0);
    expect(() => storedWeightsBound(1, -1, 1)).toThrow(
      new RangeError('bitsEach must be at least 0 and finite, got -1'),
    );
    expect(() => storedWeightsBound(1, 1, 0)).toThrow(RangeError);
  });

  it('have the reference values', () => {
    for (const { input, expected } of oracleCases('09_bounds', 'finite_class_bound')) {
      close(finiteClassBound(input.class_size, input.T), expected.bound);
    }
    for (const { input, expected } of oracleCases('16_rate_distortion_learning', 'BIC_scale_estimation_error')) {
      close(parametricScale(input.k_params, input.T), expected['(k/2)ln(T)/T_nats_per_token']);
    }
    type Table = Record<string, number> & { can_be_surjective_dimensionally: boolean };
    for (const { input, expected } of oracleCases<Record<string, number>, Table>(
      '17_extra',
      'finite_horizon_table_dimension',
    )) {
      const dimension = log10ContextTable(input.vocab, input.context);
      close(dimension, expected['log10_dim_of_all_context-K_conditionals']);
      close(Math.log10(input.params), expected.log10_params);
      expect(dimension <= Math.log10(input.params)).toBe(expected.can_be_surjective_dimensionally);
    }
  });

  it('the parametric scale is the exact error of a coin up to a constant over T', () => {
    const rest = [1000, 4000].map((T) => informationOfBetaPrior(1, 1, T) - T * parametricScale(1, T));
    close(rest[0], rest[1], 2e-2);
    expect(finiteClassBound(1000, 10, 2)).toBe(0.2);
    expect(() => finiteClassBound(0, 10)).toThrow(RangeError);
    expect(() => parametricScale(1, 0)).toThrow(RangeError);
  });
});
