/**
 * What a widget may ask of a language model that runs in the page. DOM-free: the site injects worker clients, tests the plain decoder.
 *
 * Everything is in nats. A text is read as if it followed a line break, so that its first token has a probability too.
 * Token t is predicted from a window of at most `context` tokens: windows are anchored at token 0 and start every half
 * context, so that every token but the first few has at least half a context before it, and a position's numbers do not
 * depend on the order in which a text is read.
 */

import type { InsideEngine } from './inside.ts';
import type { Signal } from './signal.ts';

export type { Signal };

/** A text cut into tokens. Token t covers text.slice(starts[t], ends[t]) in UTF-16 units; the byte tokens of one character share its range. */
export interface Tokens {
  readonly ids: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** What the model made of tokens from..from+n-1; entropy is that of the prediction before the token was seen, rank 1 the likeliest. */
export interface ReadBlock {
  readonly from: number;
  readonly surprisal: Float32Array;
  readonly entropy: Float32Array;
  readonly rank: Uint16Array;
}

/** Progress of one reading: first the tokens, then blocks in the order of urgency; `total` tokens in all. */
export type ReadEvent =
  | { readonly kind: 'tokens'; readonly tokens: Tokens }
  | { readonly kind: 'block'; readonly block: ReadBlock; readonly done: number; readonly total: number };

export interface ReadOptions {
  readonly signal: Signal;
  /** UTF-16 offsets that are read first: around the edit, then what is visible, then the rest. */
  readonly urgent?: readonly (readonly [from: number, to: number])[];
}

/**
 * Tokens `start` … `to` − 1 of a text, at most `context` and one, which the model is given with nothing before them, as if at the
 * beginning of a window; of these `from` … `to` − 1 are scored, so that token t has t − start tokens of context. A start of −1 is
 * the line break before token 0. −1 ≤ start < from < to.
 */
export interface Stretch {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/** A part of what was found of stretch number `stretch` of a list. */
export interface StretchBlock extends ReadBlock {
  readonly stretch: number;
}

/** The prediction at one position: log-probabilities in nats over the whole vocabulary, float64. */
export interface Distribution {
  readonly position: number;
  readonly logProbabilities: Float64Array;
}

/** How continuations are drawn. The shaping goes by `theory/language-models/truncation.ts`; 1, Infinity, 1 and 0 leave the prediction untouched. */
export interface ContinuationOptions {
  readonly signal: Signal;
  /** How many continuations, of how many tokens each. */
  readonly count: number;
  readonly length: number;
  /** Equal prompt, settings and seed give equal continuations; token t of continuation i uses one number of its own. */
  readonly seed: number;
  readonly temperature: number;
  readonly topK: number;
  readonly topP: number;
  readonly minP: number;
}

/** One drawn token of one of the continuations: the first of each, then the second of each, and so on. */
export interface ContinuationEvent {
  readonly continuation: number;
  readonly token: number;
  /** UTF-8; a character may need the bytes of several tokens (`placesOf` in `sim/tokenizer.ts` puts them together). */
  readonly bytes: Uint8Array;
  /** Under the untouched prediction, whatever it was drawn from. */
  readonly surprisal: number;
  /** Of the untouched prediction, before the token was drawn. */
  readonly entropy: number;
  /** Of the token in the shaped prediction that it was drawn from. */
  readonly logProbability: number;
}

/** How a file was coded: by the mixture with the network, by counts alone, or not at all. */
export type CompressionMethod = 'network' | 'counts' | 'stored';

/** Bits so far of what is done, for each who has read it: the mixture, the network in it alone, counts alone, and partial matching of order 5. gzip has all of it. */
export interface CompressionBits {
  readonly mixture?: number;
  readonly network?: number;
  readonly counts?: number;
  readonly ppm?: number;
  readonly gzip?: number;
}

/** Progress of compressing or opening a file, in bytes of what is compressed, and at the end what came of it. */
export type CompressionEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly bits: CompressionBits }
  | {
      readonly kind: 'compressed';
      readonly file: Uint8Array;
      readonly method: CompressionMethod;
      readonly bits: CompressionBits;
    }
  | { readonly kind: 'opened'; readonly bytes: Uint8Array };

export interface ModelCard {
  readonly name: string;
  readonly parameters: number;
  readonly vocabulary: number;
  readonly context: number;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  /** Measured on the shipped file: bits per character on the validation split. A network of the reader's has none. */
  readonly validationBitsPerCharacter?: number;
}

export type Backend = 'plain' | 'webgl' | 'wasm' | 'cpu';

export interface BackendState {
  readonly backend: Backend;
  /** `absent`: this browser cannot run it, `reason` says why. `ready`: it could be chosen. `running`: it reads now. */
  readonly state: 'absent' | 'unmeasured' | 'starting' | 'ready' | 'running' | 'failed';
  /** Tokens through the network per second; in a long text each goes through it in two windows, and is scored in one. */
  readonly tokensPerSecond?: number;
  readonly reason?: string;
}

export interface EngineStatus {
  readonly backends: readonly BackendState[];
  /** The reader's choice; `auto` keeps the fastest measured one. */
  readonly choice: Backend | 'auto';
  /** A sentence for the reader when something went wrong and what was done instead. */
  readonly notice?: string;
}

export interface Engine extends InsideEngine {
  /** Loads the weights if need be. Rejects with an error whose message is a sentence for the reader. */
  card(): Promise<ModelCard>;
  /** Ends without an error when it is aborted. Throws, with a sentence for the reader, if the model cannot run. */
  read(text: string, options: ReadOptions): AsyncIterable<ReadEvent>;
  /** How the model's tokenizer cuts a text. */
  tokens(text: string): Promise<Tokens>;
  /**
   * Reads stretches of a text, each by itself, in any order of completion: how a text reads with other windows than those of
   * `read`. Throws RangeError for an illegal stretch, and otherwise ends and throws as `read` does.
   */
  readStretches(
    text: string,
    stretches: readonly Stretch[],
    options: { readonly signal: Signal },
  ): AsyncIterable<StretchBlock>;
  /** The full distribution before token `position` of this text. Equal text gives equal numbers, cached windows are reused. */
  distribution(text: string, position: number, signal: Signal): Promise<Distribution>;
  /**
   * Continues a text `count` times side by side; windows are those of reading. Ends without an error when it is aborted. Throws
   * RangeError on settings that mean nothing, and an error with a sentence for the reader if the model cannot run.
   */
  continuations(prompt: string, options: ContinuationOptions): AsyncIterable<ContinuationEvent>;
  /**
   * Bytes to a .bpt file, which `open` gives back byte for byte on any machine with the same weights. Ends without an error when it is
   * aborted. Throws, with a sentence for the reader, if there are none or too many, or the model cannot run.
   */
  compress(bytes: Uint8Array, options: { readonly signal: Signal }): AsyncIterable<CompressionEvent>;
  /** What a .bpt file holds. Throws, with a sentence for the reader, if it is damaged, or of another version or other weights. */
  open(file: Uint8Array, options: { readonly signal: Signal }): AsyncIterable<CompressionEvent>;
  /** The bytes of a token as text; bytes that are no UTF-8 by themselves are written like \xE2. */
  tokenText(id: number): Promise<string>;
  status(): EngineStatus;
  subscribe(listener: () => void): () => void;
  choose(choice: Backend | 'auto'): void;
}
