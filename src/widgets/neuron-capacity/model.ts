import { channelCapacity, certifyCapacity } from '#theory/channels/blahut-arimoto.ts';
import { neuronChannel } from '#theory/channels/neuron-channel.ts';
import { normalize } from '#theory/measures/distribution.ts';
import { mostRounds, type Asked } from './parameters.ts';

/** What can be put into the neuron. */
export const inputs = Array.from({ length: 13 }, (_, i) => (i - 6) / 2);
const cells = 30;

/** A law of the inputs with both bounds on capacity that it proves, in nats. */
export interface Round {
  /** I(X;T) with this law, and the largest D(W_x‖output). */
  readonly lower: number;
  readonly upper: number;
}

export interface Neuron {
  /** The law of the data, and that of the inputs after the chosen rounds. */
  readonly data: readonly number[];
  readonly law: readonly number[];
  /** D(W_x‖output) for each input, under the chosen law. */
  readonly divergences: readonly number[];
  /** Round by round from the law of the data on. */
  readonly rounds: readonly Round[];
}

/** Both bounds, from the law of the data on: Blahut and Arimoto’s iteration, one round at a time. */
export function compute({ weight, noise, spread, rounds }: Asked): Neuron {
  const channel = neuronChannel(weight, inputs, noise, cells);
  const data = normalize(inputs.map((x) => Math.exp(-(x * x) / (2 * spread * spread))));
  let now: Omit<ReturnType<typeof channelCapacity>, 'iterations'> = certifyCapacity(data, channel);
  let chosen = now;
  const all: Round[] = [];
  for (let round = 0; round <= mostRounds; round++) {
    if (round > 0) now = channelCapacity(channel, { gap: 0, iterations: 1 }, now.input);
    if (round === rounds) chosen = now;
    all.push({ lower: now.lower, upper: now.upper });
  }
  return { data, law: chosen.input, divergences: chosen.divergences, rounds: all };
}
