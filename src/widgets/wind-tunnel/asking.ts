import type { Signal } from '#contract/engine.ts';
import type { RunContext } from '#contract/spec.ts';
import type { Head, Network, Prediction, Trainer } from '#contract/training.ts';
import { candidates, meanGap, rounds, variations } from './adversary.ts';
import { distancesOf, freshSequence, type Distances } from './fresh.ts';
import type { Laws } from './learners.ts';
import { headOff, longest, symbolsOf, trainedOn, type Asked } from './parameters.ts';
import { sequenceOf } from './sequence.ts';
import { networkKey, positionOf, tokensOf, type Expected, type Shown, type WindTunnel } from './state.ts';

/** Sequences that are read at once. */
export const together = 8;

/** What was found for other values, so that going to and fro costs nothing. */
class Memory {
  readonly networks = new Map<string, Network>();
  readonly worst = new Map<string, readonly number[]>();
  readonly distances = new Map<string, Distances>();
  readonly expected = new Map<string, Expected>();
  /** With the weights of attention at all positions. */
  prediction?: { readonly key: string; readonly found: Prediction };
}
const memories = new WeakMap<Trainer, Memory>();

function memoryOf(trainer: Trainer, previous?: WindTunnel): Memory {
  let memory = memories.get(trainer);
  if (!memory) memories.set(trainer, (memory = new Memory()));
  const { expected, phases } = previous ?? {};
  if (expected) memory.expected.set(expected.key, expected);
  phases?.points.forEach((point, i) => point && memory.distances.set(`${phases.key} ${i}`, point));
  return memory;
}

const millionth = (x: number) => Math.round(x * 1e6) / 1e6;
/** Weights of attention, of which there are 128 at the most. */
const short = (x: number) => Math.round(x * 1e5) / 1e5;

/** ln q by position and symbol. */
function logsOf({ logProbabilities }: Prediction, { config }: Network, symbols: number, count: number): Laws {
  return Array.from({ length: count }, (_, t) =>
    Array.from(logProbabilities.subarray(t * config.vocabulary, t * config.vocabulary + symbols)),
  );
}

function shownOf(found: Prediction, network: Network, key: string, model: WindTunnel, position: number): Shown {
  const { layers, heads } = network.config;
  const T = model.sequence.length + 1;
  const row = (l: number, h: number) => {
    const from = ((l * heads + h) * T + position) * T;
    return Array.from(found.attention!.subarray(from, from + position + 1), short);
  };
  const weights = Array.from({ length: layers }, (_, l) => Array.from({ length: heads }, (_unused, h) => row(l, h)));
  const logs = logsOf(found, network, model.symbols, T).map((law) => law.map(millionth));
  return { network: key, logs, attention: { position, weights } };
}

/** What may be asked of the networks, for the values of one run. */
export class Asking {
  protected readonly asked: Asked;
  protected readonly trainer: Trainer;
  protected readonly signal: Signal;
  protected readonly memory: Memory;
  protected readonly pause: () => Promise<void>;
  protected readonly symbols: number;

  constructor(asked: Asked, { trainer, signal, previous, pause = () => Promise.resolve() }: RunContext<WindTunnel>) {
    this.asked = asked;
    this.trainer = trainer;
    this.signal = signal;
    this.memory = memoryOf(trainer, previous);
    this.pause = pause;
    this.symbols = symbolsOf(asked);
  }

  protected async networkOf(index: number): Promise<Network> {
    const { asked, memory, trainer } = this;
    const key = `${asked.network} ${index}`;
    const known = memory.networks.get(key) ?? (await trainer.checkpoint(asked.network, index));
    memory.networks.set(key, known);
    return known;
  }

  /** What a network makes of sequences, of all their positions but the last where they are too long. */
  protected async logsFor(
    network: Network,
    sequences: readonly (readonly number[])[],
    without: Head | undefined,
  ): Promise<Laws[]> {
    const { asked, symbols, signal } = this;
    const inputs = sequences.map((sequence) => tokensOf(sequence.slice(0, longest), asked, symbols));
    const found = await this.trainer.predict(network, inputs, { signal, without });
    return found.map((prediction, i) => logsOf(prediction, network, symbols, inputs[i].length));
  }

  /** The worst sequence that a search finds for this network. */
  protected async worstFor(network: Network, key: string): Promise<readonly number[]> {
    const { asked, memory, symbols } = this;
    const name = `${key} ${symbols} ${asked.length} ${asked.seed}`;
    const known = memory.worst.get(name);
    if (known) return known;
    let worst: { sequence: readonly number[]; gap: number } = { sequence: [], gap: -1 };
    for (let round = 0; round < rounds && !this.signal.aborted; round++) {
      const tried = round === 0 ? candidates(symbols, asked.length) : variations(worst.sequence, round, asked);
      const logs = await this.logsFor(network, tried, headOff(asked));
      tried.forEach((sequence, i) => {
        const gap = logs[i] ? meanGap(sequence, logs[i], asked) : -1;
        if (gap > worst.gap) worst = { sequence, gap };
      });
      await this.pause();
    }
    if (!this.signal.aborted) memory.worst.set(name, worst.sequence);
    return worst.sequence;
  }

  /** The sequence on display and what the network makes of it; or of the same sequence as before, where finding another takes long. */
  protected async look(model: WindTunnel, network: Network, keep = false): Promise<WindTunnel> {
    const { asked, memory, signal } = this;
    const key = networkKey(model, asked);
    const sequence = keep
      ? model.sequence
      : asked.source === 'worst'
        ? await this.worstFor(network, key)
        : sequenceOf(asked);
    const same = sequence.join() === model.sequence.join() && model.symbols === this.symbols;
    const next = same ? model : { ...model, sequence, symbols: this.symbols };
    const position = positionOf(next, asked);
    if (same && model.shown?.network === key && model.shown.attention.position === position) return next;
    const name = `${key} ${this.symbols} ${sequence.join()}`;
    if (memory.prediction?.key !== name) {
      const tokens = tokensOf(sequence, asked, this.symbols);
      const [found] = await this.trainer.predict(network, [tokens], {
        signal,
        attention: true,
        without: headOff(asked),
      });
      if (signal.aborted || !found) return model;
      memory.prediction = { key: name, found };
    }
    return { ...next, shown: shownOf(memory.prediction.found, network, key, next, position) };
  }

  protected async distancesOf(network: Network, count: number, without?: Head): Promise<Distances | undefined> {
    const { asked, signal } = this;
    const sequences: (readonly number[])[] = [];
    const logs: Laws[] = [];
    while (sequences.length < count && !signal.aborted) {
      const from = sequences.length;
      const part = Array.from({ length: Math.min(together, count - from) }, (_, i) =>
        freshSequence({ ...asked, seed: 0 }, trainedOn, 1, from + i),
      );
      const found = await this.logsFor(network, part, without);
      if (found.length < part.length) return undefined;
      sequences.push(...part);
      logs.push(...found);
      await this.pause();
    }
    return signal.aborted ? undefined : distancesOf(sequences, logs, asked);
  }
}
