import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import {
  entropyRate,
  isIrreducible,
  lawAfter,
  memoryOfChain,
  relativeEntropyRate,
  stationaryLaw,
  type MarkovChain,
} from './markov-chain.ts';

interface Pair {
  P1: number[][];
  P2: number[][];
}

/** p(word) for every word of this length, and the word, from the first symbol's law on. */
function words(chain: MarkovChain, length: number): { word: number[]; p: number }[] {
  let all = stationaryLaw(chain).map((p, x) => ({ word: [x], p }));
  for (let t = 1; t < length; t++) {
    all = all.flatMap(({ word, p }) => chain[word[t - 1]].map((q, y) => ({ word: [...word, y], p: p * q })));
  }
  return all;
}

describe('a Markov chain', () => {
  it('has the reference stationary laws and rates', () => {
    const cases = oracleCases<Pair, Record<string, number> & { mu1: number[]; mu2: number[] }>(
      '07_markov_mixture',
      'rates',
    );
    for (const { input, expected } of cases) {
      closeAll(stationaryLaw(input.P1), expected.mu1);
      closeAll(stationaryLaw(input.P2), expected.mu2);
      close(entropyRate(input.P1), expected.entropy_rate_1);
      close(entropyRate(input.P2), expected.entropy_rate_2);
      close(relativeEntropyRate(input.P1, input.P2), expected.KL_rate_1_vs_2);
      close(relativeEntropyRate(input.P2, input.P1), expected.KL_rate_2_vs_1);
    }
  });

  it('leaves its stationary law as it is, and is never negative in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(irreducibleChainOf), (chain) => {
        const law = stationaryLaw(chain);
        closeAll(lawAfter(chain, law, 1), law, 1e-13);
        close(
          law.reduce((a, b) => a + b),
          1,
          1e-14,
        );
        expect(Math.min(...law)).toBeGreaterThan(0);
        expect(isIrreducible(chain)).toBe(true);
      }),
    );
  });

  it('has a stationary law if it is periodic, if some states are left for ever, and if a transition is very rare', () => {
    closeAll(
      stationaryLaw([
        [0, 1],
        [1, 0],
      ]),
      [0.5, 0.5],
    );
    closeAll(
      stationaryLaw([
        [0.5, 0.25, 0.25],
        [0, 0.9, 0.1],
        [0, 0.2, 0.8],
      ]),
      [0, 2 / 3, 1 / 3],
    );
    const [often, rare] = stationaryLaw([
      [1, 1e-300],
      [1, 0],
    ]);
    close(often, 1);
    close(rare / 1e-300, 1);
  });

  it('has entropies of words and divergences of words that grow by its rates, by enumeration', () => {
    fc.assert(
      fc.property(irreducibleChainOf(3), channelOf(3, 3), (chain, other) => {
        const mixed = chain.map((row, x) => row.map((p, y) => (p + other[x][y]) / 2));
        const blocks = [1, 2, 3, 4].map((n) => words(chain, n));
        const block = (n: number) => entropy(blocks[n - 1].map(({ p }) => p));
        for (const n of [1, 2, 3]) close(block(n + 1) - block(n), entropyRate(chain), 1e-9);
        close(block(1) - entropyRate(chain), memoryOfChain(chain), 1e-9);
        const law = stationaryLaw(chain);
        const under = ({ word }: { word: number[] }) =>
          word.slice(1).reduce((p, y, t) => p * mixed[word[t]][y], law[word[0]]);
        const divergence = relativeEntropy(
          blocks[3].map(({ p }) => p),
          blocks[3].map(under),
        );
        close(divergence, 3 * relativeEntropyRate(chain, mixed), 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('is infinitely far from one that cannot follow it', () => {
    const free = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    const bound = [
      [0.5, 0.5],
      [1, 0],
    ];
    expect(relativeEntropyRate(free, bound)).toBe(Infinity);
    expect(relativeEntropyRate(bound, free)).toBeLessThan(Infinity);
  });

  it('is rejected if it is none, and if it has several ends', () => {
    expect(() => stationaryLaw([[0.5, 0.5]])).toThrow(new RangeError('chain must be square, got 1 rows of 2 entries'));
    expect(() => stationaryLaw([])).toThrow(new RangeError('chain must have at least one row, got none'));
    expect(() => stationaryLaw([[NaN]])).toThrow(new RangeError('chain[0][0] must be a finite number, got NaN'));
    expect(() =>
      stationaryLaw([
        [1, 0],
        [0, 1],
      ]),
    ).toThrow(new RangeError('chain must have one closed class of states, got several, one with 0'));
    expect(() =>
      relativeEntropyRate(
        [[1]],
        [
          [0.5, 0.5],
          [1, 0],
        ],
      ),
    ).toThrow(new RangeError('first and second must have equally many states, got 1 and 2'));
    expect(() => lawAfter([[1]], [0.5, 0.5], 1)).toThrow(RangeError);
    expect(() => lawAfter([[1]], [1], -1)).toThrow(
      new RangeError('steps must be a whole number of at least 0, got -1'),
    );
  });
});
