/**
 * What a widget may ask of the transformers that learn in the page. DOM-free: the site injects a worker client, tests and the build
 * one in their own thread. Everything is in nats. Token sequences are plain numbers: what they mean is the widget's business.
 */
import type { Backend, Signal } from './engine.ts';

/** The sizes of a transformer: pre-norm, causal, learned positions, GELU (tanh form), tied head, no biases (`train/model.py`). */
export interface Config {
  /** A multiple of 4. */
  readonly vocabulary: number;
  readonly context: number;
  /** A multiple of 4 · heads. */
  readonly width: number;
  readonly layers: number;
  readonly heads: number;
  /** Queries and keys are turned by their places (Su et al. 2021), and the table of places is zero. Such networks are shipped and read: none is trained or kept. */
  readonly rotary?: true;
}

/** A transformer: all its parameters in one array, in the order of `layoutOf` in `model/parameters.ts`. */
export interface Network {
  readonly config: Config;
  readonly values: Float32Array;
}

/** A head of attention, both counted from 0. */
export interface Head {
  readonly layer: number;
  readonly head: number;
}

/** A network of the reader's, to be kept. */
export interface OwnNetwork {
  readonly name: string;
  readonly network: Network;
  /** Token i is written symbols[i]; empty if it stands for nothing. */
  readonly symbols: readonly string[];
}

/** What training needs to go on exactly where it was: the network, AdamW's two moments of every parameter, the steps taken. */
export interface TrainingState {
  readonly network: Network;
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly step: number;
}

/**
 * Where the sequences come from. `tokens`: windows of one sequence, each from a random place, or if `every` is given from a random
 * multiple of it, so that a list of sequences of that length is drawn from; a window has context + 1 tokens. The first `mixed.rows` sequences
 * of a step are windows of `mixed.ids` instead. `chains`: each sequence is of a Markov
 * chain of its own over k symbols, k uniform between `fewest` and `most`, whose rows are drawn from Dirichlet(alpha, …, alpha) and whose
 * first symbol is uniform; it begins with the start token most + k − fewest, which says k, and the symbols are 0 … k − 1.
 */
export type TrainingSource =
  | { readonly kind: 'tokens'; readonly ids: Uint16Array; readonly every?: number; readonly mixed?: Mixed }
  | { readonly kind: 'chains'; readonly fewest: number; readonly most: number; readonly alpha: number };

/** Another text, of which so many sequences of each step are. */
export interface Mixed {
  readonly ids: Uint16Array;
  readonly rows: number;
}

/**
 * Another network to learn from: of the target of every token in row b of a batch, `shares[b]` is what `network` predicts there, and
 * 1 − shares[b] is the token that came. With the share λ/(1 + λ) this is cross-entropy + λ D(network ‖ learner), divided by 1 + λ, up to a constant.
 */
export interface Teacher {
  readonly network: Network;
  /** As many as sequences a step, each between 0 and 1. */
  readonly shares: readonly number[];
}

export interface TrainingRequest {
  /** A fresh network of this size, drawn with `seed`; a network, whose moments begin at zero; or a state to go on from. */
  readonly from: Config | Network | TrainingState;
  readonly source: TrainingSource;
  readonly teacher?: Teacher;
  /** Sequences a step, each of context + 1 tokens. */
  readonly batch: number;
  /** The number of the step after which training ends. */
  readonly steps: number;
  /** AdamW's peak rate; it rises over `warmup` steps and falls along a cosine to a tenth at the end. */
  readonly rate: number;
  readonly warmup: number;
  readonly weightDecay: number;
  /** Equal requests give equal networks on one backend: the batch of a step depends on `seed` and the step alone. */
  readonly seed: number;
}

/** What is known before training starts: the backend was chosen by measuring some steps of this very network. */
export interface TrainingEstimate {
  readonly backend: Backend;
  readonly tokensPerSecond: number;
  readonly seconds: number;
}

