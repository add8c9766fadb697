/** Tokens that are characters (code points). Token i is written symbols[i]; `other` stands for all characters without a token. */
import { assertEach, assertIndex, assertText, refuse } from '#theory/numerics/assert.ts';
import { LINE_BREAK, utf8Bytes, type Encoding } from './tokenizer.ts';

export const other = '\uFFFD';
/** Symbols at most, so that a text in a large script does not make a network of embeddings alone. */
const mostSymbols = 128;

/**
 * The characters of a text, the frequent ones first, then `other`, then nothing until their number is a multiple of 4. The line break
 * is the token that it is in the book's own tokenizer, so that the same engine reads with either.
 */
export function charactersIn(text: string): string[] {
  assertText(text, 'text');
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  for (const special of [other, '\n']) counts.delete(special);
  const symbols = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([character]) => character);
  symbols.length = Math.min(symbols.length, mostSymbols - 2);
  symbols.push(other);
  while (symbols.length < LINE_BREAK) symbols.push('');
  symbols.splice(LINE_BREAK, 0, '\n');
  while (symbols.length % 4 > 0) symbols.push('');
  return symbols;
}

export class CharacterTokenizer {
  readonly symbols: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  /** Throws RangeError if there is no token for other characters. */
  constructor(symbols: readonly string[]) {
    assertEach(symbols, 'symbols', assertText);
    this.symbols = symbols;
    this.places = new Map(symbols.map((symbol, i) => [symbol, i]));
    if (!this.places.has(other)) refuse('symbols', 'have a token for all other characters', symbols);
  }

  get vocabulary(): number {
    return this.symbols.length;
  }

  encode(text: string): Encoding {
    assertText(text, 'text');
    const [ids, starts]: [number[], number[]] = [[], []];
    let at = 0;
    for (const character of text) {
      ids.push(this.places.get(character) ?? this.places.get(other)!);
      starts.push(at);
      at += character.length;
    }
    const ends = [...starts.slice(1), ...(ids.length > 0 ? [at] : [])];
    return { ids: Uint16Array.from(ids), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
  }

  tokenText(id: number): string {
    assertIndex(id, 'id', this.vocabulary);
    return this.symbols[id] || other;
  }

  tokenBytes(id: number): Uint8Array {
    return utf8Bytes(this.tokenText(id));
  }
}
