import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { shannonGuessingBounds } from './guessing-game.ts';
import {
  blockHuffmanLength,
  expectedLength,
  huffmanLengths,
  isPrefixFree,
  kraftSum,
  lawOfBlocks,
  oneToOneLengths,
  shannonFanoEliasLengths,
  shannonFanoEliasWords,
  shannonLengths,
  wordsOfLengths,
} from './symbol-code.ts';

interface Law {
  p: number[];
}

/** A law without zeros over two to seven symbols. */
const positiveLaw = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 7 })
  .map((weights) => weights.map((w) => w / weights.reduce((a, b) => a + b, 0)));

const bits = (nats: number) => nats / Math.LN2;

/** Every set of lengths up to a bound that has a prefix code: the best mean over all of them, by brute force. */
function bestMean(p: readonly number[]): number {
  const most = p.length - 1;
  let best = Infinity;
  const extend = (lengths: number[]) => {
    if (lengths.reduce((t, l) => t + 2 ** -l, 0) > 1) return;
    if (lengths.length === p.length) best = Math.min(best, expectedLength(p, lengths));
    else for (let length = 1; length <= most; length++) extend([...lengths, length]);
  };
  extend([]);
  return best;
}

describe('symbol codes', () => {
  it('have the reference lengths', () => {
    const cases = oracleCases<Law, Record<string, number> & Record<`${string}lengths`, number[]>>(
      '05_codes',
      'symbol_codes',
    );
    for (const { input, expected } of cases) {
      closeInBits(entropy(input.p), expected.H_bits);
      const huffman = huffmanLengths(input.p);
      close(expectedLength(input.p, huffman), expected.huffman_expected_bits);
      expect(kraftSum(huffman)).toBe(1);
      expect([...huffman].sort((a, b) => a - b)).toEqual(expected.huffman_sorted_lengths);
      expect(shannonLengths(input.p)).toEqual(expected.shannon_lengths);
      close(expectedLength(input.p, shannonLengths(input.p)), expected.shannon_expected_bits);
      close(kraftSum(shannonLengths(input.p)), expected.kraft_shannon);
      expect(shannonFanoEliasLengths(input.p)).toEqual(expected.sfe_lengths);
      close(expectedLength(input.p, shannonFanoEliasLengths(input.p)), expected.sfe_expected_bits);
    }
  });

  it('in blocks approach the entropy as in the reference', () => {
    for (const { input, expected } of oracleCases<Law & { block: number }>('05_codes', 'block_huffman_convergence')) {
      close(blockHuffmanLength(input.p, input.block), expected.huffman_bits_per_symbol);
      closeInBits(entropy(input.p), expected.H_bits);
    }
  });

  it('that need not be prefix-free go below the entropy as in the reference', () => {
    for (const { input, expected } of oracleCases<Law>('05_codes', 'one_to_one_code_beats_entropy')) {
      close(expectedLength(input.p, oneToOneLengths(input.p)), expected.one_to_one_expected_bits);
      closeInBits(entropy(input.p), expected.H_bits);
    }
  });

  it('made for the wrong law pay the relative entropy', () => {
    for (const { input, expected } of oracleCases<Law & { q: number[] }>('05_codes', 'code_mismatch')) {
      const mean = expectedLength(input.p, shannonLengths(input.q));
      close(mean, expected.shannon_code_for_q_expected_bits);
      closeInBits(entropy(input.p), expected.H_p_bits);
      closeInBits(crossEntropy(input.p, input.q), expected.CE_bits);
      closeInBits(relativeEntropy(input.p, input.q), expected.KL_bits);
      expect(mean).toBeGreaterThanOrEqual(expected.H_p_bits + expected.KL_bits - 1e-12);
      expect(mean).toBeLessThan(expected.H_p_bits + expected.KL_bits + 1);
    }
  });

  it('keep Kraft’s inequality and the bounds on their means', () => {
    fc.assert(
      fc.property(positiveLaw, (p) => {
        const h = bits(entropy(p));
        const [huffman, shannon] = [huffmanLengths(p), shannonLengths(p)];
        expect(kraftSum(huffman)).toBe(1);
        expect(kraftSum(shannon)).toBeLessThanOrEqual(1);
        expect(expectedLength(p, huffman)).toBeGreaterThanOrEqual(h - 1e-12);
        expect(expectedLength(p, huffman)).toBeLessThanOrEqual(expectedLength(p, shannon) + 1e-12);
        expect(expectedLength(p, shannon)).toBeLessThan(h + 1);
        expect(expectedLength(p, oneToOneLengths(p))).toBeLessThanOrEqual(h + 1e-12);
        const blocks = [1, 2, 3].map((block) => blockHuffmanLength(p, block));
        blocks.forEach((mean, i) => expect(mean).toBeLessThan(h + 1 / (i + 1)));
      }),
      { numRuns: 50 },
    );
  });

  it('of Huffman are the best of all, by trying all', () => {
    fc.assert(fc.property(distributionOf(4), (p) => close(expectedLength(p, huffmanLengths(p)), bestMean(p))));
  });

  it('have words that no other begins with, of the lengths asked for', () => {
    fc.assert(
      fc.property(positiveLaw, (p) => {
        for (const lengths of [huffmanLengths(p), shannonLengths(p)]) {
          const words = wordsOfLengths(lengths);
          expect(words.map((word) => word.length)).toEqual(lengths);
          expect(isPrefixFree(words)).toBe(true);
        }
        const elias = shannonFanoEliasWords(p);
        expect(elias.map((word) => word.length)).toEqual(shannonFanoEliasLengths(p));
        expect(isPrefixFree(elias)).toBe(true);
      }),
    );
    expect(shannonFanoEliasWords([0.25, 0.5, 0.125, 0.125])).toEqual(['001', '10', '1101', '1111']);
    expect(wordsOfLengths([2, 1, 3, 3])).toEqual(['10', '0', '110', '111']);
  });

  it('do not depend on how symbols are called', () => {
    fc.assert(
      fc.property(positiveLaw, (p) => {
        const turned = [...p].reverse();
        close(expectedLength(turned, huffmanLengths(turned)), expectedLength(p, huffmanLengths(p)));
        close(expectedLength(turned, oneToOneLengths(turned)), expectedLength(p, oneToOneLengths(p)));
      }),
    );
  });

  it('of a certain symbol need no digit', () => {
    expect([huffmanLengths([1]), shannonLengths([1]), oneToOneLengths([1])]).toEqual([[0], [0], [0]]);
    expect(wordsOfLengths([0])).toEqual(['']);
  });

  it('take exact powers of two at their word', () => {
    expect(shannonLengths([2 ** -52, 1 - 2 ** -52])).toEqual([52, 1]);
    for (let k = 1; k < 50; k++) expect(shannonLengths([2 ** -k, 1 - 2 ** -k])[0]).toBe(k);
  });

  it('know what is prefix-free', () => {
    expect(isPrefixFree(['0', '10', '11'])).toBe(true);
    expect(isPrefixFree(['0', '01'])).toBe(false);
    expect(isPrefixFree(['10', '0', '10'])).toBe(false);
    expect(isPrefixFree(['', '0'])).toBe(false);
  });

  it('reject what has no code', () => {
    expect(() => wordsOfLengths([1, 1, 2])).toThrow('lengths must have a Kraft sum of at most 1, got 1.25');
    expect(() => shannonLengths([1, 0])).toThrow(new RangeError('p[1] must be positive to have a word, got 0'));
    expect(() => kraftSum([-1])).toThrow(new RangeError('lengths[0] must be a whole number of at least 0, got -1'));
    expect(() => expectedLength([1], [1, 2])).toThrow('lengths must have one entry per probability, 1, got 2');
    expect(() => lawOfBlocks([0.5, 0.5], 17)).toThrow('block must make at most 65536 blocks');
    expect(() => blockHuffmanLength([0.5, 0.5], 0)).toThrow(RangeError);
  });
});

