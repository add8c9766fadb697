import { signs, space } from '#sim/reduced-text.ts';
import { passageIds, passages, type Passage } from './passages.ts';

/*
 * The guesses are the whole state of a game: passage by passage, in the order of `passageIds`, with strokes between them, a letter for
 * each guess and a low line for the space. So a game goes into an address, and nothing else can change it.
 */

/** How the space is written where a space would be lost. */
const lowLine = '_';

export interface Played {
  /** The number of the guess that was right, of each letter found. */
  readonly ranks: readonly number[];
  /** Wrong guesses at the letter that is to be found now, as numbers of signs. */
  readonly tried: readonly number[];
  /** The last guess: what it was, and whether it was right. */
  readonly last?: { readonly sign: number; readonly right: boolean };
}

const signOfGuess = (character: string) => (character === lowLine ? space : signs.indexOf(character.toLowerCase()));

/** Plays a text by a row of guesses. What is no sign, or was tried at this place before, is no guess; nothing counts after the end. */
export function replay(text: string, guesses: string): Played {
  const ranks: number[] = [];
  let tried: number[] = [];
  let last: Played['last'];
  for (const character of guesses) {
    const sign = signOfGuess(character);
    if (sign < 0 || tried.includes(sign) || ranks.length === text.length) continue;
    const right = signs[sign] === text[ranks.length];
    last = { sign, right };
    if (right) ranks.push(tried.length + 1);
    tried = right ? [] : [...tried, sign];
  }
  return { ranks, tried, last };
}

const sections = (guesses: string) => passageIds.map((_, i) => guesses.split('/')[i] ?? '');

/** What was guessed of each passage. */
export const guessesOf = (guesses: string, passage: Passage): string => sections(guesses)[passageIds.indexOf(passage)];

/** All guesses, with those of one passage changed. */
export function withGuesses(guesses: string, passage: Passage, now: string): string {
  const changed = sections(guesses).map((section, i) => (passageIds[i] === passage ? now : section));
  return changed.join('/').replace(/\/+$/, '');
}

/** All guesses after one more. */
export const withGuess = (guesses: string, passage: Passage, sign: number): string =>
  withGuesses(guesses, passage, guessesOf(guesses, passage) + (sign === space ? lowLine : signs[sign]));

/** What one types who guesses the first letters of a passage in this order at each place. */
export function guessesInOrder(passage: Passage, letters: number, order: string = signs): string {
  const typed = [...passages[passage].slice(0, letters)].map((letter) => order.slice(0, order.indexOf(letter) + 1));
  return typed.join('').replaceAll(' ', lowLine);
}

/** What one types who is right at once with the first letters of a passage. */
export const guessedAtOnce = (passage: Passage, letters: number): string =>
  passages[passage].slice(0, letters).replaceAll(' ', lowLine);
