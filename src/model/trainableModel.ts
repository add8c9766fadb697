import type { Network, Teacher, TrainingState } from '#contract/training.ts';
import { initialize } from './parameters.ts';

export interface TrainingOptions {
  /** Sequences a step. */
  readonly batch: number;
  /** Of matrices alone, not of gains; taken off beside AdamW's step, in proportion to its rate. */
  readonly weightDecay: number;
  readonly teacher?: Teacher;
}

/** A network that learns. Equal states, options and batches give equal networks on one backend, bit for bit. */
export interface TrainableModel {
  /** One step of AdamW on the sequences [batch, context + 1]. Throws RangeError on another number of tokens. */
  step(batch: Int32Array, rate: number): void;
  /** The mean loss in nats per token over the steps since the last call; NaN if there were none. */
  loss(): Promise<number>;
  /** A copy of its own. */
  state(): Promise<TrainingState>;
  dispose(): void;
}

/** Before the first step: a fresh network drawn with `seed`, a network with moments of zero, or a state as it is. */
export function trainingState(
  from: Parameters<typeof initialize>[0] | Network | TrainingState,
  seed: number,
): TrainingState {
  if ('network' in from) return from;
  const network = 'values' in from ? from : initialize(from, seed);
  const zeros = () => new Float32Array(network.values.length);
  return { network, first: zeros(), second: zeros(), step: 0 };
}

/** Throws RangeError unless there are as many tokens as a batch has. */
export function assertBatch(batch: Int32Array, length: number): void {
  if (batch.length !== length) throw new RangeError(`batch must be ${length} tokens, got ${batch.length}`);
}
