import { expect, it } from 'vitest';
import { readFile, writeFile } from './container.ts';

const checksum = Uint8Array.of(1, 2, 3, 4);

it('writes a file byte by byte', () => {
  const code = Uint8Array.of(97);
  expect(writeFile({ method: 'stored', length: 1, checksum, code })).toEqual(
    Uint8Array.of(98, 112, 116, 48, 1, 1, 2, 3, 4, 97),
  );
  // 300 is 2 · 128 + 44.
  const model = Uint8Array.of(5, 6, 7, 8);
  expect(writeFile({ method: 'network', length: 300, checksum, model, code })).toEqual(
    Uint8Array.of(98, 112, 116, 50, 128 + 44, 2, 1, 2, 3, 4, 5, 6, 7, 8, 97),
  );
});

it('reads what it wrote, up to a megabyte and no further', () => {
  for (const length of [1, 127, 128, 16_384, 1_000_000]) {
    const contents = { method: 'counts', length, checksum, model: undefined, code: Uint8Array.of(9, 0, 9) } as const;
    expect(readFile(writeFile(contents))).toEqual(contents);
  }
  const endless = Uint8Array.of(98, 112, 116, 49, 255, 255, 255, 255, 255, 255);
  expect(() => readFile(endless)).toThrow('more than a megabyte');
  const over = writeFile({ method: 'counts', length: 1_000_001, checksum, code: checksum });
  expect(() => readFile(over)).toThrow('more than a megabyte');
});
