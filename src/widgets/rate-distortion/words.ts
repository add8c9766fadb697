import type { Tosses } from '#theory/codes/nearest-word.ts';
import type { Code } from './parameters.ts';

const alike = (n: number): Tosses[] => [0, 1].map((toss) => new Array<number>(n).fill(toss));

/** The sixteen words of seven tosses with evenly many heads at each of the places 1357, 2367 and 4567. Hamming 1950. */
const hamming = Array.from({ length: 128 }, (_, all) => Array.from({ length: 7 }, (__, i) => (all >> i) & 1)).filter(
  (word) => [1, 2, 4].every((bit) => word.reduce((sum, toss, i) => sum + ((i + 1) & bit ? toss : 0), 0) % 2 === 0),
);

/** The words of a code. A toss that is not told is guessed: the side that comes more often. */
export const wordsOf = (code: Code, heads: number): readonly Tosses[] => {
  const guess = heads > 0.5 ? 1 : 0;
  return {
    other: [
      [0, guess],
      [1, guess],
    ],
    three: alike(3),
    five: alike(5),
    seven: alike(7),
    hamming,
  }[code];
};
