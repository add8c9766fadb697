import type { Network, Trainer } from '#contract/training.ts';
import type { Signal } from '#contract/engine.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { kindOf, kinds } from './kinds.ts';
import { floorOf, type Data } from './data.ts';

/** Symbols of one kind, with their mean cost in nats. */
export interface Group {
  readonly name: string;
  readonly count: number;
  readonly loss: number;
  /** Of it, what nobody could have saved; of a text nobody knows. */
  readonly floor?: number;
}

export interface Evaluation {
  /** Mean cost of a symbol that was held out, in nats, and the standard error of that over the sequences. */
  readonly loss: number;
  readonly error: number;
  /** Of a source: what the held-out symbols as they came cost, with their luck, and the standard error over the sequences. */
  readonly measured?: { readonly loss: number; readonly error: number };
  readonly groups: readonly Group[];
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);

/** The law that a network predicts at `at`. */
const lawAt = (logProbabilities: Float64Array, at: number, size: number) =>
  Array.from(logProbabilities.subarray(at, at + size), Math.exp);

const places: readonly (readonly [from: number, to: number])[] = [
  [1, 1],
  [2, 2],
  [3, 4],
  [5, 8],
  [9, 16],
  [17, 32],
];
const placeName = ([from, to]: readonly [number, number]) => (from === to ? `place ${from}` : `places ${from}–${to}`);

/** How the symbols of a source are told apart: by the symbol before if that is all that matters, else by their place. */
function groupsOfSource({ source, symbols, context }: Data) {
  const entropies = source!.entropies(context);
  const isChain = symbols.every((symbol) => symbol !== '|');
  if (isChain)
    return {
      names: symbols.map((symbol) => `after ${symbol === ' ' ? 'a space' : symbol}`),
      of: (before: number) => before,
      floors: symbols.map((_, symbol) => entropy(source!.laws([symbol, 0])[0])),
    };
  return {
    names: places.map(placeName),
    of: (_: number, place: number) => places.findIndex(([, to]) => place <= to),
    floors: places.map(([from, to]) => mean(entropies.slice(from - 1, to))),
  };
}

/** What is the same for every network: the exact laws along the held-out sequences of a source, and its groups. */
const exacts = new WeakMap<Data, ReturnType<typeof computeExact>>();
function computeExact(data: Data) {
  const { source, heldOut } = data;
  return {
    laws: source && heldOut.map((sequence) => source.laws(Array.from(sequence))),
    grouping: source && groupsOfSource(data),
  };
}
function exactOf(data: Data) {
  const known = exacts.get(data) ?? computeExact(data);
  exacts.set(data, known);
  return known;
}

/**
 * The network on what it was not trained on. Of a source each prediction is compared with the exact law before anything comes, D(p‖q),
 * which leaves out the luck of what comes; the cost is the exact floor and the mean of that. The mean surprisal of what came, which is all
 * that could be measured without the law, is given beside it. Of a text it is the cost itself.
 */
export async function evaluate(trainer: Trainer, network: Network, data: Data, signal: Signal): Promise<Evaluation> {
  const { symbols, heldOut, context } = data;
  const V = symbols.length;
  const predictions = await trainer.predict(
    network,
    heldOut.map((sequence) => sequence.subarray(0, context)),
    { signal },
  );
  const { laws: exact, grouping } = exactOf(data);
  const names = grouping?.names ?? kinds;
  const sums = names.map(() => ({ count: 0, cost: 0 }));
  const asTheyCame: number[] = [];
  const bySequence = predictions.map(({ logProbabilities }, s) => {
    const sequence = heldOut[s];
    const laws = exact?.[s];
    let came = 0;
    const costs = Array.from({ length: context }, (_, t) => {
      const [before, token] = [sequence[t], sequence[t + 1]];
      const surprisal = -logProbabilities[t * V + token];
      came += surprisal / context;
      const cost = laws ? relativeEntropy(laws[t], lawAt(logProbabilities, t * V, V)) : surprisal;
      const group = grouping ? grouping.of(before, t + 1) : kinds.indexOf(kindOf(symbols[token], symbols[before]));
      sums[group].count++;
      sums[group].cost += cost;
      return cost;
    });
    asTheyCame.push(came);
    return mean(costs);
  });
  const nothing = new Array<number>(bySequence.length).fill(0);
  const found = pairedDifference(nothing, bySequence);
  const measured = pairedDifference(nothing, asTheyCame);
  return {
    loss: floorOf(data) + found.mean,
    error: found.standardError,
    ...(data.source && { measured: { loss: measured.mean, error: measured.standardError } }),
    groups: sums.flatMap(({ count, cost }, i) => {
      if (count === 0) return [];
      const least = grouping?.floors[i];
      return [{ name: names[i], count, loss: (least ?? 0) + cost / count, ...(grouping && { floor: least }) }];
    }),
  };
}
