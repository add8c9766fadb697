import { uniforms } from '#sim/random.ts';
import { gapTo, learnersAlong, lossUnder, type Laws } from './learners.ts';
import { longest, symbolsOf, type Asked } from './parameters.ts';
import { drawSequence, orderOf } from './sequence.ts';

/** Positions of a fresh sequence: the symbol after 0, 1, …, 127 others; averages are over those after 16 or more. */
export const positions = longest + 1;
export const firstCounted = 16;
const counted = positions - firstCounted;
/** So many are read. */
export const freshSequences = 64;
/** Losses are shown for so many positions together. */
export const block = 8;

/** A sum over sequences and that of the squares: a mean with its standard error. */
export interface Tally {
  readonly sum: number;
  readonly squares: number;
}
export interface Mean {
  readonly mean: number;
  readonly error: number;
}
export const meanOf = ({ sum, squares }: Tally, n: number): Mean => {
  const mean = n > 0 ? sum / n : 0;
  return { mean, error: n > 1 ? Math.sqrt(Math.max(0, squares / n - mean * mean) / (n - 1)) : 0 };
};

/* prettier-ignore */
const scalars = [
  'gap', 'toShown', 'price', 'over', 'expected', 'entropy', 'model', 'bigram', 'shown', 'unigram', 'regret',
] as const;

/** What the network makes of fresh sequences, drawn one after the other from the chains on display. Nats, plain data. */
export interface Fresh {
  /** Of which network, source and alphabet. */
  readonly key: string;
  readonly sequences: number;
  /** By position: the gap to the Bayesian of training, and the sum of the entropies of the predictions of the one on display. */
  readonly gapAt: readonly Tally[];
  readonly entropyAt: readonly number[];
  /** By block of positions: what the symbols cost the network and the unigram learner. */
  readonly modelIn: readonly Tally[];
  readonly unigramIn: readonly Tally[];
  /**
   * Means over positions 16 to 127 of: the gap from the Bayesian of training to the network; from the one on display; from the one on
   * display to that of training, the price of the prior; what the network pays over that price; −Σ p ln q for p the one
   * on display, and the entropy of p; what the symbols cost network, learners; and what they cost the network more than the one on display.
   */
  readonly of: Readonly<Record<(typeof scalars)[number], Tally>>;
}

const none: Tally = { sum: 0, squares: 0 };
const plus = ({ sum, squares }: Tally, x: number): Tally => ({ sum: sum + x, squares: squares + x * x });
const filled = (count: number) => new Array<Tally>(count).fill(none);

export const noneFresh = (key: string): Fresh => ({
  ...{ key, sequences: 0, gapAt: filled(positions), entropyAt: new Array<number>(positions).fill(0) },
  ...{ modelIn: filled(positions / block), unigramIn: filled(positions / block) },
  of: Object.fromEntries(scalars.map((name) => [name, none])) as Fresh['of'],
});

/** Sequence number n of the fresh ones: all of 128 symbols, the first 127 of which fit into the context. */
export const freshSequence = (asked: Asked, alpha: number, order: 1 | 2, n: number) =>
  drawSequence(symbolsOf(asked), order, alpha, positions, uniforms(asked.seed, 1, n));
export const shownSequence = (asked: Asked, n: number) => freshSequence(asked, asked.alpha, orderOf(asked), n);

const average = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Takes one more sequence in, with the network's predictions of its 128 symbols. */
export function withSequence(fresh: Fresh, sequence: readonly number[], logs: Laws, asked: Asked): Fresh {
  const learners = learnersAlong(sequence.slice(0, longest), symbolsOf(asked), asked);
  const per = (of: (t: number) => number) => Array.from({ length: positions }, (_, t) => of(t));
  const cost = (laws: Laws) => per((t) => -Math.log(laws[t][sequence[t]]));
  const gap = per((t) => gapTo(learners.bigram[t], logs[t]));
  const entropy = per((t) => lossUnder(learners.shown[t], learners.shown[t].map(Math.log)));
  const model = per((t) => -logs[t][sequence[t]]);
  const unigram = cost(learners.unigram);
  const shown = cost(learners.shown);
  const late = (values: readonly number[]) => average(values.slice(firstCounted));
  const toShown = late(per((t) => gapTo(learners.shown[t], logs[t])));
  const price = late(per((t) => gapTo(learners.shown[t], learners.bigram[t].map(Math.log))));
  const values: Record<(typeof scalars)[number], number> = {
    gap: late(gap),
    toShown,
    price,
    over: toShown - price,
    expected: late(per((t) => lossUnder(learners.shown[t], logs[t]))),
    entropy: late(entropy),
    model: late(model),
    bigram: late(cost(learners.bigram)),
    shown: late(shown),
    unigram: late(unigram),
    regret: late(model) - late(shown),
  };
  const inBlocks = (tallies: readonly Tally[], costs: readonly number[]) =>
    tallies.map((tally, i) => plus(tally, average(costs.slice(i * block, (i + 1) * block))));
  return {
    key: fresh.key,
    sequences: fresh.sequences + 1,
    gapAt: fresh.gapAt.map((tally, t) => plus(tally, gap[t])),
    entropyAt: fresh.entropyAt.map((sum, t) => sum + entropy[t]),
    modelIn: inBlocks(fresh.modelIn, model),
    unigramIn: inBlocks(fresh.unigramIn, unigram),
    of: Object.fromEntries(scalars.map((name) => [name, plus(fresh.of[name], values[name])])) as Fresh['of'],
  };
}

/** How far the network is from each learner, in nats: means over the positions of some fresh sequences of the chains of training. */
export interface Distances {
  readonly uniform: number;
  readonly unigram: number;
  readonly bigram: number;
}

export function distancesOf(sequences: readonly (readonly number[])[], logs: readonly Laws[], asked: Asked): Distances {
  const symbols = symbolsOf(asked);
  const sums = { uniform: 0, unigram: 0, bigram: 0 };
  sequences.forEach((sequence, i) => {
    const learners = learnersAlong(sequence.slice(0, longest), symbols, asked);
    for (const name of ['uniform', 'unigram', 'bigram'] as const)
      for (let t = firstCounted; t < positions; t++) sums[name] += gapTo(learners[name][t], logs[i][t]);
  });
  const each = (sum: number) => Number((sum / (counted * sequences.length)).toPrecision(5));
  return { uniform: each(sums.uniform), unigram: each(sums.unigram), bigram: each(sums.bigram) };
}

/** Rounds every sum, so that a page can carry it: the means over all positions to nine digits, which the laws ask for, the rest to six. */
export function lean(fresh: Fresh): Fresh {
  const to = (digits: number) => (x: number) => Number(x.toPrecision(digits));
  const each =
    (digits: number) =>
    ({ sum, squares }: Tally): Tally => ({ sum: to(digits)(sum), squares: to(digits)(squares) });
  return {
    ...fresh,
    gapAt: fresh.gapAt.map(each(6)),
    entropyAt: fresh.entropyAt.map(to(6)),
    modelIn: fresh.modelIn.map(each(6)),
    unigramIn: fresh.unigramIn.map(each(6)),
    of: Object.fromEntries(scalars.map((name) => [name, each(9)(fresh.of[name])])) as Fresh['of'],
  };
}
