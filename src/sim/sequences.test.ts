import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../fixtures/oracle.ts';
import { blockCounts, blockEntropy } from '#theory/chains/block-entropy.ts';
import { lempelZivCosts, lempelZivPhrases, lempelZivRate, sequenceOfPhrases } from './lempel-ziv.ts';
import { digitsOfPi, fibonacciWord, logisticOrbit, roundedLogistic, thresholded, thueMorse } from './sequences.ts';
import { registerStates, shiftRegister, surprisalsKnowingRegister } from './shift-register.ts';

const digits = (text: string) => [...text].map(Number);

describe('sequences', () => {
  it('have the reference phrases and block entropies', () => {
    const made: Record<string, ArrayLike<number>> = {
      fibonacci_word_512: fibonacciWord(512),
      thue_morse_512: thueMorse(512),
      zeros_512: new Uint8Array(512),
      alternating_512: Uint8Array.from({ length: 512 }, (_, i) => i % 2),
    };
    for (const { name = '', input, expected } of oracleCases<{ string: string }>(
      '05_codes',
      'lz78_and_block_entropies',
    )) {
      const sequence = digits(input.string);
      // The fifth was drawn elsewhere.
      if (name in made) expect(Array.from(made[name])).toEqual(sequence);
      else expect(name).toBe('numpy_default_rng(123)_512');
      expect(lempelZivPhrases(sequence)).toHaveLength(expected.lz78_phrases);
      closeInBits(lempelZivRate(sequence), expected.lz78_estimate_bits_per_char);
      for (const k of [1, 2, 4]) closeInBits(blockEntropy(sequence, k), expected[`block_entropy_${k}_bits`]);
    }
  });

  it('of Thue and Morse are their own halves, and have no block three times in a row', () => {
    const word = thueMorse(256);
    for (let i = 0; i < 128; i++) {
      expect(word[2 * i]).toBe(word[i]);
      expect(word[2 * i + 1]).toBe(1 - word[i]);
    }
    expect(word.join('')).not.toMatch(/(.+)\1\1/);
  });

  it('of Fibonacci have k + 1 blocks of length k, and zeros in the golden ratio', () => {
    const word = fibonacciWord(987);
    for (let k = 1; k <= 20; k++) expect(blockCounts(word, k)).toHaveLength(k + 1);
    expect(word.filter((symbol) => symbol === 0)).toHaveLength(610);
    // Symbol i is 0 if and only if ⌊(i + 2)/φ⌋ − ⌊(i + 1)/φ⌋ is 1.
    const phi = (1 + Math.sqrt(5)) / 2;
    word.forEach((symbol, i) => expect(symbol).toBe(1 - (Math.floor((i + 2) / phi) - Math.floor((i + 1) / phi))));
  });

  it('of the logistic map follow sin²(2ⁱ φ) at r = 4 until rounding has doubled too often, and settle for small r', () => {
    const phi = 0.3;
    logisticOrbit(Math.sin(phi) ** 2, 4, 20).forEach((x, i) => {
      expect(Math.abs(x - Math.sin(2 ** i * phi) ** 2)).toBeLessThan(1e-15 * 4 ** i + 1e-9);
    });
    // The fixed point 1 − 1/r.
    close(logisticOrbit(0.2, 2.5, 200)[199], 0.6);
    const bits = thresholded(logisticOrbit(0.3, 4, 4096), 0.5);
    expect(blockEntropy(bits, 4) / (4 * Math.LN2)).toBeGreaterThan(0.99);
  });

  it('of π are those of its known hexadecimal digits, and of its decimal ones', () => {
    const hexadecimal = '243f6a8885a308d313198a2e03707344a4093822299f31d0082efa98ec4e6c89';
    expect(digitsOfPi(256).join('')).toBe([...hexadecimal].map((h) => parseInt(h, 16).toString(2).padStart(4, '0')).join('')); // prettier-ignore
    const behind = BigInt(`0b${digitsOfPi(4096).join('')}`);
    expect(((behind * 10n ** 50n) >> 4096n).toString()).toBe('14159265358979323846264338327950288419716939937510');
    // The last digits do not depend on how many are asked for.
    expect([...digitsOfPi(1000)]).toEqual([...digitsOfPi(4096).slice(0, 1000)]);
    expect(digitsOfPi(0)).toHaveLength(0);
  });

  it('of the rounded logistic map are those of whole numbers, and go in a circle from where they say', () => {
    for (const [precision, start] of [
      [8, 77],
      [12, 1234],
      [26, 12_345_678],
      [3, 8],
    ]) {
      const { digits, first, again } = roundedLogistic(precision, start, 3000);
      let state = BigInt(start);
      const one = 1n << BigInt(precision);
      const states: bigint[] = [];
      for (let i = 0; i < 3000; i++) {
        states.push(state);
        expect(digits[i] === 1).toBe(2n * state >= one);
        state = (4n * state * (one - state)) / one;
      }
      const repeat = states.findIndex((one, i) => states.indexOf(one) < i);
      expect(roundedLogistic(precision, start, 3000).again ?? -1).toBe(repeat);
      if (again !== undefined) expect(states[first!]).toBe(states[again]);
    }
  });

  it('refuse what has no length and no orbit', () => {
    for (const make of [thueMorse, fibonacciWord]) {
      expect(make(0)).toHaveLength(0);
      expect(() => make(-1)).toThrow('length must be a whole number of at least 0, got -1');
    }
    expect(() => logisticOrbit(1.1, 4, 5)).toThrow('start must be between 0 and 1, got 1.1');
    expect(() => logisticOrbit(0.5, NaN, 5)).toThrow('r must be between 0 and 4, got NaN');
  });
});

