import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../../fixtures/arbitrary.ts';
import { blockCounts, blockEntropy } from './block-entropy.ts';

const sequence = fc.array(fc.constantFrom(0, 1, 12), { minLength: 4, maxLength: 40 });

describe('block entropy', () => {
  it('counts every place where a block could begin', () => {
    expect(blockCounts([0, 1, 0, 1, 0], 2)).toEqual([2, 2]);
    // 1, 12 and 11, 2 are different blocks.
    expect(blockCounts([1, 12, 11, 2], 2)).toEqual([1, 1, 1]);
    fc.assert(
      fc.property(sequence, fc.integer({ min: 1, max: 4 }), (symbols, k) => {
        expect(blockCounts(symbols, k).reduce((a, b) => a + b, 0)).toBe(symbols.length - k + 1);
      }),
    );
  });

  it('is at most the logarithm of the number of places and of possible blocks', () => {
    fc.assert(
      fc.property(sequence, fc.integer({ min: 1, max: 4 }), (symbols, k) => {
        const most = Math.min(k * Math.log(3), Math.log(symbols.length - k + 1));
        expect(blockEntropy(symbols, k)).toBeLessThanOrEqual(most + 1e-12);
        expect(blockEntropy(symbols, k)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('needs blocks that fit', () => {
    expect(() => blockEntropy([], 1)).toThrow('k must be at most the length of the sequence, 0, got 1');
    expect(() => blockEntropy([1, 2], 3)).toThrow('got 3');
    expect(() => blockEntropy([1, 2], 0)).toThrow('k must be a whole number of at least 1');
  });
});