describe('shannonGuessingBounds', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases<{ q: number[] }>('05_codes', 'shannon_1951_guess_rank_bounds')) {
      const { lower, upper } = shannonGuessingBounds(input.q);
      closeInBits(lower, expected.lower_bits);
      closeInBits(upper, expected.upper_bits);
    }
  });

  it('encloses the entropy of a source of several contexts', () => {
    fc.assert(
      fc.property(distributionOf(4), distributionOf(4), fc.double({ min: 0, max: 1, noNaN: true }), (a, b, weight) => {
        const ranked = (p: number[]) => [...p].sort((x, y) => y - x);
        const [q1, q2] = [ranked(a), ranked(b)];
        const { lower, upper } = shannonGuessingBounds(q1.map((q, i) => weight * q + (1 - weight) * q2[i]));
        const conditional = weight * entropy(a) + (1 - weight) * entropy(b);
        expect(lower).toBeLessThanOrEqual(conditional + 1e-12);
        expect(upper).toBeGreaterThanOrEqual(conditional - 1e-12);
      }),
    );
  });

  it('rejects guesses that get better', () => {
    expect(() => shannonGuessingBounds([0.2, 0.8])).toThrow(
      new RangeError('q must not rise, got 0.2 and then 0.8 at guess 2'),
    );
  });
});

it('gives the lengths that Huffman’s algorithm gives by hand', () => {
  // 0.05 and 0.10 are joined, then their 0.15 with the other 0.15, then 0.30 with 0.30, then 0.60 with 0.40.
  expect(huffmanLengths([0.4, 0.3, 0.15, 0.1, 0.05])).toEqual([1, 2, 3, 4, 4]);
  expect(huffmanLengths([0.5, 0.25, 0.125, 0.125])).toEqual([1, 2, 3, 3]);
});
