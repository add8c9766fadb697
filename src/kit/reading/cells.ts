import { unknown, type Reading } from '#contract/reading.ts';

/** Tokens that share characters, as the bytes of one emoji do, are one piece of text: tokens from ≤ t < to. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Where the tokens of a text are. */
export type TokenPlaces = Pick<Reading, 'text' | 'starts' | 'ends'>;

/** The first token of the cell that a token belongs to. */
export function cellStart({ starts, ends }: TokenPlaces, token: number): number {
  while (token > 0 && starts[token] < ends[token - 1]) token--;
  return token;
}

/** The first token after the cell that a token belongs to. */
export function cellEnd({ starts, ends }: TokenPlaces, token: number): number {
  let next = token + 1;
  while (next < starts.length && starts[next] < ends[next - 1]) next++;
  return next;
}

/** The cells of tokens from ≤ t < to, which begin and end with cells. */
export function cellsOf(places: TokenPlaces, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  for (let t = from; t < to;) {
    const next = cellEnd(places, t);
    cells.push({ from: t, to: next, start: places.starts[t], end: places.ends[next - 1] });
    t = next;
  }
  return cells;
}

/** What is drawn at a token. */
export type Shown = 'surprisal' | 'entropy' | 'rank';

/** The amount drawn at a token, in nats; a rank counts as its logarithm, the information that names it. */
export function amountAt(reading: Reading, shown: Shown, token: number): number {
  if (shown !== 'rank') return reading[shown][token];
  return reading.rank[token] > 0 ? Math.log(reading.rank[token]) : unknown;
}

/** The sum over a cell, unknown if a part is. */
export function amountOf(reading: Reading, shown: Shown, { from, to }: Cell): number {
  let sum = 0;
  for (let t = from; t < to; t++) {
    const amount = amountAt(reading, shown, t);
    if (amount === unknown) return unknown;
    sum += amount;
  }
  return sum;
}

/** Where the scale of color and bars ends: 12 bits. More is drawn as much. */
export const scaleTop = 12 * Math.LN2;

/** The share of the scale that an amount fills. */
export const shareOf = (nats: number) => Math.min(1, Math.max(0, nats / scaleTop));

const isLetter = (character: string | undefined) => character !== undefined && /\p{L}/u.test(character);

/** Longer words are not named whole. */
const longestWord = 24;

/** The word that a piece of text lies in, which is the piece itself if the piece is no part of a longer word. */
function wordAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (to - from <= longestWord && from > 0 && isLetter(text[from]) && isLetter(text[from - 1])) from--;
  while (to - from <= longestWord && to < text.length && isLetter(text[to - 1]) && isLetter(text[to])) to++;
  return to - from > longestWord ? text.slice(start, end) : text.slice(from, to);
}

/** A token in words: `“fire”`, `“a” of “giraffe”`, `a line break`, `part 2 of 4 of “🦉”`. */
export function tokenNamed(reading: Reading, token: number): string {
  const [from, to] = [cellStart(reading, token), cellEnd(reading, token)];
  const [start, end] = [reading.starts[from], reading.ends[to - 1]];
  const text = reading.text.slice(start, end);
  if (to - from > 1) return `part ${token - from + 1} of ${to - from} of “${text}”`;
  const word = namedText(wordAround(reading.text, start, end));
  return word === namedText(text) ? word : `${namedText(text)} of ${word}`;
}

/** A token's text in words, without the space before it. */
export function namedText(text: string): string {
  const trimmed = text.trim();
  if (trimmed !== '') return `“${trimmed}”`;
  return text.includes('\n') ? 'a line break' : text === ' ' ? 'a space' : text === '' ? 'nothing' : 'white space';
}

/** A token's text with its white space made visible. */
export const visibleText = (text: string) => text.replaceAll(' ', '·').replaceAll('\n', '↵').replaceAll('\t', '→');
