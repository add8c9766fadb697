import { describe, expect, it } from 'vitest';
import { CharacterTokenizer, charactersIn, other } from './character-tokenizer.ts';
import { LINE_BREAK, placesOf } from './tokenizer.ts';

describe('the characters of a text', () => {
  it('are ordered by how often they occur, with one for all others, in a number of tokens that is a multiple of 4', () => {
    expect(charactersIn('banana 🦉')).toEqual(['a', 'n', ' ', 'b', '🦉', other, '', '', '', '', '\n', '']);
  });

  it('have the line break where the engine expects it, however many they are', () => {
    for (const text of ['', '\n\n\n', 'abcdefghijklmnop\n', 'a\uFFFDb'.repeat(9)]) {
      const symbols = charactersIn(text);
      expect(symbols[LINE_BREAK]).toBe('\n');
      expect(symbols.length % 4).toBe(0);
      const named = symbols.filter((symbol) => symbol !== '');
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it('are at most 128', () => {
    const many = Array.from({ length: 500 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
    expect(charactersIn(many)).toHaveLength(128);
  });
});

describe('the tokenizer', () => {
  const tokenizer = new CharacterTokenizer(charactersIn('banana 🦉'));

  it('gives each character a token and its place, and foreign ones the token of others', () => {
    const { ids, starts, ends } = tokenizer.encode('🦉 né\n');
    expect([...ids]).toEqual([4, 2, 1, 5, 10]);
    expect([...starts]).toEqual([0, 2, 3, 4, 5]);
    expect([...ends]).toEqual([2, 3, 4, 5, 6]);
    expect([...tokenizer.encode('').ends]).toEqual([]);
  });

  it('writes tokens as bytes that make the text again', () => {
    const { ids } = tokenizer.encode('a banana 🦉\n');
    expect(placesOf(Array.from(ids, (id) => tokenizer.tokenBytes(id))).text).toBe('a banana 🦉\n');
    expect(tokenizer.tokenText(6)).toBe(other);
    expect(() => tokenizer.tokenText(12)).toThrow(RangeError);
  });

  it('is not made without a token for others', () => {
    expect(() => new CharacterTokenizer(['a', 'b'])).toThrow(RangeError);
  });
});