describe('the phrases of Lempel and Ziv', () => {
  const symbols = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 60 });

  it('make the sequence again', () => {
    fc.assert(
      fc.property(symbols, (sequence) => {
        expect(sequenceOfPhrases(lempelZivPhrases(sequence))).toEqual(sequence);
      }),
    );
  });

  it('are all different, the last excepted, and each begins with one before it', () => {
    fc.assert(
      fc.property(symbols, (sequence) => {
        // Greedy cutting with a set of words.
        const words: string[] = [];
        let word = '';
        for (const symbol of sequence) {
          word += symbol;
          if (words.includes(word)) continue;
          words.push(word);
          word = '';
        }
        if (word !== '') words.push(word);
        const phrases = lempelZivPhrases(sequence);
        const texts = phrases.map((_, i) => sequenceOfPhrases(phrases.slice(0, i + 1)).join(''));
        expect(texts.map((text, i) => text.slice(texts[i - 1]?.length ?? 0))).toEqual(words);
      }),
    );
  });

  it('cost what each of them names: one of those before it and a symbol', () => {
    // 0, 1, 01, 10 and then 0 once more: 1 · 2 · 3 · 4 · 5 ways to begin, and four digits.
    const points = lempelZivCosts([0, 1, 0, 1, 1, 0, 0], 2);
    expect(points.map(({ read }) => read)).toEqual([1, 2, 4, 6, 7]);
    close(points[4].nats, Math.log(120) + 4 * Math.LN2);
    fc.assert(
      fc.property(symbols, (sequence) => {
        const last = lempelZivCosts(sequence, 3).at(-1);
        expect(last?.read ?? 0).toBe(sequence.length);
      }),
    );
    // As many texts as there are: the lengths satisfy Kraft’s inequality for each n.
    for (const n of [1, 5, 9]) {
      const all = Array.from({ length: 2 ** n }, (_, i) => Array.from({ length: n }, (_, j) => (i >> j) & 1));
      const kraft = all.reduce((sum, word) => sum + Math.exp(-lempelZivCosts(word, 2).at(-1)!.nats), 0);
      expect(kraft).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it('come to the entropy rate, slowly', () => {
    const bits = shiftRegister(1, 60_000);
    const rate = (n: number) => lempelZivRate(bits.slice(0, n)) / Math.LN2;
    const rates = [600, 6000, 60_000].map(rate);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(rates[2]).toBeGreaterThan(1);
    expect(rates[2]).toBeLessThan(1.2);
    expect(lempelZivRate(new Uint8Array(60_000))).toBeLessThan(0.04);
  });

  it('refuse references to what has not come', () => {
    expect(() => sequenceOfPhrases([{ prefix: 1, symbol: 0 }])).toThrow('phrases[0].prefix');
    expect(() => lempelZivRate([])).toThrow('sequence must have at least one entry, got none');
  });
});

describe('the shift register', () => {
  it('has the reference digits, and costs what the three observers pay', () => {
    const cases = oracleCases<{ n: number; first64: string }>('05_codes', 'does_information_exist_PRNG');
    for (const { input, expected } of cases) {
      const sequence = shiftRegister(0xace1, input.n);
      expect(sequence.slice(0, 64).join('')).toBe(input.first64);
      expect(sequence.reduce((a, b) => a + b, 0)).toBe(expected.ones);
      for (const k of [1, 4, 8]) closeInBits(blockEntropy(sequence, k), expected[`block_entropy_${k}_bits`]);
      expect(lempelZivPhrases(sequence)).toHaveLength(expected.lz78_phrases);
      closeInBits(input.n * Math.LN2, expected.log_loss_bits_iid_half_model);
      closeInBits(
        surprisalsKnowingRegister(sequence).reduce((a, b) => a + b, 0),
        expected.log_loss_bits_model_knowing_generator_uniform_nonzero_seed,
      );
    }
  });

  it('meets all states before the first comes again', () => {
    const sequence = shiftRegister(1, registerStates + 16);
    const states = new Set<number>();
    let state = 0;
    sequence.forEach((digit, i) => {
      state = (state >> 1) | (digit << 15);
      if (i >= 15 && i < registerStates + 15) states.add(state);
    });
    expect(states.size).toBe(registerStates);
    expect(state).toBe(1);
  });

  it('is predicted as by counting the seeds that are left', () => {
    const all = Array.from({ length: registerStates }, (_, i) => i + 1);
    for (const seed of [1, 0xace1, 0xffff, 0x8000]) {
      const sequence = shiftRegister(seed, 20);
      let left = all;
      surprisalsKnowingRegister(sequence).forEach((nats, i) => {
        // The first 16 digits are the seed, lowest first.
        const after = i < 16 ? left.filter((other) => ((other >> i) & 1) === sequence[i]) : left;
        close(nats, Math.log(left.length / after.length));
        left = after;
      });
      expect(left).toEqual([seed]);
    }
  });

  it('is never all zeros, nor anything else than itself', () => {
    expect(surprisalsKnowingRegister(new Uint8Array(16))[15]).toBe(Infinity);
    expect(surprisalsKnowingRegister(new Uint8Array(17))[16]).toBe(Infinity);
    const wrong = shiftRegister(5, 20);
    wrong[18] = 1 - wrong[18];
    expect([...surprisalsKnowingRegister(wrong).slice(16)]).toEqual([0, 0, Infinity, 0]);
  });

  it('refuses what is no seed and no digit', () => {
    for (const seed of [0, 65_536, 1.5, NaN]) expect(() => shiftRegister(seed, 3)).toThrow(`got ${seed}`);
    expect(() => shiftRegister(1, -1)).toThrow('length');
    expect(() => surprisalsKnowingRegister([0, 2])).toThrow('digits[1] must be 0 or 1, got 2');
  });
});
