/**
 * A file of tensors, as `train/weights.py` writes it: `BPT1`, the header's length (uint32), a JSON header, the payload. The
 * header names every tensor and holds the SHA-256 of the payload; every offset counts from the payload's start. Matrices
 * are int8 rows with one float32 scale each, or float32.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Config } from '#contract/training.ts';

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'int8' | 'uint16' | 'float32';
  readonly offset: number;
  readonly scales?: number;
}

/** What every header holds; the kinds of files add to it. */
export interface Header {
  readonly name: string;
  readonly config: Config;
  readonly tensors: readonly Entry[];
  readonly bytes: number;
  readonly sha256: string;
}

export interface TensorFile<H extends Header> {
  readonly header: H;
  /** A tensor as float32, row by row. Throws if the file has none of that name and shape. */
  tensor(name: string, shape: readonly number[]): Float32Array;
  /** A tensor of uint16. */
  integers(name: string, shape: readonly number[]): Uint16Array;
}

const MAGIC = 'BPT1';
const PREFIX = 8;

function parseHeader<H extends Header>(file: ArrayBuffer): { header: H; payloadAt: number } {
  const magic = String.fromCharCode(...new Uint8Array(file, 0, Math.min(4, file.byteLength)));
  if (magic !== MAGIC) {
    throw new Error(
      `This is not a weights file of this book: it does not begin with ${MAGIC}. (A server may have sent something else in its place.)`,
    );
  }
  const length = file.byteLength < PREFIX ? Infinity : new DataView(file).getUint32(4, true);
  if (PREFIX + length > file.byteLength) {
    throw new Error(`The weights file is incomplete: it ends within its header, after ${file.byteLength} bytes.`);
  }
  try {
    const text = new TextDecoder().decode(new Uint8Array(file, PREFIX, length));
    return { header: JSON.parse(text) as H, payloadAt: PREFIX + length };
  } catch {
    throw new Error('The weights file is damaged: its header cannot be read.');
  }
}

/** Checks the file and its checksum. Every error is a sentence for the reader. */
export function openTensorFile<H extends Header>(file: ArrayBuffer): TensorFile<H> {
  const { header, payloadAt } = parseHeader<H>(file);
  const present = file.byteLength - payloadAt;
  if (present < header.bytes) {
    throw new Error(`The weights file is incomplete: ${present} of its ${header.bytes} bytes of weights arrived.`);
  }
  if (bytesToHex(sha256(new Uint8Array(file, payloadAt, header.bytes))) !== header.sha256) {
    throw new Error('The weights file is damaged: its contents do not match its checksum.');
  }
  const entries = new Map(header.tensors.map((tensor) => [tensor.name, tensor]));

  function entry(name: string, shape: readonly number[]): Entry {
    const found = entries.get(name);
    if (found?.shape.join() !== shape.join()) {
      throw new Error(`The weights file holds no tensor ${name} of shape ${shape.join(' × ')}.`);
    }
    return found;
  }

  const size = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);

  return {
    header,
    tensor(name, shape) {
      const { dtype, offset, scales } = entry(name, shape);
      const count = size(shape);
      if (dtype === 'float32') return new Float32Array(file, payloadAt + offset, count);
      const integers = new Int8Array(file, payloadAt + offset, count);
      const scale = new Float32Array(file, payloadAt + (scales ?? 0), shape[0]);
      const columns = count / shape[0];
      const values = new Float32Array(count);
      for (let row = 0, i = 0; row < shape[0]; row++) {
        for (const end = i + columns; i < end; i++) values[i] = integers[i] * scale[row];
      }
      return values;
    },
    integers(name, shape) {
      return new Uint16Array(file, payloadAt + entry(name, shape).offset, size(shape));
    },
  };
}
