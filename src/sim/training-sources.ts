/**
 * Sources to train a network on whose law is known exactly: of every sequence, the law of each symbol given those before it. So a
 * network's loss splits into what nobody could have saved and a divergence of its own.
 */
import { sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { entropyRate, stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { coinEntropyRate, predictHeads, predictiveEntropies, twoCoins } from './coin-mixture.ts';
import type { Uniform } from './random.ts';
import { drawCategorical } from './samplers.ts';

export interface TrainingSourceOfLaw {
  /** Token i is written symbols[i]; empty if it never occurs. Their number is a multiple of 4. */
  readonly symbols: readonly string[];
  /** One sequence: a first token, which nobody is asked to predict, and so many symbols after it. */
  draw(length: number, next: Uniform): number[];
  /** The law over all tokens of the symbol after each token of a sequence but the last, given everything up to it. */
  laws(sequence: readonly number[]): number[][];
  /** H(Xₜ | first token, X₁ … Xₜ₋₁) in nats for t = 1 … length: the least mean loss there is at each place. */
  entropies(length: number): number[];
  /** Entropy rate in nats a symbol: what is left of it in the long run. */
  readonly rate: number;
}

/** Rows sum to 20. */
const babbleRows: readonly (readonly number[])[] = [
  // to ␣ a i m n r s t
  [0, 2, 1, 6, 3, 1, 4, 3],
  [5, 0, 1, 1, 5, 4, 1, 3],
  [4, 1, 0, 1, 5, 1, 4, 4],
  [0, 10, 8, 1, 0, 0, 0, 1],
  [3, 7, 6, 0, 1, 0, 0, 3],
  [1, 9, 7, 0, 0, 1, 0, 2],
  [4, 3, 3, 1, 0, 0, 2, 7],
  [2, 6, 6, 0, 0, 5, 0, 1],
];

/** A Markov chain of eight letters that writes what might be words: the last letter is all that the past tells. */
export const babbleChain: MarkovChain = babbleRows.map((row) => row.map((weight) => weight / sum(row)));

/** The chain, in its stationary law from the first token on, so that every prediction costs its entropy rate. */
export function babbleSource(): TrainingSourceOfLaw {
  const start = stationaryLaw(babbleChain);
  const rate = entropyRate(babbleChain);
  return {
    symbols: [' ', 'a', 'i', 'm', 'n', 'r', 's', 't'],
    draw(length, next) {
      const sequence = [drawCategorical(start, next)];
      while (sequence.length <= length)
        sequence.push(drawCategorical(babbleChain[sequence[sequence.length - 1]], next));
      return sequence;
    },
    laws: (sequence) => sequence.slice(0, -1).map((symbol) => [...babbleChain[symbol]]),
    entropies: (length) => new Array<number>(length).fill(rate),
    rate,
  };
}

/** The token before every sequence of the sources of two symbols, which are tokens 0 and 1. */
const begin = 2;

/** Somebody picks one of two coins for each sequence and tosses it: heads 0.7 or 0.4, with equal chances. */
export function coinsSource(): TrainingSourceOfLaw {
  return {
    symbols: ['H', 'T', '|', ''],
    draw(length, next) {
      const heads = twoCoins.heads[drawCategorical(twoCoins.weights, next)];
      return [begin, ...Array.from({ length }, () => (next() < heads ? 0 : 1))];
    },
    laws(sequence) {
      let heads = 0;
      return sequence.slice(0, -1).map((symbol, t) => {
        if (t > 0 && symbol === 0) heads++;
        const p = predictHeads(twoCoins, heads, t - heads);
        return [p, 1 - p, 0, 0];
      });
    },
    entropies: (length) => predictiveEntropies(twoCoins, length),
    rate: coinEntropyRate(twoCoins),
  };
}

/** One period of the shift register of four binary digits with the polynomial x⁴ + x + 1: all states but 0000. Golomb 1967. */
const period: readonly number[] = (() => {
  const digits = [1, 0, 0, 0];
  while (digits.length < 15) digits.push(digits[digits.length - 4] ^ digits[digits.length - 3]);
  return digits;
})();

/**
 * The digits of a shift register from a place drawn among the fifteen of its period: each is the parity of those four and
 * three places before. Four digits tell the place, ln 15 in all, and what follows is certain.
 */
export function registerSource(): TrainingSourceOfLaw {
  const from = (place: number, length: number) => Array.from({ length }, (_, t) => period[(place + t) % period.length]);
  const laws = (sequence: readonly number[]) => {
    let places = [...period.keys()];
    return sequence.slice(0, -1).map((symbol, t) => {
      if (t > 0) places = places.filter((place) => period[(place + t - 1) % period.length] === symbol);
      const ones = places.filter((place) => period[(place + t) % period.length] === 1).length;
      const p = places.length === 0 ? 0.5 : ones / places.length;
      return [1 - p, p, 0, 0];
    });
  };
  return {
    symbols: ['0', '1', '|', ''],
    draw: (length, next) => [begin, ...from(Math.floor(next() * period.length), length)],
    laws,
    entropies(length) {
      const all = period.map((_, place) => laws([begin, ...from(place, length)]).map(entropy));
      return Array.from({ length }, (_, t) => sum(all.map((entropies) => entropies[t])) / period.length);
    },
    rate: 0,
  };
}

/** Tosses of a fair coin: nothing about the next can be known, so that a network can only learn the tosses by heart. */
export function fairSource(): TrainingSourceOfLaw {
  return {
    symbols: ['H', 'T', '|', ''],
    draw: (length, next) => [begin, ...Array.from({ length }, () => (next() < 0.5 ? 0 : 1))],
    laws: (sequence) => sequence.slice(0, -1).map(() => [0.5, 0.5, 0, 0]),
    entropies: (length) => new Array<number>(length).fill(Math.LN2),
    rate: Math.LN2,
  };
}
