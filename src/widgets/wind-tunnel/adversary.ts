import { uniforms } from '#sim/random.ts';
import { gapTo, learnersAlong, type Laws } from './learners.ts';
import { type Asked, symbolsOf } from './parameters.ts';

/** Rounds of the search and sequences in each. */
export const rounds = 10;
const each = 6;

const repeat = (word: readonly number[], length: number) => Array.from({ length }, (_, t) => word[t % word.length]);

/** Sequences that no chain of training is likely to write: one symbol, cycles, long runs, a cycle that turns around. */
export function candidates(symbols: number, length: number): number[][] {
  const up = Array.from({ length: symbols }, (_, j) => j);
  const half = Math.ceil(length / 2);
  return [
    repeat([0], length),
    repeat([0, 1], length),
    repeat(up, length),
    repeat([0, 0, 1], length),
    Array.from({ length }, (_, t) => Math.floor((t * symbols) / length)),
    [...repeat([0, 1], half), ...repeat([0, symbols - 1], length - half)],
    [...repeat(up, half), ...repeat([...up].reverse(), length - half)],
  ];
}

/** The mean gap in nats from the Bayesian of training to the network, over all positions. */
export function meanGap(sequence: readonly number[], logs: Laws, asked: Asked): number {
  const { bigram } = learnersAlong(sequence, symbolsOf(asked), asked);
  return logs.reduce((sum, logQ, t) => sum + gapTo(bigram[t], logQ), 0) / logs.length;
}

/** Variations of the worst sequence so far: a stretch of it, somewhere, becomes the repetition of a short random word. */
export function variations(worst: readonly number[], round: number, asked: Asked): number[][] {
  const symbols = symbolsOf(asked);
  return Array.from({ length: each }, (_, i) => {
    const next = uniforms(asked.seed, 2, round, i);
    const below = (n: number) => Math.floor(next() * n);
    const word = Array.from({ length: 1 + below(3) }, () => below(symbols));
    const from = below(worst.length);
    const to = from + 1 + below(Math.ceil(worst.length / 2));
    return worst.map((symbol, t) => (t >= from && t < to ? word[(t - from) % word.length] : symbol));
  });
}