export interface TrainingSnapshot {
  readonly state: TrainingState;
  /** Mean loss in nats per token over the steps since the snapshot before; of the first, over the steps that were taken. */
  readonly loss: number;
  /** Predicted tokens, in all steps so far. */
  readonly tokens: number;
  readonly tokensPerSecond: number;
  readonly secondsLeft: number;
  readonly backend: Backend;
  /** A sentence for the reader when something went wrong and what was done instead. */
  readonly notice?: string;
}

/**
 * A training that runs: snapshots, about four a second and one at the end. A reader of it who is slow gets fewer of them, never stale ones.
 * It rests while the page or its figure is out of sight. Ends without an error when stopped; throws, with a sentence for the reader,
 * if no backend can train.
 */
export interface Training extends AsyncIterable<TrainingSnapshot> {
  /** After it a last snapshot of the step reached is delivered. */
  pause(): void;
  resume(): void;
  /** While paused: one step, and its snapshot. */
  step(): void;
  stop(): void;
  /** The share of the time spent training, 0 < pace ≤ 1; the rest of it the worker sleeps. */
  setPace(pace: number): void;
}

/** What a network makes of a sequence of T ≤ context tokens. */
export interface Prediction {
  /** Row t is about token t + 1, given tokens 0 … t: [T, vocabulary], natural logarithms, float64. */
  readonly logProbabilities: Float64Array;
  /** Weights of query row on key column, [layers, heads, T, T], if they were asked for. */
  readonly attention?: Float32Array;
}

export interface DrawOptions {
  readonly signal: Signal;
  readonly count: number;
  readonly length: number;
  readonly seed: number;
  readonly temperature: number;
}

/** A shipped network and its way there, in the order of training: at least the end. */
export interface Trail {
  readonly name: string;
  readonly config: Config;
  readonly parameters: number;
  /** Of a network of characters: token i is characters[i]. */
  readonly characters?: readonly string[];
  readonly checkpoints: readonly { readonly step: number; readonly tokens: number }[];
  /** Of a file that holds several networks in place of a way: their names, in the order of `checkpoints`. `config` is that of the first. */
  readonly names?: readonly string[];
}

export interface Trainer {
  /** Loads a shipped file of `public/weights` if need be. Rejects with a sentence for the reader. */
  trail(name: string): Promise<Trail>;
  checkpoint(name: string, index: number): Promise<Network>;
  /** Chooses the backend and says how long it is going to take. */
  estimate(request: TrainingRequest, signal: Signal): Promise<TrainingEstimate>;
  train(request: TrainingRequest, signal: Signal): Training;
  predict(
    network: Network,
    sequences: readonly Uint16Array[],
    options: {
      readonly signal: Signal;
      readonly attention?: boolean;
      /** A head that is switched off for these predictions. */
      readonly without?: Head;
      /** Of each sequence only what follows its last token, [1, vocabulary]. Sequences next to each other that begin alike take less time. */
      readonly last?: boolean;
    },
  ): Promise<readonly Prediction[]>;
  /**
   * The residual stream of a network over sequences of T ≤ context tokens: for each its stages [T, width], 0 the embedding, l after
   * block l, and at the end what the last LayerNorm makes of it, which times the token embeddings is the logits.
   */
  residual(
    network: Network,
    sequences: readonly Uint16Array[],
    options: { readonly signal: Signal },
  ): Promise<readonly (readonly Float32Array[])[]>;
  /** Continues a sequence of tokens, with the windows of `continuations`. */
  draw(network: Network, prompt: Uint16Array, options: DrawOptions): Promise<readonly Uint16Array[]>;
  /**
   * Texts to train on: the prose of the book's chapters, or passages of novels and of a play as JSON (`train/forgetting.py`). Rejects
   * with a sentence for the reader if they cannot be loaded.
   */
  words(of?: 'words' | 'passages'): Promise<string>;
  /** A network of the reader's as a file. */
  write(own: OwnNetwork): Promise<ArrayBuffer>;
  /** What such a file holds. Rejects with a sentence for the reader if it is damaged, or something else. */
  open(file: ArrayBuffer): Promise<OwnNetwork>;
}
