/**
 * The messages between the engine's client and its workers. Both workers speak one protocol; only the plain one tokenizes, predicts
 * single positions, continues texts and shows what is inside the network. A worker never fetches: the weights come by message, because the pages of the offline copy
 * and of sandboxed frames cannot fetch either.
 */
import type { Backend, CompressionEvent, ContinuationEvent, ModelCard, Tokens } from '#contract/engine.ts';
import type { AblatedReading, Silenced, StagePrediction, Unseen } from '#contract/inside.ts';
import type { Continuing } from '#model/continuations.ts';
import type { Way } from '#model/inside.ts';
import type { TrainerAnswers, TrainerParts, TrainerQuestions } from './trainerProtocol.ts';

/** One window: its tokens, inputs and last target, and the first row whose prediction is wanted. */
export interface WindowJob {
  readonly tokens: Uint16Array;
  readonly from: number;
}

/** Every question has one answer, which carries the same job number, unless it is cancelled or the worker fails. */
export interface Questions extends TrainerQuestions {
  readonly probe: object;
  readonly start: { readonly backend: Backend; readonly file: ArrayBuffer };
  readonly tokenize: { readonly text: string };
  readonly predict: { readonly tokens: Uint16Array };
  readonly read: { readonly windows: readonly WindowJob[] };
  /** `tokens` are those of the text, without the line break before it. */
  readonly continue: { readonly tokens: Uint16Array; readonly options: Continuing };
  /** `tokens` are the inputs of one window, here and below. */
  readonly inside: { readonly tokens: Uint16Array; readonly silenced: readonly (Silenced | Unseen)[] };
  readonly lens: { readonly tokens: Uint16Array; readonly top: number };
  readonly ablations: { readonly tokens: Uint16Array; readonly lists: readonly (readonly (Silenced | Unseen)[])[] };
  readonly tensor: { readonly name: string; readonly shape: readonly number[] };
  /** Bytes to a .bpt file, or the other way. */
  readonly pack: { readonly bytes: Uint8Array };
  readonly unpack: { readonly bytes: Uint8Array };
}

export interface Answers extends TrainerAnswers {
  /** The graphics processor, if the worker can use WebGL; `software` if it is only imitated. */
  readonly probe: { readonly renderer?: string; readonly software: boolean };
  readonly start: Started;
  readonly tokenize: Tokens;
  /** Log-probabilities in nats. */
  readonly predict: Float64Array;
  /** All rows have been sent; `computed` of them took `milliseconds`, the others were known. */
  readonly read: { readonly computed: number; readonly milliseconds: number };
  /** All tokens have been sent. */
  readonly continue: { readonly drawn: number };
  readonly inside: Way;
  readonly lens: readonly StagePrediction[];
  /** All readings have been sent. */
  readonly ablations: { readonly read: number };
  readonly tensor: Float32Array;
  /** All events have been sent. */
  readonly pack: { readonly events: number };
  readonly unpack: { readonly events: number };
}

/** What comes before the answer, bit by bit. */
export interface Parts extends TrainerParts {
  readonly read: WindowRows;
  readonly continue: ContinuationEvent;
  readonly ablations: AblatedReading;
  readonly pack: PackingEvent;
  readonly unpack: PackingEvent;
}

/** What cannot be done is no failure of the worker: its message is a sentence for the reader. */
export type PackingEvent = CompressionEvent | { readonly kind: 'impossible'; readonly message: string };
export type PartOf<K extends Kind> = K extends keyof Parts ? Parts[K] : never;

/** What a worker is, once it has started. */
export interface Started {
  readonly card: ModelCard;
  readonly tokenTexts: readonly string[];
  /** Windows that it takes at a time. */
  readonly batch: number;
  /** Rows that went through the network per second: ten warmed steps on the model itself. */
  readonly tokensPerSecond?: number;
}

/** What was computed of window number `window` of a reading: the predictions of rows `row`, `row` + 1, … */
export interface WindowRows {
  readonly window: number;
  readonly row: number;
  readonly surprisal: Float32Array;
  readonly entropy: Float32Array;
  readonly rank: Uint16Array;
}

export type Kind = keyof Questions;

export type Question = { [K in Kind]: { readonly kind: K; readonly job: number } & Questions[K] }[Kind];

export type ToWorker =
  | Question
  | { readonly kind: 'cancel'; readonly job: number }
  /** What takes as long as one likes is answered with what there is. */
  | { readonly kind: 'enough'; readonly job: number }
  /** The page has something to do: no step begins for so long. */
  | { readonly kind: 'rest'; readonly milliseconds: number };

export type FromWorker =
  | { readonly kind: 'answer'; readonly job: number; readonly answer: Answers[Kind] }
  | { readonly kind: 'part'; readonly job: number; readonly part: Parts[keyof Parts] }
  /** The question makes no sense; the worker is well. The message is a sentence for the reader. */
  | { readonly kind: 'refused'; readonly job: number; readonly message: string }
  /** The worker is of no more use. The message is a sentence for the reader. */
  | { readonly kind: 'failed'; readonly message: string };

/** A message has data, an error a message. */
export interface PortEvent {
  readonly data: FromWorker;
  readonly message?: string;
}

/** What of a Worker the client uses, so that tests and the build can put one into their own thread. */
export interface Port {
  postMessage(message: ToWorker): void;
  addEventListener(type: 'message' | 'error' | 'messageerror', listener: (event: PortEvent) => void): void;
  terminate(): void;
}

/** What of its global scope a worker uses. */
export interface Scope {
  postMessage(message: FromWorker, transfer?: ArrayBuffer[]): void;
  addEventListener(type: 'message', listener: (event: { data: ToWorker }) => void): void;
}
