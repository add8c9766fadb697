/** Stationary sources of zeros and ones whose entropies H(next | the last k) are known exactly for every k. */
import { refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { coinEntropyRate, predictiveEntropies, type CoinMixture } from './coin-mixture.ts';
import type { LabeledChain } from './labeled-chain.ts';

export interface KnownSource {
  readonly chain: LabeledChain;
  /** H(X_{k+1} | X₁ … X_k) in nats for k = 0, 1, …: never rises, because the source is stationary and conditioning never adds entropy. */
  entropies(most: number): number[];
  /** Its limit, in nats a symbol. */
  readonly rate: number;
}

/** A coin is picked once and tossed for ever: what the past tells is which coin it is. */
export function coinsSource(coins: CoinMixture): KnownSource {
  const rate = coinEntropyRate(coins);
  return {
    chain: {
      start: coins.weights,
      moves: coins.heads.map((p, to) => [
        { probability: p, symbol: 1, to },
        { probability: 1 - p, symbol: 0, to },
      ]),
    },
    entropies: (most) => predictiveEntropies(coins, most + 1),
    rate,
  };
}

/** A Markov chain of order one that leaves 0 with probability `from0` and 1 with `from1`: its last symbol is all that the past tells. */
export function markovSource(from0: number, from1: number): KnownSource {
  assertProbability(from0, 'from0');
  assertProbability(from1, 'from1');
  if (from0 + from1 === 0) refuse('from0 + from1', 'be positive, or there is no one stationary law', 0);
  const start = [from1 / (from0 + from1), from0 / (from0 + from1)];
  const rate = start[0] * binaryEntropy(from0) + start[1] * binaryEntropy(from1);
  return {
    chain: {
      start,
      moves: [
        [
          { probability: 1 - from0, symbol: 0, to: 0 },
          { probability: from0, symbol: 1, to: 1 },
        ],
        [
          { probability: from1, symbol: 0, to: 0 },
          { probability: 1 - from1, symbol: 1, to: 1 },
        ],
      ],
    },
    entropies: (most) => Array.from({ length: most + 1 }, (_, k) => (k === 0 ? binaryEntropy(start[1]) : rate)),
    rate,
  };
}

/**
 * Spells of zeros and of ones in turn, whose lengths 1, 2, … have the law `lengths`, each independent of the others. The
 * past tells how old the present spell is, once it reaches back to where the spell began.
 *
 * With S(a) = p(length > a) and mean length μ = Σ S(a), a spell has age a (a symbols so far) with probability S(a − 1)/μ, and ends
 * there with p(length = a)/S(a − 1). If the last k symbols are alike the spell has some age a ≥ k, and ends with probability
 * Σ_{a ≥ k} p(length = a)/Σ_{a ≥ k} S(a − 1) = S(k − 1)/Σ_{a ≥ k} S(a − 1). The rate is H(length)/μ (renewal theory).
 */
export function spellsSource(lengths: readonly number[]): KnownSource {
  assertDistribution(lengths, 'lengths');
  const longest = lengths.length;
  const longer = (a: number) => sum(lengths.slice(a));
  const survival = lengths.map((_, a) => longer(a));
  const mean = sum(survival);
  const ends = lengths.map((p, i) => Math.min(1, p / survival[i])).map((p) => (Number.isNaN(p) ? 1 : p));
  const state = (symbol: 0 | 1, age: number) => symbol * longest + age - 1;
  const ages = lengths.map((_, i) => i + 1);
  const moves = ([0, 1] as const).flatMap((symbol) =>
    ages.map((age) => {
      const other = symbol === 0 ? 1 : 0;
      const turn = { probability: ends[age - 1], symbol: other, to: state(other, 1) } as const;
      if (age === longest) return [{ ...turn, probability: 1 }];
      return [turn, { probability: 1 - ends[age - 1], symbol, to: state(symbol, age + 1) }];
    }),
  );
  const older = (a: number) => sum(survival.slice(Math.max(0, a - 1))); // Σ_{b ≥ a} S(b − 1)
  const entropyAfter = (k: number) => {
    if (k === 0) return Math.LN2;
    // The spell began within the last k symbols, a of them ago, or it is at least as old as the past is long.
    const known = ages.filter((a) => a < k).map((a) => (survival[a - 1] / mean) * binaryEntropy(ends[a - 1]));
    const rest = older(k);
    const open = rest > 0 ? (rest / mean) * binaryEntropy(Math.min(1, (survival[k - 1] ?? 0) / rest)) : 0;
    return sum(known) + open;
  };
  return {
    chain: { start: [...survival, ...survival].map((s) => s / mean / 2), moves },
    entropies: (most) => Array.from({ length: most + 1 }, (_, k) => entropyAfter(k)),
    rate: entropy(lengths) / mean,
  };
}
