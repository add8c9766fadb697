import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { close } from '../../../fixtures/oracle.ts';
import { excessLossOfWindow } from '#theory/learning/coin-mixture.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { extremeChains } from './extreme-chains.ts';
import { stationaryLaw, type MarkovChain } from './markov-chain.ts';
import { boundOnWindowLoss, type MarkovMixture } from './markov-mixture.ts';
import { windowStatistics } from './window-statistics.ts';

const two = (one: MarkovChain, other: MarkovChain, prior: number): MarkovMixture => ({
  chains: [one, other],
  weights: [prior, 1 - prior],
});
const stationary = ({ chains }: MarkovMixture) => chains.map(stationaryLaw);
const windows = (mixture: MarkovMixture, longest: number) => windowStatistics(mixture, stationary(mixture), longest);

/** Every word with the probability of it under each chain. */
function words({ chains }: MarkovMixture, starts: readonly number[][], length: number) {
  const states = chains[0].length;
  return Array.from({ length: states ** length }, (_, code) => {
    const word = Array.from({ length }, (_unused, t) => Math.floor(code / states ** t) % states);
    return {
      last: word[length - 1],
      p: chains.map((chain, j) => word.slice(1).reduce((p, y, t) => p * chain[word[t]][y], starts[j][word[0]])),
    };
  });
}

