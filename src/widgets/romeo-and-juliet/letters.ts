import { austen, melville } from './tables.ts';

/** The symbols of both authors: all else is turned into one of these, or left out. */
export const symbols = ' abcdefghijklmnopqrstuvwxyz,.';
const size = symbols.length;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Law of the next symbol after each pair of symbols, row by row: the weight 2^(−q/3) for each digit q, divided by their sum. */
function lawsOf(table: string): Float64Array {
  const laws = Float64Array.from(table, (digit) => 2 ** (-digits.indexOf(digit) / 3));
  for (let row = 0; row < laws.length; row += size) {
    let total = 0;
    for (let y = 0; y < size; y++) total += laws[row + y];
    for (let y = 0; y < size; y++) laws[row + y] /= total;
  }
  return laws;
}

export const laws = [lawsOf(austen), lawsOf(melville)] as const;

/** The law of an author after a pair of symbols. */
export const lawAfter = (author: number, first: number, second: number): Float64Array => {
  const row = (first * size + second) * size;
  return laws[author].subarray(row, row + size);
};

const same: Readonly<Record<string, string>> = { '-': ' ', '—': ' ', '–': ' ', ';': ',', ':': ',', '!': '.', '?': '.' };

/** A text in these symbols: small letters without accents, other ends of sentences as periods, one space in a row. */
export function reduced(text: string): string {
  let found = '';
  for (const character of text.normalize('NFD').toLowerCase()) {
    const symbol = /\s/.test(character) ? ' ' : (same[character] ?? character);
    if (symbols.includes(symbol) && !(symbol === ' ' && (found === '' || found.endsWith(' ')))) found += symbol;
  }
  return found;
}

export const symbolsOf = (text: string): number[] => Array.from(text, (symbol) => symbols.indexOf(symbol));
