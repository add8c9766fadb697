import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { closeInBits, oracleCases } from '../../fixtures/oracle.ts';
import {
  decodeExactly,
  encodeExactly,
  type ExactPredictor,
  firstOrder,
  type Fraction,
  idealLength,
  independent,
  intervalOf,
  krichevskyTrofimov,
  laplace,
  shortestWord,
} from './exact-arithmetic-coder.ts';

interface Expected {
  readonly low: string;
  readonly width: string;
  readonly ideal_bits: number;
  readonly shortest_dyadic_codeword: string;
  readonly codeword_bits: number;
}

const models: Readonly<Record<string, ExactPredictor>> = {
  'iid_abr(5/11,2/11,1/11,1/11,2/11)': independent([5n, 2n, 1n, 1n, 2n]),
  laplace_A5: laplace(5),
  kt_A5: krichevskyTrofimov(5),
  'iid(.9,.1)': independent([9n, 1n]),
  'iid(.5,.5)': independent([1n, 1n]),
  kt_A2: krichevskyTrofimov(2),
  laplace_A2: laplace(2),
  'markov(.1/.9)': firstOrder(
    [1n, 1n],
    [
      [1n, 9n],
      [9n, 1n],
    ],
  ),
};

/** Whether a fraction, which is in lowest terms, is the one that is written, which need not be. */
function isWritten({ numerator, denominator }: Fraction, written: string): boolean {
  const [over, under] = written.split('/').map(BigInt);
  return numerator * under === over * denominator;
}

/** Weights that depend on the whole past, zeros among them, but not all. */
const anyPredictor =
  (salt: number): ExactPredictor =>
  (past) => {
    const h = past.reduce((t, symbol) => (t * 31 + symbol + 1) % 1009, salt);
    return [h % 5, (h >> 2) % 3, 1 + (h % 1000), h % 2].map(BigInt);
  };

describe('exact arithmetic coding', () => {
  it('has the reference intervals and code words', () => {
    const cases = oracleCases<{ seq: number[]; model: string }, Expected>('05_codes', 'exact_arithmetic_coding');
    for (const { input, expected } of cases) {
      const interval = intervalOf(input.seq, models[input.model]);
      expect(isWritten(interval.low, expected.low), `low ${expected.low}`).toBe(true);
      expect(isWritten(interval.width, expected.width), `width ${expected.width}`).toBe(true);
      closeInBits(idealLength(interval), expected.ideal_bits);
      const word = encodeExactly(input.seq, models[input.model]);
      expect(word).toBe(expected.shortest_dyadic_codeword);
      expect(word).toHaveLength(expected.codeword_bits);
      // The guarantee that the reference states.
      expect(word.length).toBeGreaterThanOrEqual(Math.ceil(expected.ideal_bits));
      expect(word.length).toBeLessThanOrEqual(Math.ceil(expected.ideal_bits) + 1);
      expect(decodeExactly(word, input.seq.length, models[input.model])).toEqual(input.seq);
    }
  });

  const seeds = fc.tuple(fc.array(fc.nat(1 << 20), { maxLength: 40 }), fc.nat(1000));

  it('gives back every sequence that can occur, with anything after its word', () => {
    fc.assert(
      fc.property(seeds, fc.stringMatching(/^[01]{0,9}$/), ([choices, salt], after) => {
        const predict = anyPredictor(salt);
        const symbols: number[] = [];
        for (const choice of choices) {
          const possible = predict(symbols).flatMap((weight, s) => (weight > 0n ? [s] : []));
          symbols.push(possible[choice % possible.length]);
        }
        const interval = intervalOf(symbols, predict);
        const word = shortestWord(interval);
        expect(decodeExactly(word + after, symbols.length, predict)).toEqual(symbols);
        expect(word.length).toBeLessThan(idealLength(interval) / Math.LN2 + 2);
      }),
    );
  });

  it('gives disjoint intervals that fill [0, 1), in order', () => {
    const predict = laplace(3);
    let end: Fraction = { numerator: 0n, denominator: 1n };
    for (let i = 0; i < 27; i++) {
      const { low, width } = intervalOf([Math.floor(i / 9), Math.floor(i / 3) % 3, i % 3], predict);
      expect(low).toEqual(end);
      const denominator = low.denominator * width.denominator;
      const numerator = low.numerator * width.denominator + width.numerator * low.denominator;
      end = { numerator, denominator };
      for (let divisor = 60n; divisor > 1n; divisor--) {
        while (end.numerator % divisor === 0n && end.denominator % divisor === 0n) {
          end = { numerator: end.numerator / divisor, denominator: end.denominator / divisor };
        }
      }
    }
    expect(end).toEqual({ numerator: 1n, denominator: 1n });
  });

  it('needs no digits for what is certain, and names widths that no double can hold', () => {
    expect(encodeExactly([], laplace(2))).toBe('');
    expect(encodeExactly([1, 1], independent([0n, 3n]))).toBe('');
    const zeros = Array<number>(400).fill(0);
    closeInBits(idealLength(intervalOf(zeros, independent([1n, 1023n]))), 400 * Math.log2(1024));
  });

  it('refuses symbols that cannot occur, weights that are none, words that are none', () => {
    expect(() => intervalOf([0, 2], laplace(2))).toThrow('symbols[1] must be a symbol of positive weight, got 2');
    expect(() => intervalOf([0], independent([0n, 1n]))).toThrow('got 0');
    expect(() => intervalOf([0], independent([1n, -1n]))).toThrow('weights[1] must be a bigint of at least 0, got -1');
    expect(() => intervalOf([0], independent([0n]))).toThrow('weights must not all be 0');
    expect(() => intervalOf([0], independent([]))).toThrow('got none');
    expect(() => intervalOf([0, 1], firstOrder([1n, 1n], []))).toThrow('got none');
    expect(() => decodeExactly('0', NaN, laplace(2))).toThrow('count must be a whole number of at least 0, got NaN');
    expect(() => decodeExactly('012', 1, laplace(2))).toThrow('word must be made of 0 and 1');
  });
});
