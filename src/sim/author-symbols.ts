import { assertText, refuse } from '#theory/numerics/assert.ts';

/* The letters of the two tiny authors, without their tables, which are large. */

/** The symbols of both authors: all else is turned into one of these, or left out. */
export const symbols = ' abcdefghijklmnopqrstuvwxyz,.';
const size = symbols.length;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Laws of the next symbol, row by row: the weight 2^(−q/3) for each digit q, divided by the sum of its row. Throws RangeError for other characters. */
export function lawsOf(table: string): Float64Array {
  assertText(table, 'table');
  if (/[^A-Za-z0-9+/]/.test(table)) refuse('table', 'have digits of base 64 only', table);
  const laws = Float64Array.from(table, (digit) => 2 ** (-digits.indexOf(digit) / 3));
  for (let row = 0; row < laws.length; row += size) {
    const end = Math.min(laws.length, row + size);
    let total = 0;
    for (let y = row; y < end; y++) total += laws[y];
    for (let y = row; y < end; y++) laws[y] /= total;
  }
  return laws;
}

const same: Readonly<Record<string, string>> = { '-': ' ', '—': ' ', '–': ' ', ';': ',', ':': ',', '!': '.', '?': '.' };

/** A text in these symbols: small letters without accents, other ends of sentences as periods, one space in a row. */
export function reduced(text: string): string {
  assertText(text, 'text');
  let found = '';
  for (const character of text.normalize('NFD').toLowerCase()) {
    const symbol = /\s/.test(character) ? ' ' : (same[character] ?? character);
    if (symbols.includes(symbol) && !(symbol === ' ' && (found === '' || found.endsWith(' ')))) found += symbol;
  }
  return found;
}

/** The signs of a text that `reduced` leaves out, each once, in the order in which they come first. Accents and what nobody sees are none. */
export function leftOut(text: string): string[] {
  assertText(text, 'text');
  const signs = [...text.normalize('NFD').toLowerCase()].filter((sign) => !/[\s\p{M}\p{C}]/u.test(sign));
  return [...new Set(signs.filter((sign) => !symbols.includes(same[sign] ?? sign)))];
}

/** A text in these symbols as their numbers. Throws RangeError for any other character. */
export function symbolsOf(text: string): number[] {
  assertText(text, 'text');
  return Array.from(text, (character, i) => {
    const symbol = symbols.indexOf(character);
    if (symbol < 0) refuse(`text[${i}]`, 'be one of the symbols', character);
    return symbol;
  });
}
