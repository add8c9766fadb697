import { describe, expect, it } from 'vitest';
import { entropy } from '#theory/measures/entropy.ts';
import { fibonacciWord, thueMorse } from '#sim/sequences.ts';
import { longestTaps, registerDigits } from '#sim/linear-register.ts';
import { blockCounts, blockEntropies, blockEntropy } from './block-entropy.ts';
import { fibonacciBlocks, registerBlockEntropy, thueMorseBlocks } from './word-frequencies.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('the blocks of endless words', () => {
  it('of Thue and Morse are as many as is known, and as frequent as in a long piece', () => {
    const word = thueMorse(2 ** 12).join('');
    for (const k of [1, 2, 3, 4, 5, 6, 8, 9, 12, 13, 20]) {
      const law = thueMorseBlocks(k);
      close(sum(law.values()), 1, 1e-12);
      // Brlek: for k − 1 = 2^m + r with 0 ≤ r < 2^m, 6·2^m + 4r up to the middle and 8·2^m + 2r after it.
      if (k >= 3) {
        const m = Math.floor(Math.log2(k - 1));
        const r = k - 1 - 2 ** m;
        expect(law.size).toBe(r < 2 ** (m - 1) ? 3 * 2 ** m + 4 * r : 4 * 2 ** m + 2 * r);
      }
      expect(law.size).toBeLessThanOrEqual(Math.max(4, (10 * k) / 3));
      const seen = new Map<string, number>();
      for (let i = 0; i + k <= word.length; i++) {
        const block = word.slice(i, i + k);
        seen.set(block, (seen.get(block) ?? 0) + 1 / (word.length - k + 1));
      }
      expect([...seen.keys()].sort()).toEqual([...law.keys()].sort());
      const off = Math.max(...[...seen].map(([block, share]) => Math.abs(share - law.get(block)!)));
      expect(off).toBeLessThan(3e-3);
    }
  });

  it('of Thue and Morse have the shorter ones for their beginnings and ends', () => {
    for (const k of [2, 3, 4, 5, 9, 16, 20])
      for (const cut of [(w: string) => w.slice(1), (w: string) => w.slice(0, -1)]) {
        const shorter = new Map<string, number>();
        for (const [word, share] of thueMorseBlocks(k)) shorter.set(cut(word), (shorter.get(cut(word)) ?? 0) + share);
        for (const [word, share] of thueMorseBlocks(k - 1)) close(shorter.get(word)!, share, 1e-12);
      }
  });

  it('of Fibonacci are k + 1, and as frequent as in a long piece', () => {
    // A one is as rare as 1/φ², and never has another beside it.
    const rare = (3 - Math.sqrt(5)) / 2;
    close(Math.min(...fibonacciBlocks(1)), rare, 1e-12);
    closeAll(
      fibonacciBlocks(2).sort((a, b) => a - b),
      [1 - 2 * rare, rare, rare],
      1e-12,
    );
    const word = fibonacciWord(6000);
    for (const k of [1, 2, 3, 7, 13, 20]) {
      const law = fibonacciBlocks(k).sort((a, b) => a - b);
      expect(law).toHaveLength(k + 1);
      close(sum(law), 1, 1e-12);
      const counts = blockCounts(word, k).sort((a, b) => a - b);
      counts.forEach((count, i) => expect(Math.abs(count / (word.length - k + 1) - law[i])).toBeLessThan(2e-3));
      close(entropy(law), blockEntropy(word, k), 5e-3);
    }
  });

  it('of a register are those of its whole period', () => {
    for (const cells of [4, 10]) {
      const register = { taps: longestTaps(cells), seed: [1, ...Array<number>(cells - 1).fill(0)] };
      for (const k of [1, 2, cells - 1, cells, cells + 2]) {
        const around = registerDigits(register, 2 ** cells - 1 + k - 1);
        close(registerBlockEntropy(cells, k), blockEntropies(around, k)[k], 1e-9);
      }
    }
    expect(registerBlockEntropy(16, 0)).toBeCloseTo(0, 12);
  });
});

describe('block entropies of all lengths at once', () => {
  it('are those of each length by itself', () => {
    for (const sequence of [thueMorse(300), fibonacciWord(77), [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [0, 0, 0]]) {
      const most = Math.min(12, sequence.length);
      const all = blockEntropies(sequence, most);
      expect(all).toHaveLength(most + 1);
      for (let k = 1; k <= most; k++) close(all[k], blockEntropy(sequence, k), 1e-12);
    }
    expect(blockEntropies([], 0)).toEqual([0]);
    expect(() => blockEntropies([0, 1], 3)).toThrow('most');
  });
});
