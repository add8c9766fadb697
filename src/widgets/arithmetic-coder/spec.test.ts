import { describe, expect, it } from 'vitest';
import { sayIn } from '#contract/say.ts';
import { defaultValues } from '#contract/values.ts';
import { logLikelihoods, twoCoins } from '#sim/coin-mixture.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { blockHuffmanLength } from '#theory/codes/symbol-code.ts';
import { expectSolvable } from '../../../fixtures/challenges.ts';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { boxesOf, compute, middleOf } from './model.ts';
import { params, type Asked } from './parameters.ts';
import { spec } from './spec.ts';

const valuesOf = (change: Partial<Asked> = {}): Asked => ({ ...defaultValues(params), ...change });
const read = (id: keyof typeof spec.readouts, change: Partial<Asked> = {}) =>
  spec.readouts[id].of(compute(valuesOf(change)), valuesOf(change));
const described = (change: Partial<Asked>) => spec.describe(compute(valuesOf(change)), valuesOf(change), sayIn('bits'));
const preset = (id: string) => spec.presets.find((one) => one.id === id)!.values;

describe('arithmetic-coder', () => {
  it('has aab as it is worked by hand', () => {
    const { stages, word } = compute(valuesOf());
    expect(stages.map(({ low, end }) => `${low} ${end}`)).toEqual(['0 1', '0 3/4', '0 9/16', '27/64 9/16']);
    expect(stages.map(({ settled }) => settled)).toEqual(['', '', '', '']);
    expect(word).toBe('0111');
    closeInBits(read('ideal'), Math.log2(64 / 9));
    close(read('overhead'), 4 - Math.log2(64 / 9), 1e-12);
    expect([read('length'), read('enough'), read('huffman'), read('symbols')]).toEqual([4, 4, 3, 3]);
    close(read('probability'), 9 / 64, 1e-15);
    // Boxes of 1/16: the first that begins within is [7/16, 8/16).
    expect([read('boxEnd'), read('low'), read('end')]).toEqual([1 / 2, 27 / 64, 9 / 16]);
    close(read('needed'), Math.log2(128 / 9), 1e-12);
  });

  it('draws the digits on the scale of the interval', () => {
    const boxes = boxesOf(compute(valuesOf()), valuesOf());
    expect(boxes.map(({ digit }) => digit).join('')).toBe('0111');
    close(boxes[3].from, 1 / 9, 1e-15);
    close(boxes[3].to, 5 / 9, 1e-15);
    // One half, where the first digit turns, is 5/9 of the way from 27/64 to 36/64.
    close(middleOf(compute(valuesOf()), valuesOf()), 5 / 9, 1e-15);
    close(boxes[0].other[0], 5 / 9, 1e-15);
  });

  it('spends less than half a digit on a toss of a skewed coin, where a word takes a whole one', () => {
    closeInBits(read('expected', { a: 9 }), binaryEntropy(0.1) / Math.LN2);
    expect((read('expected', { a: 9 }) / Math.LN2).toFixed(2)).toBe('0.47');
    expect(read('huffmanExpected', { a: 9 })).toBe(blockHuffmanLength([0.9, 0.1], 1));
    const skewed = preset('skewed');
    expect([read('length', skewed), read('huffman', skewed)]).toEqual([10, 20]);
    closeInBits(read('ideal', skewed), 18 * Math.log2(10 / 9) + 2 * Math.log2(10));
  });

  it('pays the closed forms of the counting rules', () => {
    // Laplace: h! t!/(n + 1)!; Krichevsky and Trofimov for seven of seven: C(14, 7)/4⁷, then ½/8.
    closeInBits(read('ideal', preset('laplace')), Math.log2(72));
    closeInBits(read('soFar', preset('laplace')), 3);
    closeInBits(read('ideal', preset('half-counts')), Math.log2(16384 / 3432) + 4);
    closeInBits(read('ideal', { predictor: 'laplace', message: 'abababab' }), Math.log2(9 * 70));
    // After a: (a, b) came 0 and 0 times, then 1 and 0, then 1 and 1.
    closeInBits(read('ideal', { predictor: 'first', message: 'aabaa' }), Math.log2(2 * 2 * 3 * 2 * 2));
  });

  it('pays for a coin that is one of two what the mixture says', () => {
    const { message } = preset('coins');
    const heads = [...message!].filter((letter) => letter === 'a').length;
    const likelihoods = logLikelihoods(twoCoins, heads, message!.length - heads).map(Math.exp);
    close(read('ideal', preset('coins')), -Math.log((likelihoods[0] + likelihoods[1]) / 2), 1e-12);
  });

  it('holds all digits back around one half, and lets them go together', () => {
    const { stages } = compute(valuesOf(preset('straddle')));
    expect(stages.map(({ settled }) => settled.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 10]);
    expect(read('waiting', preset('straddle'))).toBe(8);
  });

  it('lets the decoder know each symbol as soon as it is certain', () => {
    // aab: below one half all begin with aa; of 011… all but those from 9/16 on, which are none.
    expect(compute(valuesOf()).certain).toEqual([0, 2, 2, 2, 3]);
    expect(described(preset('decode'))).toBe('One digit of 4 has arrived: 0. Certain: aa. The next one may be a or b, within [0, 9/16).'); // prettier-ignore
    expect(described({ direction: 'receive', arrived: 4 })).toBe('4 digits of 4 have arrived: 0111. Certain: aab. That is all.'); // prettier-ignore
    expect(described({ direction: 'receive', arrived: 0 })).toContain('No symbol is certain yet. The next one may be a or b'); // prettier-ignore
  });

  it('pays four bits for an end, and a little for each symbol before it', () => {
    closeInBits(read('ending', preset('ended')), 4 + 3 * Math.log2(16 / 15));
    expect(read('ending')).toBe(0);
    const { read: decoded } = compute(valuesOf({ ...preset('ended'), direction: 'receive' }));
    expect(decoded).toEqual([0, 0, 1, 2]);
  });

  it('reads another text where the decoder is one unit off', () => {
    const off = preset('off-by-one');
    expect(read('wrong', off)).toBe(9);
    expect(compute(valuesOf(off)).read.slice(0, 5)).toEqual([0, 1, 0, 2, 0]);
    expect(read('wrong', { ...off, slip: 0 })).toBe(0);
    expect(described(off)).toContain('The text that was sent is abacabaabcaababaacababaa.');
  });

  it('codes nothing, and nothing after a letter that it holds for impossible', () => {
    expect([read('ideal', { message: '' }), read('length', { message: '' }), read('each', { message: '' })]).toEqual([0, 0, 0]); // prettier-ignore
    expect(described({ message: '' })).toMatch(
      /^The empty text has the probability 1 .*; its code is empty, 0 digits\. /,
    );
    expect(described({ message: 'aca' })).toMatch(
      /^Before the c, which has no share\. The text a has the probability 3\/4 /,
    );
    expect(params.message.parse('abxba')).toEqual({ value: 'abba', problem: 'Text: at most 24 of the letters a, b and c are used, “abba”.' }); // prettier-ignore
  });

  it('has challenges that begin unsolved with a hint, and whose solutions count', () => {
    const stateOf = (values: Asked) => ({ values, model: spec.compute(values) });
    for (const challenge of spec.challenges) {
      const { start, solution } = challenge;
      expectSolvable(challenge, stateOf(valuesOf(start)), stateOf(valuesOf({ ...start, ...solution })));
    }
  });
});
