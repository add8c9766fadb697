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
  const trimmed = withSigns(text.trim());
  if (trimmed !== '') return `“${trimmed}”`;
  return text.includes('\n') ? 'a line break' : text === ' ' ? 'a space' : text === '' ? 'nothing' : 'white space';
}

/** Characters that draw nothing, or turn what stands beside them: controls, marks of direction and order, separators, joiners alone. */
// eslint-disable-next-line no-control-regex -- they are what is sought
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]|\u17b4|\u17b5|^(?:\u200c|\u200d|\ufe0e|\ufe0f)+$/gu; // prettier-ignore

/** The names of the control characters (ASCII); Unicode's pictures of them are missing from many fonts. */
const controls =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

/** A sign for a character that draws nothing: its name if it has a short one, else its number. */
function signOf(character: string): string {
  const code = character.codePointAt(0)!;
  return `<${controls[code] ?? (code === 0x7f ? 'DEL' : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`)}>`;
}

/** A text in which every character that would draw nothing has a sign; spaces, tabs and line feeds stay. */
export const withSigns = (text: string) => text.replace(unseen, (found) => [...found].map(signOf).join(''));

const withSpaces = (text: string) => text.replaceAll(' ', '·').replaceAll('\u00a0', '<NBSP>').replaceAll('\t', '→');

/** A token's text with its white space made visible, and a word where there is none. */
export const visibleText = (text: string) =>
  text === '' ? 'empty' : withSpaces(withSigns(text)).replaceAll('\n', '↵');

/** A token as it stands in the running text, less the line break at its end: what is blank or draws nothing gets a sign, words are left alone. */
export function drawnText(text: string): string {
  if (text === '') return '∅';
  const drawn = /\S/u.test(text) ? withSigns(text).replaceAll('\t', '→\t') : withSpaces(withSigns(text));
  return drawn.replaceAll('\n', '↵\n').replace(/\n$/, '');
}
