import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('a file as text', () => {
  it('is UTF-8, with or without a byte order mark, with line breaks of every system', () => {
    expect(decodeText(utf8('naïve 🦉\nשלום\n'))).toEqual({ text: 'naïve 🦉\nשלום\n', notes: [] });
    expect(decodeText(bytes())).toEqual({ text: '', notes: [] });
  });

  it('loses its byte-order mark and its carriage returns, which is said', () => {
    expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({
      text: 'a',
      notes: ['Its byte-order mark is dropped.'],
    });
    const { text, notes } = decodeText(utf8('a\r\nb\rx\n')) as { text: string; notes: string[] };
    expect(text).toBe('a\nb\nx\n');
    expect(notes).toEqual(['2 line ends with a carriage return are read as a line feed alone.']);
  });

  it('may hold a zero and other control characters, and the text after them stays', () => {
    const file = readFileSync(new URL('../../../fixtures/cases/22-whitespace-bom-crlf-nul.txt', import.meta.url));
    const { text, notes } = decodeText(file) as { text: string; notes: string[] };
    expect(new TextEncoder().encode(text).length).toBe(65 - 3);
    expect(text).toBe('line one\nline\ttwo  \n\n\u00a0nbsp\u200bzero\u2028sep\u0000nul\u0007bell\nold mac\n   \n');
    expect(notes).toEqual([
      'Its byte-order mark is dropped.',
      '4 line ends with a carriage return are read as a line feed alone.',
    ]);
  });

  it('may be cut in the middle of a character', () => {
    const owl = utf8('an owl 🦉');
    for (let cut = 1; cut <= 3; cut++)
      expect(decodeText(owl.subarray(0, owl.length - cut))).toEqual({ text: 'an owl ', notes: [] });
  });

  it('is UTF-16 if it says so', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0xac, 0x20))).toMatchObject({
      text: 'a€',
      notes: [expect.stringContaining('UTF-16'), 'Its byte-order mark is dropped.'],
    });
    expect(decodeText(bytes(0xfe, 0xff, 0, 0x61))).toMatchObject({ text: 'a' });
  });

  it('is Windows-1252 if it is nothing else, and that is said', () => {
    expect(decodeText(bytes(0x63, 0x61, 0x66, 0xe9, 0x21))).toEqual({
      text: 'café!',
      notes: [expect.stringContaining('Windows-1252')],
    });
  });

  it('is UTF-16 without saying so if every second byte is zero', () => {
    const littleEndian = [...'An owl hoots.'].flatMap((character) => [character.charCodeAt(0), 0]);
    expect(decodeText(bytes(...littleEndian))).toMatchObject({ text: 'An owl hoots.' });
    expect(decodeText(bytes(0, ...littleEndian.slice(0, -1)))).toMatchObject({ text: 'An owl hoots.' });
  });

  it('is refused when it is none', () => {
    expect(decodeText(bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0))).toHaveProperty('refused');
    expect(decodeText(bytes(...utf8('text'), 1, 2, 3))).toHaveProperty('refused');
  });
});
