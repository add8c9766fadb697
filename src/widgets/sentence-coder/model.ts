import type { Engine, Signal } from '#contract/engine.ts';
import type { RunContext } from '#contract/spec.ts';
import { tokenNames } from '#contract/tokenNames.ts';
import { mostTokens, type Asked } from './parameters.ts';

/** The network’s shares are made whole numbers by this rule: each token gets 1, and besides so many times its probability, rounded down. */
export const fineness = 2 ** 32;
/** Tokens of a prediction that are named. */
export const named = 8;

/** A prediction as the coder uses it: all tokens side by side, the likeliest first, equal ones in the order of the vocabulary. */
export interface Law {
  /** The likeliest tokens, and their weights. */
  readonly names: readonly string[];
  readonly weights: readonly number[];
  readonly total: number;
  readonly vocabulary: number;
  /** In nats, of the whole numbers. */
  readonly entropy: number;
  /** The token that comes, if one does: how many stand before it, their weight together, and its own. */
  readonly next?: { readonly rank: number; readonly before: number; readonly own: number };
}

/** Plain data that survives JSON. */
export interface Sentence {
  readonly text: string;
  /** The tokens that are coded, and where in the text each ends: those of one character end where it does. */
  readonly tokens: readonly string[];
  readonly ends: readonly number[];
  /** Tokens beyond those. */
  readonly cut: number;
  /** After 0, 1, … tokens; one more than there are tokens, once all are known. */
  readonly laws: readonly Law[];
  readonly bytes: number;
  readonly isTokenized: boolean;
  readonly problem?: string;
}

export const compute = ({ text }: Asked): Sentence => ({
  ...{ text, tokens: [], ends: [], cut: 0, laws: [], bytes: 0, isTokenized: false },
});

/** Whole numbers of at least 1 from log-probabilities, and the tokens in the order in which they stand side by side. */
export function lawFrom(logProbabilities: ArrayLike<number>, names: readonly string[], next?: number): Law {
  const weights = Array.from(logProbabilities, (log) => 1 + Math.floor(Math.exp(log) * fineness));
  const order = weights.map((_, id) => id).sort((a, b) => weights[b] - weights[a] || a - b);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rank = next === undefined ? -1 : order.indexOf(next);
  return {
    names: order.slice(0, named).map((id) => names[id]),
    weights: order.slice(0, named).map((id) => weights[id]),
    ...{ total, vocabulary: weights.length },
    entropy: weights.reduce((sum, weight) => sum - (weight / total) * Math.log(weight / total), 0),
    ...(next !== undefined && {
      next: { rank, before: order.slice(0, rank).reduce((sum, id) => sum + weights[id], 0), own: weights[next] },
    }),
  };
}

async function lawAt(engine: Engine, text: string, position: number, signal: Signal, next?: number): Promise<Law> {
  const names = await tokenNames(engine);
  const { logProbabilities } = await engine.distribution(text, position, signal);
  return lawFrom(logProbabilities, names, next);
}

type Context = Pick<RunContext<Sentence>, 'engine' | 'signal' | 'previous' | 'pause'>;

/** Cuts the sentence into tokens, and asks the network for its prediction before each and after the last. */
export async function* run(asked: Asked, { engine, signal, previous, pause }: Context): AsyncGenerator<Sentence> {
  const { text } = asked;
  if (previous?.text === text && isWhole(previous)) return yield previous;
  let known = compute(asked);
  try {
    const [{ ids, ends }, names] = await Promise.all([engine.tokens(text), tokenNames(engine)]);
    const coded = Array.from(ids.subarray(0, mostTokens));
    const end = coded.length > 0 ? ends[coded.length - 1] : 0;
    known = {
      ...known,
      tokens: coded.map((id) => names[id]),
      ends: Array.from(ends.subarray(0, coded.length)),
      cut: ids.length - coded.length,
      bytes: new TextEncoder().encode(text.slice(0, end)).length,
      isTokenized: true,
    };
    for (let k = 0; k <= coded.length; k++) {
      const law = await lawAt(engine, text, k, signal, coded[k]);
      if (signal.aborted) return;
      yield (known = { ...known, laws: [...known.laws, law] });
      await pause?.();
    }
  } catch (error) {
    if (signal.aborted) return;
    yield { ...known, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The text of the first so many tokens, in whole characters. */
export const textUpTo = ({ text, ends }: Sentence, count: number) => text.slice(0, count > 0 ? ends[count - 1] : 0);

/** Whether all predictions are known. */
export const isWhole = ({ isTokenized, tokens, laws }: Sentence) => isTokenized && laws.length === tokens.length + 1;
