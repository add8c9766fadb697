import { describe, expect, it } from 'vitest';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import {
  coinEntropyRate,
  coinPosterior,
  informationOfNextToss,
  learnedOfCoin,
  logLikelihoods,
  predictHeads,
  predictiveEntropies,
  twoCoins,
  type CoinMixture,
} from './coin-mixture.ts';

const sequences = (length: number) =>
  Array.from({ length: 2 ** length }, (_, code) => Array.from({ length }, (_, i) => (code >> i) & 1));

/** p(sequence) as a product over tosses: no counts, no logarithms. */
const probability = ({ heads, weights }: CoinMixture, tosses: readonly number[]) =>
  heads.reduce(
    (total, p, j) => total + weights[j] * tosses.reduce((product, toss) => product * (toss ? p : 1 - p), 1),
    0,
  );

const blockEntropy = (coins: CoinMixture, length: number) =>
  sequences(length).reduce((total, tosses) => {
    const p = probability(coins, tosses);
    return p > 0 ? total - p * Math.log(p) : total;
  }, 0);

const three: CoinMixture = { heads: [0.1, 0.5, 0.9], weights: [0.2, 0.5, 0.3] };
const certain: CoinMixture = { heads: [0, 0.3, 1], weights: [0.25, 0.5, 0.25] };

describe('a mixture of coins', () => {
  it.each([twoCoins, three, certain])('predicts as the enumeration of all sequences does: %j', (coins) => {
    const losses = predictiveEntropies(coins, 9);
    for (let t = 0; t < 9; t++) {
      close(losses[t], blockEntropy(coins, t + 1) - blockEntropy(coins, t), 1e-9);
      for (const tosses of sequences(t)) {
        const p = probability(coins, tosses);
        const k = tosses.filter(Boolean).length;
        if (p === 0) continue;
        close(predictHeads(coins, k, t - k), probability(coins, [...tosses, 1]) / p);
      }
    }
  });

  it('loses in the mean what is known plus what is learned: the reference values', () => {
    for (const { input, expected } of oracleCases<
      { coins: number[]; prior: number[]; T: number },
      Record<'H_T' | 'entropy_rate' | 'predictive_info_H_T-T*h', number>
    >('12_capacity_prior', 'canonical_estimation_error_mixture_of_coins')) {
      const coins = { heads: input.coins, weights: input.prior };
      close(coinEntropyRate(coins), expected.entropy_rate);
      const total = predictiveEntropies(coins, input.T).reduce((a, b) => a + b, 0);
      close(total, expected.H_T);
      // The reference is a difference of numbers up to 70.
      expect(Math.abs(learnedOfCoin(coins, input.T)[input.T] - expected['predictive_info_H_T-T*h'])).toBeLessThan(
        2e-12,
      );
    }
  });

  it('agrees with the reference for the two coins of the book, window by window', () => {
    const named = oracleCases<{ P1: number[][]; P2: number[][]; prior_of_1: number }, never>(
      '07_markov_mixture',
      'lemmaA_and_hypothesisB_exact_window',
    ).find(({ name }) => name === 'D_iid_coins')!;
    const { input } = named;
    const { rows } = named.expected as unknown as {
      rows: { d: number; H_M_given_window: number; 'asymptotic_excess_loss_I(Xnext;M|window)': number }[];
    };
    expect([input.P1[0][0], input.P2[0][0], input.prior_of_1]).toEqual([...twoCoins.heads, twoCoins.weights[0]]);
    const losses = predictiveEntropies(twoCoins, 20);
    const learned = learnedOfCoin(twoCoins, 20);
    const compared = rows.filter(({ d }) => d < 20);
    expect(compared.length).toBeGreaterThan(3);
    for (const row of compared) {
      close(Math.LN2 - learned[row.d], row.H_M_given_window);
      close(losses[row.d] - coinEntropyRate(twoCoins), row['asymptotic_excess_loss_I(Xnext;M|window)'], 1e-9);
    }
  });

  it('agrees with the reference for long windows', () => {
    const cases = oracleCases<{ b1: number; b2: number; prior_of_1: number; window_d_symbols: number }>(
      '16_rate_distortion_learning',
      'hypothesis_B_iid_coins_long_windows',
    );
    for (const { input, expected } of cases) {
      if (input.window_d_symbols > 200) continue;
      const coins = { heads: [input.b1, input.b2], weights: [input.prior_of_1, 1 - input.prior_of_1] };
      const excess = predictiveEntropies(coins, input.window_d_symbols + 1).at(-1)! - coinEntropyRate(coins);
      // A difference of two numbers near 0.65, which themselves are sums of a few hundred terms.
      expect(Math.abs(excess - expected.excess_loss_nats)).toBeLessThan(1e-13);
    }
  });

  it.each([twoCoins, three, certain])(
    'a toss tells of the coin what the entropies on both sides of it differ by: %j',
    (coins) => {
      const told = informationOfNextToss(coins, 12);
      const [losses, learned, rate] = [
        predictiveEntropies(coins, 12),
        learnedOfCoin(coins, 12),
        coinEntropyRate(coins),
      ];
      for (let n = 0; n < 12; n++) {
        // The coin before less the coin after, and the toss less the toss of a coin that is known.
        expect(Math.abs(told[n] - (learned[n + 1] - learned[n]))).toBeLessThan(1e-14);
        close(told[n], losses[n] - rate, 1e-9);
      }
      expect(informationOfNextToss(coins, 0)).toEqual([]);
    },
  );

  it('weighs evidence in log-odds, however long it is', () => {
    const [first, second] = coinPosterior(twoCoins, 6, 2);
    close(Math.log(first / second), 6 * Math.log(0.7 / 0.4) + 2 * Math.log(0.3 / 0.6));
    closeAll(coinPosterior(twoCoins, 70_000, 30_000), [1, 0]);
    closeAll(logLikelihoods(certain, 3, 0), [-Infinity, 3 * Math.log(0.3), 0]);
    closeAll(coinPosterior(certain, 1, 1), [0, 1, 0]);
  });

  it('has nothing to learn if the coins are alike', () => {
    const alike = { heads: [0.3, 0.3], weights: [0.5, 0.5] };
    closeAll(
      predictiveEntropies(alike, 5),
      Array.from({ length: 5 }, () => binaryEntropy(0.3)),
    );
    closeAll(learnedOfCoin(alike, 3), [0, 0, 0, 0]);
    expect(predictiveEntropies(twoCoins, 0)).toEqual([]);
  });

  it('says what is wrong with its arguments', () => {
    expect(() => predictHeads({ heads: [1.2, 0], weights: [0.5, 0.5] }, 0, 0)).toThrow(/heads\[0\].*1\.2/);
    expect(() => coinPosterior({ heads: [0.5], weights: [0.5, 0.5] }, 0, 0)).toThrow(/got 1 and 2/);
    expect(() => coinPosterior(twoCoins, -1, 0)).toThrow(/headsSeen.*-1/);
    expect(() => coinPosterior({ heads: [1, 1], weights: [0.5, 0.5] }, 0, 1)).toThrow(/0 heads and 1 tails/);
    expect(() => predictiveEntropies(twoCoins, 1.5)).toThrow(/tosses.*1\.5/);
    expect(() => informationOfNextToss(twoCoins, -1)).toThrow(/tosses.*-1/);
  });
});
