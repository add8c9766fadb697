import { assertEach, assertIndex, assertText, refuse } from '#theory/numerics/assert.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { austen, melville } from './author-tables.ts';

/* Two tiny authors: chains of letters of order two, counted in a novel each. `train/authors.py` says how. */

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

/** The law of an author after a pair of symbols. Throws RangeError for what is none. */
export const lawAfter = (author: number, first: number, second: number): Float64Array => {
  assertIndex(author, 'author', laws.length);
  assertIndex(first, 'first', size);
  assertIndex(second, 'second', size);
  const row = (first * size + second) * size;
  return laws[author].subarray(row, row + size);
};

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

/** A text in these symbols as their numbers. Throws RangeError for any other character. */
export function symbolsOf(text: string): number[] {
  assertText(text, 'text');
  return Array.from(text, (character, i) => {
    const symbol = symbols.indexOf(character);
    if (symbol < 0) refuse(`text[${i}]`, 'be one of the symbols', character);
    return symbol;
  });
}

/** A text begins as after the end of a sentence: what came before is a period and a space. */
export const beforeText = [symbols.indexOf('.'), 0] as const;

/** −ln of the chance of each symbol of a text in an author's eyes, in nats. Throws RangeError for what is no symbol. */
export function authorSurprisals(author: number, text: readonly number[]): number[] {
  assertEach(text, 'text', (symbol, name) => assertIndex(symbol, name, size));
  const whole = [...beforeText, ...text];
  return text.map((symbol, t) => -Math.log(lawAfter(author, whole[t], whole[t + 1])[symbol]));
}

/** So many steps of the chain of pairs that its law no longer changes by more than rounding. */
const STEPS = 120;

/**
 * Relative entropy rate Σ μ(pair) D(author ‖ other) of two of the authors, in nats per symbol, with μ the stationary law of the first: how fast
 * evidence for the author grows in the long run while that author writes. μ by stepping from equal chances.
 */
export function authorDivergence(author: number, other: number): number {
  assertIndex(author, 'author', laws.length);
  assertIndex(other, 'other', laws.length);
  let pairs = new Float64Array(size * size).fill(1 / (size * size));
  for (let step = 0; step < STEPS; step++) {
    const next = new Float64Array(size * size);
    pairs.forEach((p, pair) => {
      const second = pair % size;
      for (let y = 0; y < size; y++) next[second * size + y] += p * laws[author][pair * size + y];
    });
    pairs = next;
  }
  return pairs.reduce((sum, p, pair) => {
    const [first, second] = [Math.floor(pair / size), pair % size];
    return sum + p * relativeEntropy(lawAfter(author, first, second), lawAfter(other, first, second));
  }, 0);
}
