/**
 * The part of the protocol that trainings and their networks speak. Any worker may learn (plain or TensorFlow.js); the worker of
 * networks predicts, draws and opens trails.
 */
import type { Backend } from '#contract/engine.ts';
import type {
  Config,
  Head,
  Network,
  OwnNetwork,
  Prediction,
  Trail,
  TrainingRequest,
  TrainingState,
} from '#contract/training.ts';

export interface TrainerQuestions {
  /** How fast a network of this size learns, once everything is warm. */
  readonly measure: { readonly backend: Backend; readonly config: Config; readonly batch: number };
  /** Makes this training the worker's own, in place of any before. */
  readonly begin: { readonly backend: Backend; readonly request: TrainingRequest };
  /** Steps for about so long, but no more than so many; at least one. */
  readonly learn: { readonly milliseconds: number; readonly steps: number };
  readonly open: { readonly name: string; readonly file: ArrayBuffer };
  readonly checkpoint: { readonly name: string; readonly index: number };
  /** The file of a network of the reader's, and what such a file holds. */
  readonly writeNetwork: { readonly own: OwnNetwork };
  readonly readNetwork: { readonly file: ArrayBuffer };
  readonly predictions: {
    readonly network: Network;
    readonly sequences: readonly Uint16Array[];
    readonly attention: boolean;
    /** A head that is switched off. */
    readonly without?: Head;
    /** Only what follows the last token of each. */
    readonly last?: boolean;
  };
  readonly residual: { readonly network: Network; readonly sequences: readonly Uint16Array[] };
  readonly draw: {
    readonly network: Network;
    readonly prompt: Uint16Array;
    readonly options: Drawing;
  };
}

/** How sequences are drawn: `DrawOptions` without the signal. */
export interface Drawing {
  readonly count: number;
  readonly length: number;
  readonly seed: number;
  readonly temperature: number;
}

export interface TrainerAnswers {
  readonly measure: { readonly tokensPerSecond: number };
  /** The step it begins after. */
  readonly begin: { readonly step: number };
  readonly learn: Learned;
  readonly open: Trail;
  readonly checkpoint: Network;
  readonly writeNetwork: ArrayBuffer;
  readonly readNetwork: OwnNetwork;
  /** All predictions have been sent, in order. */
  readonly predictions: { readonly count: number };
  /** The stages of every sequence have been sent, in order. */
  readonly residual: { readonly count: number };
  readonly draw: readonly Uint16Array[];
}

export interface TrainerParts {
  readonly predictions: Prediction;
  readonly residual: readonly Float32Array[];
}

/** What some steps came to. */
export interface Learned {
  readonly state: TrainingState;
  readonly steps: number;
  /** Mean over the steps, nats per token. */
  readonly loss: number;
  /** What the steps took. */
  readonly milliseconds: number;
}

export const configOf = (from: TrainingRequest['from']): Config =>
  'network' in from ? from.network.config : 'values' in from ? from.config : from;
