/**
 * A .bpt file: `bpt`; a byte with the version times 16 and how it was coded; the number of bytes that it holds; the first four bytes of
 * their SHA-256; if it was coded with a network the first four of its weights' SHA-256; then the code. The number is written seven
 * binary digits to a byte, the lowest first, 128 added to all but the last byte.
 */
import { sha256 } from '@noble/hashes/sha2.js';

/** Most bytes that are compressed. */
export const MOST = 1_000_000;
/** A new one for any change of what the code depends on: of the members, of how the network learns, of any number of these. */
const VERSION = 3;
/** Most bytes of a file: `MOST` bytes that nothing makes shorter are stored behind 3, 1, 3 and 4 bytes, and no way to code is kept that is longer. */
export const MOST_OF_FILE = MOST + 11;

export const methods = ['stored', 'counts', 'network'] as const;
export type Method = (typeof methods)[number];

export interface Contents {
  readonly method: Method;
  /** Bytes of what was compressed. */
  readonly length: number;
  readonly checksum: Uint8Array;
  /** Of the network. */
  readonly model?: Uint8Array;
  readonly code: Uint8Array;
}

export const fingerprint = (bytes: Uint8Array): Uint8Array => sha256(bytes).slice(0, 4);
export const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i]);

const magic = [...'bpt'].map((letter) => letter.charCodeAt(0));

function digits(n: number): number[] {
  return n < 128 ? [n] : [128 + (n % 128), ...digits(Math.floor(n / 128))];
}

export function writeFile({ method, length, checksum, model = new Uint8Array(0), code }: Contents): Uint8Array {
  const head = [...magic, 16 * VERSION + methods.indexOf(method), ...digits(length), ...checksum, ...model];
  const file = new Uint8Array(head.length + code.length);
  file.set(head);
  file.set(code, head.length);
  return file;
}

/** Throws an error with a sentence for the reader. */
export function readFile(file: Uint8Array): Contents {
  if (file.length === 0) throw new RangeError('This file is empty.');
  if (!same(file.subarray(0, 3), Uint8Array.from(magic)))
    throw new RangeError('This is no .bpt file: it does not begin with “bpt”.');
  let at = 3;
  const take = (count: number) => {
    if (at + count > file.length) throw new RangeError('The file is damaged: it ends too early.');
    return file.slice(at, (at += count));
  };
  const number = () => {
    let [n, unit] = [0, 1];
    for (;;) {
      const [byte] = take(1);
      n += (byte % 128) * unit;
      unit *= 128;
      if (byte < 128 && n <= MOST) return n;
      if (byte < 128 || unit > 0x1000_0000) throw new RangeError('The file is damaged: it holds more than a megabyte.');
    }
  };
  const [kind] = take(1);
  const version = kind >> 4;
  if (version !== VERSION)
    throw new RangeError(
      `This file was written by version ${version} of the format, and this page knows version ${VERSION}.`,
    );
  const method = methods[kind % 16];
  if (!method) throw new RangeError('The file is damaged: it does not say how it was coded.');
  const length = number();
  if (length === 0) throw new RangeError('The file is damaged: it holds nothing.');
  const checksum = take(4);
  const model = method === 'network' ? take(4) : undefined;
  return { method, length, checksum, model, code: file.slice(at) };
}
