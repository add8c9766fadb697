import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { fanoLengths } from './fano-code.ts';
import { expectedLength, huffmanLengths, kraftSum } from './symbol-code.ts';

/** Fano’s words, by the recipe and with digits, for symbols that come in order of probability. */
function wordsInOrder(p: readonly number[]): string[] {
  if (p.length === 1) return [''];
  const total = (part: readonly number[]) => part.reduce((a, b) => a + b, 0);
  const places = p.slice(1).map((_, i) => i + 1);
  const apart = places.map((place) => Math.abs(total(p.slice(0, place)) - total(p.slice(place))));
  const place = places[apart.findIndex((one) => one < Math.min(...apart) + 1e-12)];
  return [
    ...wordsInOrder(p.slice(0, place)).map((word) => `0${word}`),
    ...wordsInOrder(p.slice(place)).map((word) => `1${word}`),
  ];
}

describe('fanoLengths', () => {
  it('are those of the recipe, done with words', () => {
    fc.assert(
      fc.property(distributionOf(6), (p) => {
        const sorted = [...p].sort((a, b) => b - a);
        const words = wordsInOrder(sorted);
        close(expectedLength(sorted, fanoLengths(sorted)), expectedLength(sorted, words.map((word) => word.length))); // prettier-ignore
        expect(kraftSum(fanoLengths(p))).toBe(1);
        expect(expectedLength(p, fanoLengths(p))).toBeGreaterThanOrEqual(expectedLength(p, huffmanLengths(p)) - 1e-12);
      }),
    );
  });

  it('are Huffman’s for powers of two, and longer for five letters', () => {
    expect(fanoLengths([0.25, 0.5, 0.125, 0.125])).toEqual([2, 1, 3, 3]);
    expect(fanoLengths([0.35, 0.17, 0.17, 0.16, 0.15])).toEqual([2, 2, 2, 3, 3]);
    // 2 · 0.69 + 3 · 0.31 against 0.35 + 3 · 0.65.
    close(expectedLength([0.35, 0.17, 0.17, 0.16, 0.15], [2, 2, 2, 3, 3]), 2.31);
    close(expectedLength([0.35, 0.17, 0.17, 0.16, 0.15], huffmanLengths([0.35, 0.17, 0.17, 0.16, 0.15])), 2.3);
    expect(fanoLengths([1])).toEqual([0]);
  });
});
