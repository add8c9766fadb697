import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { irreducibleChainOf } from '../../../fixtures/arbitrary.ts';
import { close, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryWindow } from './binary-windows.ts';
import { stationaryLaw, type MarkovChain } from './markov-chain.ts';
import { windowStatistics } from './window-statistics.ts';

const coin = (p: number): MarkovChain => [
  [p, 1 - p],
  [p, 1 - p],
];
const two = (one: MarkovChain, other: MarkovChain, prior = 0.5) => ({
  chains: [one, other],
  weights: [prior, 1 - prior],
});

describe('the windows of two chains of zeros and ones', () => {
  it('are those of an enumeration of all words, for random chains with zeros among them', () => {
    const chances = fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(irreducibleChainOf(2), irreducibleChainOf(2), chances, (one, other, prior) => {
        const mixture = two(one, other, prior);
        const all = windowStatistics(mixture, mixture.chains.map(stationaryLaw), 8);
        for (const { length, excessLoss, entropyOfChain } of all) {
          const found = binaryWindow(mixture, length);
          expect(Math.abs(found.excessLoss - excessLoss)).toBeLessThan(1e-13);
          expect(Math.abs(found.entropyOfChain - entropyOfChain)).toBeLessThan(1e-13);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lose at worst what the worst of all words loses', () => {
    const [one, other] = [
      [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
      [
        [0.6, 0.4],
        [0.4, 0.6],
      ],
    ];
    const mixture = two(one, other, 0.3);
    const starts = mixture.chains.map(stationaryLaw);
    let worst = 0;
    for (let code = 0; code < 2 ** 7; code++) {
      const word = Array.from({ length: 7 }, (_, t) => (code >> t) & 1);
      const shares = mixture.chains.map((chain, j) =>
        word.slice(1).reduce((p, y, t) => p * chain[word[t]][y], mixture.weights[j] * starts[j][word[0]]),
      );
      const v = shares[0] / (shares[0] + shares[1]);
      const rows = mixture.chains.map((chain) => chain[word[6]]);
      const predicted = rows[0].map((p, y) => v * p + (1 - v) * rows[1][y]);
      worst = Math.max(worst, ...rows.map((row) => relativeEntropy(row, predicted)));
    }
    close(binaryWindow(mixture, 7).greatestDivergence, worst, 1e-12);
  });

  it('of coins have the reference values, up to four hundred tosses', () => {
    type Coins = { b1: number; b2: number; prior_of_1: number; window_d_symbols: number };
    const cases = oracleCases<Coins>('16_rate_distortion_learning', 'hypothesis_B_iid_coins_long_windows');
    let longest = 0;
    for (const { input, expected } of cases) {
      const { b1, b2, prior_of_1: prior, window_d_symbols: window } = input;
      if (window === 0 || window > 512) continue;
      const found = binaryWindow(two(coin(b1), coin(b2), prior), window);
      close(found.excessLoss, expected.excess_loss_nats, 1e-9);
      close(found.entropyOfChain, expected.H_M_given_window, 1e-9);
      longest = Math.max(longest, window);
    }
    expect(longest).toBeGreaterThanOrEqual(200);
  });

  it('obey the chain rule far beyond what can be enumerated', () => {
    const mixture = two(
      [
        [0.9, 0.1],
        [0.2, 0.8],
      ],
      [
        [0.85, 0.15],
        [0.25, 0.75],
      ],
      0.2,
    );
    for (const window of [1, 50, 127]) {
      const [now, next] = [binaryWindow(mixture, window), binaryWindow(mixture, window + 1)];
      close(now.entropyOfChain - next.entropyOfChain, now.excessLoss, 1e-9);
    }
  });

  it('are for two chains on two states', () => {
    expect(() => binaryWindow({ chains: [coin(0.5)], weights: [1] }, 3)).toThrow(
      new RangeError('chains must be two, got 1'),
    );
    expect(() => binaryWindow(two([[1]], [[1]]), 3)).toThrow(new RangeError('chains must have two states, got 1'));
    expect(() => binaryWindow(two(coin(0.5), coin(0.4)), 0)).toThrow(RangeError);
    expect(() => binaryWindow(two(coin(0.5), coin(0.4)), 513)).toThrow(RangeError);
  });
});
