import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { modelFixture } from '../../../fixtures/model.ts';
import { codecModelOf, packed, unpacked } from '../../../fixtures/codec.ts';
import { uniforms } from '#sim/random.ts';
import { inPortableTypeScript } from '#model/portableArithmetic.ts';
import { fingerprint, MOST, MOST_OF_FILE, writeFile } from './container.ts';

const model = codecModelOf('reader');
const tiny = codecModelOf('tiny');
const utf8 = (text: string) => new TextEncoder().encode(text);
const { text } = modelFixture('reader').reading;
const there = (bytes: Uint8Array, own = model) => packed(bytes, own);
const back = (file: Uint8Array, own = model) => unpacked(file, own);

const cases: readonly (readonly [string, Uint8Array])[] = [
  ['prose', utf8(text)],
  ['one byte', utf8('a')],
  ['a line break', utf8('\n')],
  ['marks, signs and other scripts', utf8('“It’s late” — 9:05… Ω≠π 你好 👩‍👩‍👧 e\u0301\r\n\t\u0000 end')],
  ['a byte order mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)],
  ['one letter, often', new Uint8Array(600).fill(97)],
  ['no UTF-8', Uint8Array.of(0xc3, 0x28, 0xff, 0, 1, 2)],
  ['half a character', Uint8Array.of(0xe2, 0x82)],
];

describe('a file and back, byte for byte', () => {
  it.each(cases)('%s', (_, bytes) => {
    const { file } = there(bytes);
    expect(back(file)).toEqual(bytes);
    expect(file.length).toBeLessThanOrEqual(bytes.length + 12);
  });

  it('noise is stored, and a table of bytes is counted', () => {
    const next = uniforms(1);
    const noise = Uint8Array.from({ length: 2000 }, () => 256 * next());
    expect(there(noise)).toMatchObject({ method: 'stored' });
    expect(back(there(noise).file)).toEqual(noise);
    const table = Uint8Array.from({ length: 2000 }, (_, i) => (i % 4 === 0 ? 200 + (i % 3) : 250));
    const { file, method } = there(table);
    expect(method).toBe('counts');
    expect(file.length).toBeLessThan(200);
    expect(back(file)).toEqual(table);
  });

  it('a text is coded by the mixture, in as many bytes as its numbers say', () => {
    const { file, method, bits } = there(utf8(text));
    expect(method).toBe('network');
    expect(8 * file.length).toBeGreaterThan(bits.mixture!);
    expect(8 * file.length).toBeLessThan(bits.mixture! + 8 * 18);
  });
});

it('a file of as many bytes as are taken, stored, is the longest, and opens', () => {
  const code = new Uint8Array(MOST).fill(1);
  const file = writeFile({ method: 'stored', length: MOST, checksum: fingerprint(code), code });
  expect(file.length).toBe(MOST_OF_FILE);
  expect(fingerprint(back(file))).toEqual(fingerprint(code));
});

describe('the same bits everywhere', () => {
  it('since no number of the code comes from what ECMA-262 leaves to the implementation', () => {
    const here = new URL('.', import.meta.url);
    const codec = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    const more = ['portableArithmetic.ts', 'simdArithmetic.ts', 'wholeNumbers.ts', 'plain.ts'].map(
      (name) => `../${name}`,
    );
    for (const name of [...codec, ...more]) {
      const code = readFileSync(new URL(name, here), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
      // Logarithms are taken of what is shown.
      const shown = name === 'compress.ts' || name === 'tokenCoder.ts' ? /Math\.log2/g : /(?!)/g;
      expect(code.replace(shown, ''), name).not.toMatch(/\*\*|Math\.(?!abs|imul|floor|ceil|max|min|fround|sqrt|PI)/);
    }
  });

  // Several steps of the head; of the tiny network, whose context is 16 tokens, also many windows.
  const bytes = utf8(text.slice(0, 350));

  it('in WebAssembly and in TypeScript', () => {
    const portable = () => inPortableTypeScript(model.tensors.config, true);
    const { file } = packed(bytes, model);
    expect(packed(bytes, model, portable()).file).toEqual(file);
    expect(unpacked(file, model, portable())).toEqual(bytes);
    const long = utf8(text.repeat(2));
    const other = packed(long, tiny).file;
    expect(packed(long, tiny, inPortableTypeScript(tiny.tensors.config, true)).file).toEqual(other);
  });

  it('as in the file that was written once and for all', () => {
    const file = Uint8Array.from(readFileSync(new URL('../../../fixtures/codec/reading.bpt', import.meta.url)));
    expect(new TextDecoder().decode(back(file))).toBe(text);
    expect(there(utf8(text)).file).toEqual(file);
  });
});

describe('what cannot be', () => {
  let file: Uint8Array;
  beforeAll(() => (file = there(utf8(text.slice(0, 150))).file));

  it('is said in a sentence', () => {
    expect(() => there(new Uint8Array(0))).toThrow('There is nothing to compress');
    expect(() => there(new Uint8Array(MOST + 1))).toThrow('at most 1000000');
    expect(() => back(new Uint8Array(0))).toThrow('This file is empty.');
    expect(() => back(utf8('a text'))).toThrow('This is no .bpt file');
    expect(() => back(file.with(3, 9 * 16))).toThrow('written by version 9');
    // The first version had other members and other arithmetic, the second no cache.
    for (const before of [1, 2])
      expect(() => back(file.with(3, 16 * before + 2))).toThrow(
        `written by version ${before} of the format, and this page knows version 3`,
      );
    expect(() => back(file, tiny)).toThrow('other weights');
    expect(() => back(file.subarray(0, 8))).toThrow('ends too early');
    expect(() => back(file.with(3, 3 * 16 + 7))).toThrow('how it was coded');
  });

  it('every damaged byte is noticed', () => {
    for (let i = 0; i < file.length; i += i < 24 ? 1 : 7)
      expect(() => back(file.with(i, file[i] ^ 4)), `byte ${i}`).toThrow(RangeError);
  });

  it('so is what stands after the code', () => {
    const counted = there(new Uint8Array(300).fill(7)).file;
    for (const whole of [file, counted])
      for (const more of [[0], [1], [0, 0, 0], [1, 2, 3], [0, 0, 0, 0, 0, 0, 0, 1]])
        expect(() => back(Uint8Array.of(...whole, ...more)), String(more)).toThrow('damaged');
    expect(() => back(Uint8Array.of(98, 112, 116, 48, 0, 0xe3, 0xb0, 0xc4, 0x42))).toThrow('holds nothing');
  });

  it('so is a file that was cut', () => {
    for (const end of [12, 20, file.length - 3]) expect(() => back(file.subarray(0, end))).toThrow(RangeError);
  });
});
