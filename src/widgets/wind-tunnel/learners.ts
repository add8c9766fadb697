import { DirichletPredictor } from '#sim/dirichlet-predictor.ts';
import { predictionsAlong } from '#sim/predictor.ts';
import { trainedOn, type Asked } from './parameters.ts';
import { shownBayesian } from './sequence.ts';

/** A law of the next symbol for every position: after 0, 1, …, T symbols. */
export type Laws = readonly (readonly number[])[];

/** What those who are compared with the network predict along a sequence. */
export interface Learners {
  /** 1/k. */
  readonly uniform: Laws;
  /** (n_j + 1)/(n + k). */
  readonly unigram: Laws;
  /** (n_ij + 1)/(n_i + k), the exact Bayesian who holds the prior of training: the bigram learner. */
  readonly bigram: Laws;
  /** The exact Bayesian who holds the prior on display. */
  readonly shown: Laws;
}

const uniformAlong = (symbols: number, length: number): Laws => {
  const law = new Array<number>(symbols).fill(1 / symbols);
  return Array.from({ length: length + 1 }, () => law);
};

export function learnersAlong(sequence: readonly number[], symbols: number, asked: Asked): Learners {
  return {
    uniform: uniformAlong(symbols, sequence.length),
    unigram: predictionsAlong(new DirichletPredictor(symbols, 0, trainedOn), sequence),
    bigram: predictionsAlong(new DirichletPredictor(symbols, 1, trainedOn), sequence),
    shown: predictionsAlong(shownBayesian(asked), sequence),
  };
}

/** D(p‖q) in nats, q in logarithms; q may keep something for tokens that are no symbols here. */
export function gapTo(p: readonly number[], logQ: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < p.length; j++) if (p[j] > 0) sum += p[j] * (Math.log(p[j]) - logQ[j]);
  return sum;
}

/** −Σ p ln q in nats, q in logarithms. */
export function lossUnder(p: readonly number[], logQ: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < p.length; j++) if (p[j] > 0) sum -= p[j] * logQ[j];
  return sum;
}

/** The gap of the network to each law, position by position. */
export const gapsAlong = (laws: Laws, logs: Laws) => logs.map((logQ, t) => gapTo(laws[t], logQ));

/** Transitions i → j so far and their sum, for the last symbol i of the first `position`; none before the first symbol. */
export function countsAt(sequence: readonly number[], position: number, symbols: number): readonly number[] {
  const counts = new Array<number>(symbols).fill(0);
  for (let t = 1; t < position; t++) if (sequence[t - 1] === sequence[position - 1]) counts[sequence[t]]++;
  return counts;
}

/** Places t whose symbol followed an earlier copy of the last symbol of the first `position`: where an induction head looks. */
export const followers = (sequence: readonly number[], position: number): number[] =>
  Array.from({ length: Math.max(0, position - 1) }, (_, i) => i + 1).filter(
    (t) => sequence[t - 1] === sequence[position - 1],
  );
