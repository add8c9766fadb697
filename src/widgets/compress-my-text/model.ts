import type { CompressionBits, CompressionMethod, Engine, Signal } from '#contract/engine.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { Asked } from './parameters.ts';
import { brotliSize } from './stock.ts';

/** A text or a file on its way to a .bpt file, or out of one. */
export interface Packing {
  /** What it is of: the values that say so, as they were. */
  readonly of: Pick<Asked, 'text' | 'file' | 'pack'>;
  readonly bytes: number;
  /** Of a text its characters, of other files the bytes. */
  readonly characters: number;
  readonly isText: boolean;
  /** Bytes that are coded. */
  readonly done: number;
  /** In bits: of the first two for all of it, of the others for what is done. Null: not known. */
  readonly bits: Readonly<Record<Who, number | null>>;
  /** The .bpt file in base64, its bytes and how it was coded, at the end. */
  readonly file: { readonly base64: string; readonly bytes: number; readonly method: CompressionMethod } | null;
  /** What was in the .bpt file, in base64; as a text, if it is one. */
  readonly opened: { readonly base64: string; readonly text: string | null } | null;
  readonly problem: string | null;
}

export const whos = ['gzip', 'brotli', 'ppm', 'counts', 'network', 'mixture'] as const;
export type Who = (typeof whos)[number];

const unknown = Object.fromEntries(whos.map((who) => [who, null])) as Record<Who, null>;

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The characters of a text without splitting it: all UTF-16 units but the second halves of pairs. */
function countCharacters(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ((text.charCodeAt(i) & 0xfc00) !== 0xdc00) count++;
  return count;
}

const bytesOf = ({ text, file }: Asked): Uint8Array<ArrayBuffer> =>
  file === '' ? new TextEncoder().encode(text) : fromBase64(file);

/** What is to be compressed, before anything of it is. */
export function compute(asked: Asked): Packing {
  const { text, file, pack } = asked;
  const bytes = pack === '' ? bytesOf(asked) : new Uint8Array(0);
  const own = file === '' ? text : textOf(bytes);
  return {
    of: { text, file, pack },
    bytes: bytes.length,
    characters: own === null ? bytes.length : countCharacters(own),
    isText: own !== null,
    ...{ done: 0, bits: unknown, file: null, opened: null, problem: null },
  };
}

const sameSource = (a: Packing['of'], b: Packing['of']) => a.text === b.text && a.file === b.file && a.pack === b.pack;

const known = ({ mixture, network, counts, ppm, gzip }: CompressionBits) => ({
  gzip: gzip ?? null,
  mixture: mixture ?? null,
  network: network ?? null,
  counts: counts ?? null,
  ppm: ppm ?? null,
});

export interface Context {
  readonly engine: Engine;
  readonly signal: Signal;
  readonly previous?: Packing;
}

/** Compresses, or opens, what is asked for; what is finished stays. */
export async function* run(asked: Asked, { engine, signal, previous }: Context): AsyncGenerator<Packing> {
  const isKnown = previous && sameSource(previous.of, asked);
  if (isKnown && (previous.file || previous.opened || previous.problem || asked.stopped)) return yield previous;
  let state = compute(asked);
  if (asked.stopped) return yield state;
  try {
    yield* asked.pack === '' ? compressing() : opening();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    yield { ...state, problem: error.message };
  }

  async function* compressing(): AsyncGenerator<Packing> {
    const bytes = bytesOf(asked);
    if (bytes.length > 0) {
      const brotli = await brotliSize(bytes);
      state = { ...state, bits: { ...state.bits, brotli: brotli === null ? null : 8 * brotli } };
      if (signal.aborted) return;
      yield state;
    }
    for await (const event of engine.compress(bytes, { signal })) {
      if (event.kind === 'opened') continue;
      state = { ...state, bits: { ...state.bits, ...known(event.bits) } };
      if (event.kind === 'progress') state = { ...state, done: event.done };
      else {
        const { file, method } = event;
        state = { ...state, done: bytes.length, file: { base64: toBase64(file), bytes: file.length, method } };
      }
      yield state;
    }
  }

  async function* opening(): AsyncGenerator<Packing> {
    for await (const event of engine.open(fromBase64(asked.pack), { signal })) {
      if (event.kind === 'progress') state = { ...state, bytes: event.total, done: event.done };
      if (event.kind === 'opened') {
        const { bytes } = event;
        const opened = { base64: toBase64(bytes), text: textOf(bytes) };
        state = { ...state, bytes: bytes.length, characters: bytes.length, done: bytes.length, opened };
      }
      yield state;
    }
  }
}
