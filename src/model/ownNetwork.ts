/**
 * A network of the reader's as a file: a trail (`trail.ts`) of one network, whose tensors are float32, so that what is read is what was
 * written, bit for bit.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { OwnNetwork } from '#contract/training.ts';
import { layoutOf, parameterCount } from './parameters.ts';
import { openTensorFile, type Header } from './tensorFile.ts';
import { parseTrail } from './trail.ts';

const prefix = 8;

/** The file. Throws RangeError unless the numbers of the network are as many as its sizes ask for, and the symbols as its vocabulary. */
export function writeNetwork({ name, network, symbols }: OwnNetwork): ArrayBuffer {
  const { config, values } = network;
  if (config.rotary) throw new RangeError('network must not be rotary: such a network is only read');
  if (values.length !== parameterCount(config))
    throw new RangeError(`network.values must be ${parameterCount(config)} numbers, got ${values.length}`);
  if (symbols.length !== config.vocabulary)
    throw new RangeError(`symbols must be ${config.vocabulary}, got ${symbols.length}`);
  const payload = new Uint8Array(new Float32Array(values).buffer);
  const header = {
    ...{ name, config, characters: symbols, checkpoints: [{ step: 0, tokens: 0 }] },
    tensors: layoutOf(config).map((entry) => ({
      ...{ name: `0/${entry.name}`, shape: entry.shape, dtype: 'float32', offset: 4 * entry.offset },
    })),
    ...{ bytes: payload.length, sha256: bytesToHex(sha256(payload)) },
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  // Numbers begin at multiples of four bytes.
  const length = Math.ceil(text.length / 4) * 4;
  const file = new Uint8Array(prefix + length + payload.length);
  file.set(new TextEncoder().encode('BPT1'));
  new DataView(file.buffer).setUint32(4, length, true);
  file.fill(0x20, prefix, prefix + length);
  file.set(text, prefix);
  file.set(payload, prefix + length);
  return file.buffer;
}

/** Whether a file that is in order is one of these, and not the book's own reader. */
export const isOwnNetwork = (file: ArrayBuffer): boolean =>
  'checkpoints' in openTensorFile<Header & { readonly checkpoints?: unknown }>(file).header;

/** The last network of the file of a trail. Every error is a sentence for the reader: whatever the file is, it is foreign until it is checked. */
export function readNetwork(file: ArrayBuffer): OwnNetwork {
  const { trail, network } = openOwn(file);
  const { name, characters, config, checkpoints } = trail;
  if (!Array.isArray(characters) || characters.length !== config.vocabulary)
    throw new Error('This file holds a network that does not say what its tokens are written as.');
  const symbols = characters.map(String);
  const found = network(checkpoints.length - 1);
  if (!found.values.every(Number.isFinite)) throw new Error('The network in this file holds numbers that are none.');
  return { name: String(name), network: found, symbols };
}

function openOwn(file: ArrayBuffer): ReturnType<typeof parseTrail> {
  try {
    return parseTrail(file);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError)
      throw new Error('The weights file is damaged: its header is not that of a network.', { cause: error });
    throw error;
  }
}
