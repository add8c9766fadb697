import { describe, expect, it } from 'vitest';
import { decodeText, firstCharacters } from './decodeText.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a file as text', () => {
  it('is UTF-8, with or without a byte order mark, with line breaks of every system', () => {
    expect(decodeText(utf8('naïve 🦉\r\nשלום\rx\n'))).toEqual({ text: 'naïve 🦉\nשלום\nx\n' });
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a' });
    expect(decodeText(bytes())).toEqual({ text: '' });
  });

  it('may be cut in the middle of a character', () => {
    const owl = utf8('an owl 🦉');
    for (let cut = 1; cut <= 3; cut++)
      expect(decodeText(owl.subarray(0, owl.length - cut))).toEqual({ text: 'an owl ' });
  });

  it('is UTF-16 if it says so', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0xac, 0x20))).toMatchObject({
      text: 'a€',
      assumed: expect.stringContaining('UTF-16') as string,
    });
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x61))).toMatchObject({ text: 'a' });
  });

  it('is Windows-1252 if it is nothing else, and that is said', () => {
    expect(decodeText(bytes(0x63, 0x61, 0x66, 0xe9, 0x21))).toEqual({
      text: 'café!',
      assumed: expect.stringContaining('Windows-1252') as string,
    });
  });

  it('is refused when it is none', () => {
    expect(decodeText(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0))).toHaveProperty('refused');
    expect(decodeText(bytes(...utf8('text'), 1, 2, 3))).toHaveProperty('refused');
  });
});

it('cuts a long text, but no character', () => {
  expect(firstCharacters('abc', 3)).toBe('abc');
  expect(firstCharacters('abcd', 3)).toBe('abc');
  expect(firstCharacters('ab🦉', 3)).toBe('ab');
  expect(firstCharacters('ab🦉', 4)).toBe('ab🦉');
});
