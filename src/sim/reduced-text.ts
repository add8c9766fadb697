import {
  assertEach,
  assertIndex,
  assertPositive,
  assertText,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { MOST_SYMBOLS } from './predictor.ts';

/** Shannon’s 27 signs: the letters without case, and the space as the last one. */
export const signs = 'abcdefghijklmnopqrstuvwxyz ';

/** The space, as a number. */
export const space = 26;

/** A text as numbers of its signs. Throws RangeError for any other character, capitals included: `reduce` makes a text of 27 signs. */
export function signsOf(text: string): number[] {
  assertText(text, 'text');
  return [...text].map((character, i) => {
    const sign = signs.indexOf(character);
    if (sign < 0) refuse(`text[${i}]`, 'be a small letter or a space', character);
    return sign;
  });
}

/**
 * The number of the sign that any character counts as: a letter its small one, whatever else the space. So a comma and the space
 * behind it are one space, if runs are drawn together. Throws RangeError for the empty text; of more than one character the first counts.
 */
export function signOf(character: string): number {
  assertText(character, 'character');
  if (character === '') refuse('character', 'not be empty', character);
  const sign = signs.indexOf(character[0].toLowerCase());
  return sign < 0 ? space : sign;
}

/**
 * The law of the next symbol after each symbol: (n(ab) + α)/(n(a) + α V) from how often b followed a in a sequence. α > 0, so that
 * nothing is impossible and the chain has one stationary law.
 */
export function pairChain(sequence: ArrayLike<number>, symbols: number, alpha: number): number[][] {
  assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
  assertEach(sequence, 'sequence', (symbol, name) => assertIndex(symbol, name, symbols));
  assertPositive(alpha, 'alpha');
  const counts = Array.from({ length: symbols }, () => new Array<number>(symbols).fill(alpha));
  for (let i = 1; i < sequence.length; i++) counts[sequence[i - 1]][sequence[i]]++;
  return counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => count / total);
  });
}
