/** A text or any other bytes to a .bpt file and back, step by step. */
import { deflateSync } from 'fflate';
import type { CompressionBits } from '#contract/engine.ts';
import type { Tokenizer } from '#sim/tokenizer.ts';
import type { Arithmetic } from '#model/arithmetic.ts';
import type { Tensors } from '#model/parameters.ts';
import { inPortableTypeScript } from '#model/portableArithmetic.ts';
import { inWebAssembly } from '#model/simdArithmetic.ts';
import { AdaptingReader } from './adaptingReader.ts';
import { ByteCoder } from './byteCoder.ts';
import { fingerprint, MOST, readFile, same, writeFile, type Method } from './container.ts';
import { PartialMatchingBytes } from './partialMatchingBytes.ts';
import { RangeDecoder, RangeEncoder, type Coder } from './rangeCoder.ts';
import { TokenCoder } from './tokenCoder.ts';
import { TokenSteps } from './tokenSteps.ts';

/** The order of the partial matching that is shown beside the mixture. */
export const PPM_ORDER = 5;

/** Bytes that gzip puts around what deflate has made: a header, a checksum and a length (RFC 1952). */
const GZIP_FRAME = 18;

export interface CodecModel {
  readonly tensors: Tensors;
  readonly tokenizer: Tokenizer;
  /** The first bytes of the SHA-256 of its weights. */
  readonly fingerprint: Uint8Array;
}

/** How far it is: bytes done of all. Costs so far, where there are any: those of the network are known only for a text. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly bits: CompressionBits;
}

export interface Compressed {
  readonly file: Uint8Array;
  readonly method: Method;
  /** Of the whole, in bits, as in `Progress`. */
  readonly bits: CompressionBits;
}

/** Between two looks up. */
const TOKENS = 16;
const BYTES = 512;

/** The text that these bytes are, if they are well-formed UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function coderOf(
  { tensors, tokenizer }: CodecModel,
  coder: Coder,
  length: number,
  arithmetic?: Arithmetic,
  ahead?: Uint16Array,
): TokenCoder {
  const own = arithmetic ?? inWebAssembly(tensors.config, true) ?? inPortableTypeScript(tensors.config, true);
  return new TokenCoder(new TokenSteps(tokenizer), new AdaptingReader(tensors, own, ahead), coder, length);
}

/**
 * The shortest of three: by the mixture with the network, if the bytes are a text; by counts alone; and as they are. `arithmetic` is the fastest of
 * those that agree to the last bit, unless one is given. Throws RangeError, with a sentence for the reader, on no bytes and on too many.
 */
export function* compress(
  bytes: Uint8Array,
  model: CodecModel,
  arithmetic?: Arithmetic,
): Generator<Progress, Compressed> {
  const total = bytes.length;
  if (total === 0) throw new RangeError('There is nothing to compress: it is empty.');
  if (total > MOST) throw new RangeError(`This has ${total} bytes, and the page takes at most ${MOST}.`);
  const shared = { length: total, checksum: fingerprint(bytes) };
  const counting = new RangeEncoder();
  const byteCoder = new ByteCoder(counting, total);
  const ppm = new PartialMatchingBytes(PPM_ORDER, total);
  let [ppmBits, counted] = [0, 0];
  const countUpTo = (end: number) => {
    for (; counted < end; counted++) {
      ppmBits -= Math.log2(ppm.probability(bytes[counted]));
      ppm.add(bytes[counted]);
      byteCoder.code(bytes[counted]);
    }
  };
  const gzip = 8 * (deflateSync(bytes, { level: 9 }).length + GZIP_FRAME);
  const counts = () => ({ counts: 8 * counting.length, ppm: ppmBits, gzip });
  let best = writeFile({ ...shared, method: 'stored', code: bytes });
  let method: Method = 'stored';
  const offer = (file: Uint8Array, by: Method) => {
    if (file.length < best.length) [best, method] = [file, by];
  };
  let costs: { mixture?: number; network?: number } = {};
  const text = textOf(bytes);
  if (text !== undefined) {
    const encoder = new RangeEncoder();
    const { ids } = model.tokenizer.encode(text);
    const coder = coderOf(model, encoder, total, arithmetic, ids);
    let done = 0;
    for (const [t, id] of ids.entries()) {
      const token = model.tokenizer.tokenBytes(id);
      coder.code(token);
      done += token.length;
      if (t % TOKENS !== TOKENS - 1) continue;
      countUpTo(done);
      yield { done, total, bits: { ...coder.cost, ...counts() } };
    }
    costs = { ...coder.cost };
    const { fingerprint: own } = model;
    offer(writeFile({ ...shared, method: 'network', model: own, code: encoder.finish() }), 'network');
  }
  while (counted < total) {
    countUpTo(Math.min(total, counted + BYTES));
    yield { done: counted, total, bits: { ...costs, ...counts() } };
  }
  const code = counting.finish();
  offer(writeFile({ ...shared, method: 'counts', code }), 'counts');
  return { file: best, method, bits: { ...costs, ...counts(), counts: 8 * code.length } };
}

const damaged = () =>
  new RangeError('The file is damaged: what comes out of it, or what is left over, does not match.');

/** The bytes that a .bpt file holds. Throws RangeError, with a sentence for the reader, if they cannot be had. */
export function* decompress(
  file: Uint8Array,
  model: CodecModel,
  arithmetic?: Arithmetic,
): Generator<Progress, Uint8Array> {
  const { method, length: total, checksum, model: wanted, code } = readFile(file);
  const bytes = new Uint8Array(total);
  let done = 0;
  if (method === 'stored') {
    if (code.length !== total) throw damaged();
    bytes.set(code);
  } else if (method === 'counts') {
    const decoder = new RangeDecoder(code);
    const coder = new ByteCoder(decoder, total);
    while (done < total) {
      bytes[done++] = coder.code();
      if (done % BYTES === 0) yield { done, total, bits: {} };
    }
    if (!decoder.isWhole()) throw damaged();
  } else {
    if (!wanted || !same(wanted, model.fingerprint))
      throw new RangeError('This file was coded with other weights than this page has.');
    const decoder = new RangeDecoder(code);
    const coder = coderOf(model, decoder, total, arithmetic);
    for (let t = 0; done < total; t++) {
      const token = model.tokenizer.tokenBytes(coder.code());
      if (done + token.length > total) throw damaged();
      bytes.set(token, done);
      done += token.length;
      if (t % TOKENS === TOKENS - 1) yield { done, total, bits: { ...coder.cost } };
    }
    if (!decoder.isWhole()) throw damaged();
  }
  if (!same(fingerprint(bytes), checksum)) throw damaged();
  return bytes;
}

/** Runs to the end. */
export function finish<T>(steps: Generator<Progress, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
