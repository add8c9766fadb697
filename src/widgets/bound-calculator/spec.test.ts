import { describe, expect, it } from 'vitest';
import { defaultValues } from '#contract/values.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { compute } from './model.ts';
import { params, tokensFrom, tokensTo, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked>): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked>) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));
const presetOf = (id: string) => spec.presets.find((preset) => preset.id === id)!.values;

type Shape = Record<'d_vocab' | 'r' | 'L' | 'K', number>;
const shapeOf = ({ d_vocab, r, L, K }: Shape) => ({ vocabulary: d_vocab, dimension: r, depth: L, context: K });

describe('bound-calculator', () => {
  it('has the reference values of theorem 3.5', () => {
    type Expected = Record<string, number> & { informative: boolean };
    for (const { input, expected } of oracleCases<Shape & { T: number }, Expected>('09_bounds', 'thm_3_5')) {
      const change = { ...shapeOf(input), tokens: input.T };
      expect(read('weights', change)).toBe(expected.p);
      close(read('bound', change), expected.bound_nats_per_token);
      closeInBits(read('bound', change), expected.bound_bits_per_token);
      close(read('trivial', change), expected.trivial_bound_ln_d);
      expect(read('ofTrivial', change) < 1).toBe(expected.informative);
      expect(read('breakEven', change)).toBe(Math.ceil(expected.T_breakeven_vs_ln_d));
      close(read('breakEvenPerWeight', change) * expected.p, expected.T_breakeven_vs_ln_d);
      close(read('perWeight', change) * expected.p, expected.bound_nats_per_token * input.T);
    }
  });

  it('has the reference values of theorem 4.5 in its three readings', () => {
    type Input = Shape & Record<'M' | 'T' | 'R' | 'N', number>;
    for (const { input, expected } of oracleCases<Input>('09_bounds', 'thm_4_5')) {
      const change = {
        ...shapeOf(input),
        source: 'mixture' as const,
        ...{ tokens: input.M * input.T, length: input.T, scale: input.R, components: input.N },
      };
      expect(read('documents', change)).toBe(input.M);
      close(read('printed', change), expected.as_printed_in_seed);
      close(read('bound', change), expected.with_factor_L_in_first_term);
      close(read('corrected', change), expected.heuristic_corrected);
      close(read('which', change), expected.third_term_lnN_over_T);
      close(read('whichCorrected', change), expected.third_term_EHalpha_over_T);
    }
  });

  it('counts the numbers of a table, and says from which context on they are more than the weights', () => {
    const brute = ({ vocabulary, context }: Asked, weights: number) => {
      for (let k = 0; k <= context; k++) if (BigInt(vocabulary) ** BigInt(k) * BigInt(vocabulary - 1) > BigInt(weights)) return k; // prettier-ignore
      return Infinity;
    };
    for (const change of [
      {},
      presetOf('toy'),
      presetOf('reader'),
      { vocabulary: 2, dimension: 30, depth: 4, context: 64 },
      { vocabulary: 2, dimension: 30, depth: 4, context: 3 },
      { vocabulary: 200_000, dimension: 1, depth: 1, context: 1 },
      { vocabulary: 3, dimension: 16_384, depth: 128, context: 40 },
    ]) {
      const model = compute(valuesOf(change));
      expect(model.outgrown).toBe(brute(valuesOf(change), model.weights));
    }
    // Two tokens, eight of context: 256 numbers, more than a hundred weights (a reference by hand).
    close(read('table', { vocabulary: 2, context: 8 }), Math.log10(256));
    const { tables } = compute(valuesOf({ vocabulary: 10, context: 2 }));
    expect(tables.map((power) => Math.round(10 ** power))).toEqual([9, 90, 900]);
  });

  it('draws all the way, a mixture in whole documents', () => {
    const one = compute(valuesOf({})).along;
    expect([one[0].tokens, Math.round(one.at(-1)!.tokens)]).toEqual([tokensFrom, tokensTo]);
    expect(one.filter(({ scale }) => scale !== undefined).every(({ tokens }) => tokens >= 52_163_328)).toBe(true);
    const mixture = compute(valuesOf({ source: 'mixture', length: 5000, tokens: 7600 }));
    expect(mixture.documents).toBe(2);
    expect(mixture.now.tokens).toBe(10_000);
    expect(read('counted', { source: 'mixture', length: 5000, tokens: 7600 })).toBe(10_000);
    expect(read('counted', { tokens: 7600 })).toBe(7600);
    for (const { tokens } of mixture.along) expect(tokens % 5000).toBe(0);
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start ?? {})), stateOf(valuesOf({ ...start, ...solution })));
    }
  });

  it('charges a quarter of a transformer for one document, without the expected number of sources', () => {
    const small = { ...presetOf('mixture'), scale: 0.1, length: 100_000, tokens: 100_000 };
    const one = { ...presetOf('mixture'), source: 'one' as const, tokens: 100_000 };
    expect(read('documents', small)).toBe(1);
    expect((read('bound', small) / read('bound', one)).toFixed(2)).toBe('0.24');
    expect((read('corrected', small) / read('bound', one)).toFixed(2)).toBe('1.00');
  });

  it('says something of the reader’s text up to the dimension 119, for about fifteen tokens a weight', () => {
    const reader = presetOf('reader');
    const says = (dimension: number) => read('ofTrivial', { ...reader, dimension }) < 1;
    expect([119, 120].map(says)).toEqual([true, false]);
    expect(Math.round(read('weights', { ...reader, dimension: 119 }) / 1000)).toBe(221);
    for (const dimension of [60, 119, 238])
      expect(read('breakEvenPerWeight', { ...reader, dimension })).toBeCloseTo(15, 0);
  });

  it('hints at more layers where there is one, and at more tokens where neither bound says anything', () => {
    const missing = spec.challenges.find(({ id }) => id === 'missing-depth')!;
    const hint = (change: Partial<Asked>) => missing.hints.find(({ when }) => when(compute(valuesOf(change)), valuesOf(change)))!.say; // prettier-ignore
    expect(hint({ ...presetOf('mixture'), depth: 1 })).toContain('Take more layers');
    expect(hint({ ...presetOf('mixture'), depth: 2, tokens: 1e6 })).toContain('With more tokens');
  });

  it('has said what the presets, the challenges and the page say', () => {
    const inBits = (id: keyof typeof spec.readouts, change: Partial<Asked>) => read(id, change) / Math.LN2;
    expect(inBits('bound', {})).toBeCloseTo(21.36, 2);
    expect(inBits('trivial', {})).toBeCloseTo(15.62, 2);
    expect(read('breakEvenPerWeight', {})).toBeCloseTo(26.3, 1);
    const long = presetOf('gpt2-long');
    expect(inBits('bound', long)).toBeCloseTo(0.074, 3);
    expect(read('bound', long) / read('stored', long)).toBeGreaterThan(50);
    expect(inBits('stored', {})).toBeCloseTo(0.417, 3);
    expect(Math.round(inBits('perWeight', {}))).toBe(410);
    const reader = presetOf('reader');
    expect(read('weights', reader)).toBe(397_056);
    expect(read('bound', reader)).toBeGreaterThan(read('trivial', reader));
    expect(3.3e6 / 397_056).toBeCloseTo(8.3, 1);
    // 9,670,506 characters, of which 750 are about 256 tokens.
    expect((9_670_506 * 256) / 750).toBeCloseTo(3.3e6, -5);
    const toy = presetOf('toy');
    expect([read('weights', toy), Math.ceil(read('breakEven', toy)), read('outgrown', toy)]).toEqual([88, 1404, 1]);
    expect(read('breakEvenPerWeight', toy)).toBeCloseTo(16, 0);
  });
});
