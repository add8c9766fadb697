import type { JointTable } from '#theory/measures/joint.ts';

/** A word of zeros and ones. */
export type Word = readonly number[];
/** One row for each parity check, one column for each place of the word. */
export type ParityCheck = readonly Word[];

/** Checks of the code {000, 111}: the first place equals the second, the first equals the third. */
export const repetitionParityCheck: ParityCheck = [
  [1, 1, 0],
  [1, 0, 1],
];

/** Checks of the Hamming (7,4) code: column i is the number i = 1…7 in binary, lowest digit first. Hamming 1950. */
export const hammingParityCheck: ParityCheck = [0, 1, 2].map((digit) =>
  [1, 2, 3, 4, 5, 6, 7].map((i) => (i >> digit) & 1),
);

function assertWord(word: Word, length: number, name: string): void {
  if (word.length !== length) throw new RangeError(`${name} must have ${length} places, got ${word.length}`);
  word.forEach((bit, i) => {
    if (bit !== 0 && bit !== 1) throw new RangeError(`${name}[${i}] must be 0 or 1, got ${bit}`);
  });
}

/** H · word modulo 2: which parity checks fail. All words with one syndrome form a coset of the code, its translate. */
export function syndrome(word: Word, parityCheck: ParityCheck): number[] {
  assertWord(word, parityCheck[0].length, 'word');
  return parityCheck.map((row) => row.reduce((parity, bit, i) => parity ^ (bit & word[i]), 0));
}

/**
 * Finds the word x that has the given syndrome and differs from the side information y in at most one place. The
 * syndrome of the difference x ⊕ y is the sum of the two syndromes: if it is 0 then x = y, else it is the column of
 * the place that differs. So the encoder of x sends only its syndrome, without ever seeing y: H(X|Y) and not H(X).
 * Wyner 1974. Throws RangeError if no such x exists.
 */
export function decodeWithSideInformation(sent: Word, sideInformation: Word, parityCheck: ParityCheck): number[] {
  assertWord(sent, parityCheck.length, 'sent');
  const difference = syndrome(sideInformation, parityCheck).map((bit, i) => bit ^ sent[i]);
  if (difference.every((bit) => bit === 0)) return [...sideInformation];
  const place = sideInformation.findIndex((_, i) => parityCheck.every((row, check) => row[i] === difference[check]));
  if (place === -1) throw new RangeError('no word with this syndrome is within one place of the side information');
  return sideInformation.map((bit, i) => (i === place ? 1 - bit : bit));
}

/** The word of a number, highest place first: wordOf(6, 3) = [1, 1, 0]. */
export function wordOf(number: number, length: number): number[] {
  if (!Number.isInteger(number) || number < 0 || number >= 2 ** length) {
    throw new RangeError(`number must be a whole number from 0 to ${2 ** length - 1}, got ${number}`);
  }
  return Array.from({ length }, (_, place) => (number >> (length - 1 - place)) & 1);
}

/**
 * The joint law of X, uniform over words of `length` places, and Y, equal to X or differing in one place, all length
 * + 1 cases equally likely: H(X) = H(Y) = length · ln 2 and H(X|Y) = ln(length + 1). Rows and columns in the order of
 * wordOf.
 */
export function jointOfNearbyWords(length: number): JointTable {
  if (!Number.isInteger(length) || length < 1 || length > 8) {
    throw new RangeError(`length must be a whole number from 1 to 8, got ${length}`);
  }
  const words = 2 ** length;
  const isPowerOfTwoOrZero = (n: number) => (n & (n - 1)) === 0;
  const p = 1 / (words * (length + 1));
  return Array.from({ length: words }, (_, x) =>
    Array.from({ length: words }, (_, y) => (isPowerOfTwoOrZero(x ^ y) ? p : 0)),
  );
}
