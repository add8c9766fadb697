import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../../fixtures/arbitrary.ts';
import { learnMerges } from './learn-merges.ts';
import { PIECE, Tokenizer } from './tokenizer.ts';

/** The rule read aloud: cuts the text anew, counts all pairs anew before every merge, replaces them by looking at neighbors. */
function directly(text: string, vocabulary: number): number[] {
  const encoder = new TextEncoder();
  let pieces = Array.from(text.matchAll(PIECE), ([piece]) => Array.from(encoder.encode(piece), (byte) => `${byte}`));
  const merges: number[] = [];
  while (256 + merges.length / 2 < vocabulary) {
    const counts = new Map<string, number>();
    for (const piece of pieces)
      piece.slice(1).forEach((right, i) => {
        const pair = `${piece[i]} ${right}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      });
    const numbers = (pair: string) => pair.split(' ').map(Number);
    const [best] = [...counts].sort(([a, countA], [b, countB]) => {
      const [[l, r], [m, s]] = [numbers(a), numbers(b)];
      return countB - countA || l - m || r - s;
    });
    if (!best) break;
    const fresh = `${256 + merges.length / 2}`;
    merges.push(...numbers(best[0]));
    const pattern = new RegExp(`(?<= )${best[0]} `, 'g');
    pieces = pieces.map((piece) => ` ${piece.join(' ')} `.replace(pattern, `${fresh} `).trim().split(' '));
  }
  return merges;
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', "'", '\n', '7', 'é', '😀'), maxLength: 60 });

describe('learning merges', () => {
  it('follows the rule, with all pairs counted anew', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 0, max: 20 }), (text, merges) => {
        expect(learnMerges(text, 256 + merges)).toEqual(directly(text, 256 + merges));
      }),
      { numRuns: 200 },
    );
  });

  it('agrees with learn_merges of train/tokenizer.py, run on two sentences', () => {
    const text =
      'It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness,\n' +
      "it was the epoch of belief, it was the epoch of incredulity; aaaa aaaa aaa in 1789 and 1790, it's -- isn't it? --";
    // Typographic punctuation comes first there; then what python3 printed for forty merges more.
    const first = [226, 128, 256, 156, 256, 157, 256, 152, 256, 153, 256, 148, 256, 166];
    const python = [
      ...[
        32, 105, 32, 116, 32, 119, 97, 97, 32, 111, 97, 115, 104, 101, 263, 116, 264, 269, 265, 268, 267, 102, 101, 115,
      ],
      ...[32, 97, 32, 266, 108, 105, 32, 45, 32, 49, 32, 98, 32, 101, 99, 104, 103, 101, 105, 109, 111, 282, 112, 285],
      ...[263, 110, 264, 284, 275, 283, 276, 266, 278, 45, 281, 286, 288, 274, 32, 102, 39, 115, 39, 116, 73, 116],
      ...[99, 114, 100, 111, 100, 117, 101, 102, 101, 277],
    ];
    expect(learnMerges(text, 256 + 7 + 40, first)).toEqual([...first, ...python]);
  });

  it('leaves the text, encoded with the merges, without the pairs that were merged, and shorter each time', () => {
    fc.assert(
      fc.property(letters, (text) => {
        const all = learnMerges(text, 280);
        const lengths = Array.from({ length: all.length / 2 + 1 }, (_, m) => {
          const tokenizer = new Tokenizer(all.slice(0, 2 * m));
          const { ids } = tokenizer.encode(text);
          expect(tokenizer.decode(ids)).toBe(text);
          return ids.length;
        });
        for (let m = 1; m < lengths.length; m++) expect(lengths[m]).toBeLessThan(lengths[m - 1]);
        // It ended early because every piece is one token.
        if (all.length < 2 * 24) expect(lengths[lengths.length - 1]).toBe([...text.matchAll(PIECE)].length);
      }),
    );
  });

  it('makes use of merges that are there before', () => {
    // ab is one token already: what is left to merge is ab ab.
    expect(learnMerges('ababab', 258, [97, 98])).toEqual([97, 98, 256, 256]);
    expect(learnMerges('“a”', 300, [226, 128]).slice(0, 2)).toEqual([226, 128]);
  });

  it('refuses vocabularies that cannot be and merges of what is not there', () => {
    expect(learnMerges('', 300)).toEqual([]);
    expect(() => learnMerges('a', 255)).toThrow('vocabulary must be a whole number from 256 to 65536, got 255');
    expect(() => learnMerges('a', 256, [97, 98])).toThrow('from 257 to 65536, got 256');
    expect(() => learnMerges('a', 65_537)).toThrow('got 65537');
    expect(() => learnMerges('a', 300, [97])).toThrow('first must be pairs, got 1');
    expect(() => learnMerges('a', 300, [97, 256])).toThrow('first must be of the 256 tokens before them, got 256');
  });
});
