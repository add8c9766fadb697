import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { binaryWindows, binaryWindowTypes } from './binary-windows.ts';
import { stationaryLaw } from './markov-chain.ts';

/** Every word of so many symbols, one by one. */
const wordsOf = (length: number) =>
  Array.from({ length: 2 ** length }, (_, code) => Array.from({ length }, (__, t) => (code >> t) & 1));

const keyOf = (first: number, last: number, transitions: readonly (readonly number[])[]) =>
  [first, last, ...transitions.flat()].join();

function typeOf(word: readonly number[]): string {
  const transitions = [
    [0, 0],
    [0, 0],
  ];
  word.slice(1).forEach((y, t) => transitions[word[t]][y]++);
  return keyOf(word[0], word[word.length - 1], transitions);
}

const sticky = [
  [0.9, 0.1],
  [0.2, 0.8],
];
const mild = [
  [0.6, 0.4],
  [0.4, 0.6],
];

describe('windows of two letters', () => {
  it.each([1, 2, 3, 4, 7, 11])('of length %i are counted as if one by one', (length) => {
    const counts = new Map<string, number>();
    for (const word of wordsOf(length)) counts.set(typeOf(word), (counts.get(typeOf(word)) ?? 0) + 1);
    const types = binaryWindowTypes(length);
    expect(
      new Map(types.map(({ first, last, transitions, words }) => [keyOf(first, last, transitions), words])),
    ).toEqual(counts);
    expect(types).toHaveLength(counts.size);
  });

  it('of two letters are as by hand', () => {
    const once = (x: number, y: number) => [0, 1].map((i) => [0, 1].map((j) => (i === x && j === y ? 1 : 0)));
    expect(binaryWindowTypes(2)).toEqual([
      { first: 0, last: 0, transitions: once(0, 0), words: 1 },
      { first: 0, last: 1, transitions: once(0, 1), words: 1 },
      { first: 1, last: 1, transitions: once(1, 1), words: 1 },
      { first: 1, last: 0, transitions: once(1, 0), words: 1 },
    ]);
  });

  it('are 2^w in number, exactly, up to the longest', () => {
    for (const length of [16, 32, 50]) {
      expect(binaryWindowTypes(length).reduce((sum, { words }) => sum + words, 0)).toBe(2 ** length);
    }
  });

  it('have the probabilities of all words of their type together', () => {
    const sums = new Map<string, number[]>();
    for (const word of wordsOf(9)) {
      const sum = sums.get(typeOf(word)) ?? [0, 0];
      [sticky, mild].forEach((chain, j) => {
        sum[j] += word.slice(1).reduce((p, y, t) => p * chain[word[t]][y], stationaryLaw(chain)[word[0]]);
      });
      sums.set(typeOf(word), sum);
    }
    for (const { first, last, transitions, probabilities } of binaryWindows(sticky, mild, 9)) {
      const sum = sums.get(keyOf(first, last, transitions))!;
      close(probabilities[0], sum[0]);
      close(probabilities[1], sum[1]);
    }
  });

  it('are for chains of two states, and of 1 to 50 symbols', () => {
    expect(() => binaryWindows([[1]], [[1]], 3)).toThrow(new RangeError('first must have 2 states, got 1'));
    expect(() => binaryWindowTypes(51)).toThrow(RangeError);
    expect(() => binaryWindowTypes(0)).toThrow(RangeError);
  });
});
