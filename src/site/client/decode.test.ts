import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { decode, isBinary } from './decode.ts';

const textOf = (bytes: Uint8Array) => decode(new Uint8Array(bytes).buffer).text;

it('tells a text from a file that is none', () => {
  expect(isBinary(textOf(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 256)))).toBe(true);
  expect(isBinary(textOf(new Uint8Array(5000)))).toBe(true);
  expect(isBinary(textOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13])))).toBe(true);
  // Without a byte-order mark nobody knows that it is UTF-16.
  expect(isBinary(textOf(Uint8Array.from(Buffer.from('0.5 0.5', 'utf16le'))))).toBe(true);
});

it('takes for texts what has a NUL among its letters, line ends of all kinds, other alphabets, and nothing', () => {
  for (const text of ['', '0.5\r\n0.5', 'für 1', 'α 0.5\tβ 0.5', '日本 1\f2', 'a'.repeat(100) + '\0'])
    expect(isBinary(textOf(Buffer.from(text)))).toBe(false);
  expect(isBinary(textOf(Uint8Array.from([0x66, 0xfc, 0x72, 0x20, 0x31])))).toBe(false);
  expect(isBinary(textOf(Uint8Array.from([0xff, 0xfe, ...Buffer.from('0.5\t0.5', 'utf16le')])))).toBe(false);
  expect(isBinary(textOf(readFileSync('fixtures/cases/22-whitespace-bom-crlf-nul.txt')))).toBe(false);
});
