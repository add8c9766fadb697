import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { kraftSum } from '#theory/codes/symbol-code.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { drawn } from '../../../fixtures/drawn.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { compute, verdictOf } from './model.ts';
import { longestBlock, params, type Asked } from './parameters.ts';
import { verdictSentence } from './says.ts';
import { spec } from './spec.ts';
import { View } from './View.tsx';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const preset = (id: string) => compute(valuesOf(spec.presets.find((one) => one.id === id)!.values));
const say = sayIn('bits');
const weather = [0.5, 0.25, 0.125, 0.125];

describe('code-builder', () => {
  it('has the reference values of five letters', () => {
    const { expected } = oracleCases<{ p: number[] }, Record<string, number>>('05_codes', 'symbol_codes').find(({ input }) => input.p.length === 5 && input.p[0] === 0.4)!; // prettier-ignore
    const code = compute(valuesOf());
    closeInBits(code.entropy, expected.H_bits);
    close(code.huffman, expected.huffman_expected_bits);
    close(code.shannon!, expected.shannon_expected_bits);
    close(preset('shannon').kraft, expected.kraft_shannon);
    close(code.mean, 2.15);
  });

  it('has the reference values of blocks', () => {
    const code = preset('coin');
    for (const { input, expected } of oracleCases<{ p: number[]; block: number }, Record<string, number>>(
      '05_codes',
      'block_huffman_convergence',
    ))
      close(code.blocks[input.block - 1], expected.huffman_bits_per_symbol);
    expect([2, 3, 4, 5, 6].map(longestBlock)).toEqual([12, 7, 6, 5, 4]);
  });

  it('says whether a code can be read back', () => {
    expect(verdictOf(preset('weather'))).toBe('prefix');
    expect(verdictSentence(preset('shannon'), say)).toMatch(/28 percent of the shelf is empty\.$/);
    expect(verdictSentence(preset('below'), say)).toBe('00 can be AA or C: nobody can read this code back.');
    expect(verdictOf(preset('waits'))).toBe('waits');
    const part = compute(valuesOf({ p: weather, words: ',0,01,10' }));
    expect(verdictOf(part)).toBe('incomplete');
    // Symbols of a reading are named as they are, not as they are counted among the words.
    expect(verdictSentence(part, say)).toBe('010 can be BD or CB: nobody can read this code back.');
    expect(verdictSentence(compute(valuesOf({ p: weather, words: '0' })), say)).toBe('B, C, D without a word yet.');
  });

  it('goes below the entropy only where nobody can read it back', () => {
    const below = preset('below');
    close(below.mean, 1.25);
    closeInBits(below.entropy, 1.75);
    expect(below.kraft).toBe(1.5);
    // As short as a prefix code can be, and no shorter.
    close(preset('waits').mean, 1.75);
    expect(preset('waits').kraft).toBe(kraftSum([1, 2, 3, 3]));
  });

  it('writes the digits over the bar of the reader’s code, however near the entropy is', () => {
    for (const words of ['1,01,10,110,111', '00,01,10,110,111', '0,10,110,1110,1111', '0,1,00,01,10']) {
      const values = valuesOf({ words });
      const model = compute(values);
      for (const width of [280, 358, 640])
        expect(drawn(View, { values, model, width, say })).toMatch(new RegExp(`>${say.number(model.mean)}</text>`));
    }
  });

  it('says of fewer and more words what it says of none', () => {
    const { words } = compute(valuesOf({ p: [0.5, 0.5], words: '0,10,11' }));
    expect(words).toEqual(['0', '10']);
    expect(params.words.parse('012').problem).toMatch(/^The words: /);
    expect(compute(valuesOf({ p: [1, 0], words: '' })).shannon).toBeUndefined();
  });

  it('has numbers for a law from an address in which something hardly ever comes', () => {
    for (const tiny of [5e-324, 1e-320, 1e-308, 1e-301, 1e-17]) {
      const two = params.p.parse(`${tiny},1`);
      const three = params.p.parse(`0.5,${tiny},0.5`);
      expect([two.problem, three.problem]).toEqual([undefined, undefined]);
      const [sure, nearly] = [two, three].map(({ value }) => compute(valuesOf({ p: value, words: '0,10,11' })));
      // By Shannon’s rule the others would take the whole shelf.
      expect([sure.huffman, sure.fano, sure.shannon]).toEqual([1, 1, undefined]);
      expect(nearly.shannon).toBeUndefined();
      for (const code of [sure, nearly])
        for (const law of spec.laws) expect(law.gap(code, valuesOf()), law.name).toBeLessThanOrEqual(law.tolerance);
    }
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });

  it('gives the hint that fits a full shelf', () => {
    const hintFor = (words: string) => {
      const values = valuesOf({ words });
      return spec.challenges[0].hints.find(({ when }) => when(compute(values), values))!.say;
    };
    expect(hintFor('0,100,101,110,111')).toMatch(/for B saves 0\.3, and a digit more for D and E costs 0\.15/);
    expect(hintFor('00,01,10,110,111')).toMatch(/for A saves 0\.4/);
    expect(hintFor('0,1110,110,10,1111')).toMatch(/^A rarer symbol/);
  });

  it('has said what the page says in numbers', () => {
    const fixed = (code: ReturnType<typeof compute>, ...ks: number[]) => ks.map((k) => code.blocks[k - 1].toFixed(3));
    expect(fixed(preset('coin'), 1, 2, 3)).toEqual(['1.000', '0.645', '0.533']);
    expect((3 * preset('coin').blocks[2]).toFixed(3)).toBe('1.598');
    expect(preset('coin').blocks[6]).toBeGreaterThan(preset('coin').blocks[5]);
    expect(fixed(preset('seven-tenths'), 1, 2)).toEqual(['1.000', '0.905']);
    expect(preset('seven-tenths').blocks[2]).toBeGreaterThan(preset('seven-tenths').blocks[1]);
    expect(fixed(compute(valuesOf({ p: [0.4, 0.6] })), 2, 3)).toEqual(['1.000', '0.981']);
    const sure = compute(valuesOf({ p: [0.99, 0.01] }));
    expect([(sure.entropy / Math.LN2).toFixed(3), sure.huffman, sure.shannon!.toFixed(2), sure.blocks[9].toFixed(3)]).toEqual(['0.081', 1, '1.06', '0.136']); // prettier-ignore
    const fano = preset('fano');
    expect([fano.mean, fano.huffman].map((n) => n.toFixed(2))).toEqual(['2.31', '2.30']);
  });
});