describe('windows of a random mixture', () => {
  const mixtures = fc
    .tuple(irreducibleChainOf(2), irreducibleChainOf(2), irreducibleChainOf(2), distributionOf(3))
    .map(([a, b, c, weights]): MarkovMixture => ({ chains: [a, b, c], weights }));

  it('have the statistics of all words, one by one', () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const { chains, weights } = mixture;
        const found = windows(mixture, 4)[3];
        const all = words(mixture, stationary(mixture), 4);
        const law = all.map(({ p }) => p.reduce((t, q, j) => t + weights[j] * q, 0));
        close(found.entropyOfWord, entropy(law), 1e-9);
        const joint = all.flatMap(({ p }) => p.map((q, j) => weights[j] * q));
        close(found.entropyOfChain, entropy(joint) - entropy(law), 1e-9);
        const rows = all.map(({ last }, i) =>
          chains[0].map((_, y) =>
            law[i] > 0 ? all[i].p.reduce((t, q, j) => t + weights[j] * q * chains[j][last][y], 0) / law[i] : 0.5,
          ),
        );
        const mean = (of: (i: number, j: number) => number, j: number) =>
          all.reduce((t, { p }, i) => (p[j] > 0 ? t + p[j] * of(i, j) : t), 0);
        let excess = 0;
        weights.forEach((weight, j) => {
          if (weight === 0) return;
          const after = (i: number) => chains[j][all[i].last];
          excess += weight * mean((i) => relativeEntropy(after(i), rows[i]), j);
          close(
            found.gap[j].mean,
            mean((i) => totalVariation(after(i), rows[i]), j),
            1e-9,
          );
          close(
            found.meanPosterior[j],
            mean((i) => (weight * all[i].p[j]) / law[i], j),
            1e-9,
          );
        });
        expect(Math.abs(found.excessLoss - excess)).toBeLessThan(1e-12);
        const right = all.reduce((t, { p }) => t + Math.max(...p.map((q, j) => weights[j] * q)), 0);
        expect(Math.abs(found.errorOfGuess - (1 - right))).toBeLessThan(1e-12);
      }),
      { numRuns: 50 },
    );
  });

  it('obey the chain rule, the two bounds and Pinsker', () => {
    fc.assert(
      fc.property(mixtures, (mixture) => {
        const all = windows(mixture, 6);
        all.forEach((row, i) => {
          expect(row.entropyOfChain).toBeLessThanOrEqual(row.bhattacharyyaBound + 1e-12);
          expect(row.excessLoss).toBeLessThanOrEqual(boundOnWindowLoss(mixture.weights, row.length) + 1e-12);
          const square = row.gap.reduce((t, { mean }, j) => t + mixture.weights[j] * mean ** 2, 0);
          expect(square).toBeLessThanOrEqual(row.excessLoss / 2 + 1e-12);
          if (i === 0) return;
          expect(row.excessLoss).toBeLessThanOrEqual(all[i - 1].excessLoss + 1e-12);
          close(all[i - 1].entropyOfChain - row.entropyOfChain, all[i - 1].excessLoss, 1e-9);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('of two chains have gaps that balance: π E(gap | 1) = (1 − π) E(gap | 2)', () => {
    fc.assert(
      fc.property(irreducibleChainOf(3), irreducibleChainOf(3), (one, other) => {
        for (const { gap } of windows(two(one, other, 0.3), 4)) close(0.3 * gap[0].mean, 0.7 * gap[1].mean, 1e-11);
      }),
      { numRuns: 50 },
    );
  });

  it('of coins lose what the closed form says', () => {
    const mixture = two(
      [
        [0.7, 0.3],
        [0.7, 0.3],
      ],
      [
        [0.4, 0.6],
        [0.4, 0.6],
      ],
      0.5,
    );
    for (const { length, excessLoss } of windows(mixture, 12)) {
      close(excessLoss, excessLossOfWindow({ biases: [0.7, 0.4], weights: [0.5, 0.5] }, length), 1e-12);
    }
  });

  it('keep the gap of an extreme chain above 0, and may lose that of one within the hull of the others for good', () => {
    // The toss of a coin in state 0, told in states 1 and 2, comes after four states that all chains pass alike.
    const behind = (heads: number): MarkovChain => [
      [0, heads, 1 - heads, 0, 0, 0, 0],
      ...[3, 3, 4, 5, 6, 0].map((to) => [0, 1, 2, 3, 4, 5, 6].map((y) => Number(y === to))),
    ];
    const mixture: MarkovMixture = { chains: [0.5, 0.7, 0.3].map(behind), weights: [1 / 3, 1 / 3, 1 / 3] };
    expect(extremeChains(mixture, 0)).toEqual([false, true, true]);
    const all = windows(mixture, 7);
    // Before a toss come five symbols that all chains share; only a window of six holds the toss before.
    all.slice(0, 5).forEach(({ gap }) => {
      expect(gap[0].greatest).toBeLessThan(1e-15);
      close(gap[1].least, 0.2);
    });
    expect(all[5].gap[0].least).toBeGreaterThan(0.01);
    let kept = 0;
    fc.assert(
      fc.property(mixtures, (random) => {
        const extreme = [0, 1].map((x) => extremeChains(random, x));
        for (const { gap } of windows(random, 4)) {
          gap.forEach(({ least }, j) => {
            const always = extreme.every((row) => row[j]) && random.weights.every((weight) => weight > 0);
            if (always && random.chains.every((chain) => chain.flat().every((p) => p > 0))) {
              expect(least).toBeGreaterThan(0);
              kept++;
            }
          });
        }
      }),
    );
    expect(kept).toBeGreaterThan(20);
  });

  it('keep the digits of what is left of the entropy where one chain is all but sure', () => {
    const coin = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    const left = 1e-20 * (Math.log(1e20) + 1);
    for (const { entropyOfChain, errorOfGuess } of windows(two(coin, coin, 1e-20), 3)) {
      close(entropyOfChain / left, 1, 1e-12);
      close(errorOfGuess / 1e-20, 1, 1e-12);
    }
  });

  it('are rejected if there are too many words, or a law does not fit', () => {
    const mixture = two([[1]], [[1]], 0.5);
    const coin = [
      [0.5, 0.5],
      [0.5, 0.5],
    ];
    expect(() => windows(two(coin, coin, 0.5), 23)).toThrow(
      new RangeError('longest must leave at most 2^22 words, got 2^23'),
    );
    expect(() => windowStatistics(mixture, [[1]], 2)).toThrow(
      new RangeError('starts must be one for each of the 2 chains, got 1'),
    );
    expect(() => windowStatistics(mixture, [[1], [0.5, 0.5]], 2)).toThrow(
      new RangeError('starts[1] must have 1 entries like there are states, got 2'),
    );
    expect(() => windows(two([[1]], coin, 0.5), 2)).toThrow(
      new RangeError('chains[1] must have 1 states like the first, got 2'),
    );
    expect(() => windows({ chains: [coin], weights: [0.5, 0.5] }, 2)).toThrow(
      new RangeError('chains must be one for each of the 2 weights, got 1'),
    );
    expect(() => windows(two(coin, coin, NaN), 2)).toThrow(
      new RangeError('weights[0] must be a finite number, got NaN'),
    );
    expect(windows(mixture, 0)).toEqual([]);
  });
});
