import { assertEach, assertIndex, assertList, assertRows, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
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

function assertBit(bit: number, name: string): void {
  if (bit !== 0 && bit !== 1) refuse(name, 'be 0 or 1', bit);
}

function assertWord(word: Word, length: number, name: string): void {
  assertList(word, name);
  if (word.length !== length) refuse(name, `have ${length} places`, word.length);
  assertEach(word, name, assertBit);
}

function assertParityCheck(parityCheck: ParityCheck): void {
  assertRows(parityCheck, 'parityCheck', (row, name) => assertEach(row, name, assertBit));
}

/** H · word modulo 2: which parity checks fail. All words with one syndrome form a coset of the code, its translate. */
export function syndrome(word: Word, parityCheck: ParityCheck): number[] {
  assertParityCheck(parityCheck);
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
  assertParityCheck(parityCheck);
  assertWord(sent, parityCheck.length, 'sent');
  assertWord(sideInformation, parityCheck[0].length, 'sideInformation');
  const difference = syndrome(sideInformation, parityCheck).map((bit, i) => bit ^ sent[i]);
  if (difference.every((bit) => bit === 0)) return [...sideInformation];
  const place = sideInformation.findIndex((_, i) => parityCheck.every((row, check) => row[i] === difference[check]));
  if (place === -1) refuse('sent', 'be the syndrome of a word within one place of the side information', sent);
  return sideInformation.map((bit, i) => (i === place ? 1 - bit : bit));
}

/** So many digits have numbers on which JavaScript works bit by bit. */
const LONGEST_WORD = 30;

/** The word of a number, highest place first: wordOf(6, 3) = [1, 1, 0]. */
export function wordOf(number: number, length: number): number[] {
  assertWholeNumber(length, 'length', 0, LONGEST_WORD);
  assertIndex(number, 'number', 2 ** length);
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
