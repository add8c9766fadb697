import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPrefixFree, kraftSum } from './symbol-code.ts';
import { twoReadings } from './unique-decoding.ts';

/** By brute force: the shortest row of digits of at most `most` that has two readings. */
function shortest(words: readonly string[], most: number): string | undefined {
  // How many ways there are to read each row of digits.
  let rows = new Map<string, number>([['', 1]]);
  const readings = new Map<string, number>();
  while (rows.size > 0) {
    const next = new Map<string, number>();
    for (const [row, ways] of rows)
      for (const word of words) {
        const longer = row + word;
        if (longer.length > most) continue;
        next.set(longer, (next.get(longer) ?? 0) + ways);
      }
    for (const [row, ways] of next) readings.set(row, (readings.get(row) ?? 0) + ways);
    rows = next;
  }
  return [...readings].filter(([, ways]) => ways > 1).map(([row]) => row).sort((a, b) => a.length - b.length)[0]; // prettier-ignore
}

const word = fc.array(fc.constantFrom('0', '1'), { minLength: 1, maxLength: 3 }).map((digits) => digits.join(''));

describe('twoReadings', () => {
  it('finds a shortest row that brute force finds, and two readings of it', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 4 }), (words) => {
        const found = twoReadings(words);
        const wanted = shortest(words, 9);
        if (wanted === undefined) expect(found === undefined || found.digits.length > 9).toBe(true);
        else expect(found!.digits.length).toBe(wanted.length);
        if (!found) return;
        const written = (symbols: readonly number[]) => symbols.map((symbol) => words[symbol]).join('');
        expect(written(found.first)).toBe(found.digits);
        expect(written(found.second)).toBe(found.digits);
        expect(found.first).not.toEqual(found.second);
      }),
      { numRuns: 200 },
    );
  });

  it('finds none in a prefix code, and McMillan: none only where Kraft’s sum is at most 1', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 5 }), (words) => {
        const found = twoReadings(words);
        if (isPrefixFree(words)) expect(found).toBeUndefined();
        if (found === undefined) expect(kraftSum(words.map(({ length }) => length))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('knows codes that are read backwards, and words that are the same', () => {
    expect(twoReadings(['0', '01', '011', '111'])).toBeUndefined();
    expect(twoReadings(['0', '01', '10'])).toEqual({ digits: '010', first: [0, 2], second: [1, 0] });
    expect(twoReadings(['0', '0'])).toEqual({ digits: '0', first: [0], second: [1] });
  });

  it('refuses what is no word', () => {
    expect(() => twoReadings(['0', ''])).toThrow(
      new RangeError("words[1] must be a row of the digits 0 and 1, got ''"),
    );
  });
});
