/**
 * The weights file, as `train/weights.py` writes it: `BPT1`, the header's length (uint32), a JSON header, the payload. The
 * header names every tensor and holds the SHA-256 of the payload; every offset counts from the payload's start. Matrices
 * are int8 rows with one float32 scale each.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ModelCard } from '#contract/engine.ts';

export interface Config {
  readonly vocabulary: number;
  readonly context: number;
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
}

export interface Weights {
  readonly config: Config;
  readonly card: ModelCard;
  /** The tokenizer's merges, flat: left, right, left, right, … */
  readonly merges: Uint16Array;
  /** A tensor as float32, row by row. Throws if the file has none of that name and shape. */
  tensor(name: string, shape: readonly number[]): Float32Array;
}

interface Entry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'int8' | 'uint16' | 'float32';
  readonly offset: number;
  readonly scales?: number;
}

interface Header {
  readonly name: string;
  readonly config: Config;
  readonly card: { readonly parameters: number; readonly validationBitsPerCharacter: number };
  readonly tensors: readonly Entry[];
  readonly bytes: number;
  readonly sha256: string;
}

const MAGIC = 'BPT1';
const PREFIX = 8;

function parseHeader(file: ArrayBuffer): { header: Header; payloadAt: number } {
  const magic = String.fromCharCode(...new Uint8Array(file, 0, Math.min(4, file.byteLength)));
  if (magic !== MAGIC) {
    throw new Error(
      `This is not a weights file (it does not begin with ${MAGIC}); the server may have sent another page.`,
    );
  }
  const length = file.byteLength < PREFIX ? Infinity : new DataView(file).getUint32(4, true);
  if (PREFIX + length > file.byteLength) {
    throw new Error(`The weights file is incomplete: it ends within its header, after ${file.byteLength} bytes.`);
  }
  try {
    const text = new TextDecoder().decode(new Uint8Array(file, PREFIX, length));
    return { header: JSON.parse(text) as Header, payloadAt: PREFIX + length };
  } catch {
    throw new Error('The weights file is damaged: its header cannot be read.');
  }
}

/** Checks the file and its checksum. Every error is a sentence for the reader. */
export function parseWeights(file: ArrayBuffer): Weights {
  const { header, payloadAt } = parseHeader(file);
  const present = file.byteLength - payloadAt;
  if (present < header.bytes) {
    throw new Error(`The weights file is incomplete: ${present} of its ${header.bytes} bytes of weights arrived.`);
  }
  if (bytesToHex(sha256(new Uint8Array(file, payloadAt, header.bytes))) !== header.sha256) {
    throw new Error('The weights file is damaged: its contents do not match its checksum.');
  }
  const { config } = header;

  function entry(name: string, shape: readonly number[]): Entry {
    const found = header.tensors.find((tensor) => tensor.name === name);
    if (found?.shape.join() !== shape.join()) {
      throw new Error(`The weights file holds no tensor ${name} of shape ${shape.join(' × ')}.`);
    }
    return found;
  }

  function tensor(name: string, shape: readonly number[]): Float32Array {
    const { dtype, offset, scales } = entry(name, shape);
    const count = shape.reduce((product, n) => product * n, 1);
    if (dtype === 'float32') return new Float32Array(file, payloadAt + offset, count);
    const integers = new Int8Array(file, payloadAt + offset, count);
    const scale = new Float32Array(file, payloadAt + (scales ?? 0), shape[0]);
    const columns = count / shape[0];
    const values = new Float32Array(count);
    for (let row = 0, i = 0; row < shape[0]; row++) {
      for (const end = i + columns; i < end; i++) values[i] = integers[i] * scale[row];
    }
    return values;
  }

  const merges = entry('merges', [config.vocabulary - 256, 2]);
  return {
    config,
    card: {
      name: header.name,
      parameters: header.card.parameters,
      ...{ vocabulary: config.vocabulary, context: config.context, layers: config.layers },
      ...{ width: config.width, heads: config.heads },
      validationBitsPerCharacter: header.card.validationBitsPerCharacter,
    },
    merges: new Uint16Array(file, payloadAt + merges.offset, 2 * (config.vocabulary - 256)),
    tensor,
  };
}
