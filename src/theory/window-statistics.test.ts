import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, irreducibleChainOf } from '../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import { excessLossOfWindow } from './coin-mixture.ts';
import { totalVariation } from './distance.ts';
import { mixture as mixed } from './distribution.ts';
import { relativeEntropy } from './divergence.ts';
import { entropy } from './entropy.ts';
import { stationaryLaw, type MarkovChain } from './markov-chain.ts';
import { boundOnWindowLoss, entropyRateOfMixture, type MarkovMixture } from './markov-mixture.ts';
import { windowStatistics } from './window-statistics.ts';

interface Pair {
  P1: number[][];
  P2: number[][];
  prior_of_1: number;
}
type Row = Record<string, number>;

const two = (one: MarkovChain, other: MarkovChain, prior: number): MarkovMixture => ({
  chains: [one, other],
  weights: [prior, 1 - prior],
});
const stationary = ({ chains }: MarkovMixture) => chains.map(stationaryLaw);
const windows = (mixture: MarkovMixture, longest: number) => windowStatistics(mixture, stationary(mixture), longest);

describe('the statistics of windows', () => {
  const cases = oracleCases<Pair, { H_M: number; rows: Row[] }>(
    '07_markov_mixture',
    'lemmaA_and_hypothesisB_exact_window',
  );

  it.each(cases.map(({ name, input, expected }) => [name, input, expected] as const))(
    'have the reference values for every length: %s',
    (_name, input, expected) => {
      const mixture = two(input.P1, input.P2, input.prior_of_1);
      close(entropy(mixture.weights), expected.H_M);
      const all = windows(mixture, expected.rows.length);
      expected.rows.forEach((row, i) => {
        const found = all[i];
        expect(found.length).toBe(row.d);
        close(found.entropyOfChain, row.H_M_given_window);
        close(found.excessLoss, row['asymptotic_excess_loss_I(Xnext;M|window)']);
        close(boundOnWindowLoss(mixture.weights, row.d), row['bound_H(M)/d']);
        close(found.bhattacharyyaBound, row['bhattacharyya_bound_on_H(M|w)']);
        close(found.errorOfGuess, row.bayes_error_of_window);
        close(found.gap[0].mean, row.E_TV_gap_given_M1);
        close(found.gap[1].mean, row.E_TV_gap_given_M2);
        close(found.gap[0].least, row.min_TV_gap_given_M1_over_windows_ending_in_differing_row);
        close(found.gap[0].greatest, row.max_TV_gap_given_M1);
      });
    },
  );

  it('have the reference entropy rates of mixtures', () => {
    for (const { input, expected } of oracleCases<Pair>('07_markov_mixture', 'rates')) {
      close(entropyRateOfMixture(two(input.P1, input.P2, input.prior_of_1)), expected.entropy_rate_of_mixture);
    }
  });

  it('have the reference values for chains of unequal supports', () => {
    const pair = oracleCases<Pair & { prior: number }, { rows: Row[] }>('07_markov_mixture', 'dd_pairs')[1];
    const all = windows(two(pair.input.P1, pair.input.P2, pair.input.prior), 12);
    for (const row of pair.expected.rows) {
      const { gap, decisive } = all[row.d - 1];
      close(gap[0].mean, row.E_TV_gap_given_M1);
      close(gap[1].mean, row.E_TV_gap_given_M2);
      close(1 - decisive[1], row.prob_nondecisive_window_given_M2);
      expect(decisive[0]).toBe(0);
    }
  });

  it('decide between opposite cycles with two symbols, as in the reference', () => {
    const { expected } = oracleCases<Row, Row>('07_markov_mixture', 'dd_pairs')[0];
    const forward = [
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ];
    const backward = forward.map((row, x) => row.map((_, y) => forward[y][x]));
    const [one, longer] = windows(two(forward, backward, 0.5), 2);
    closeAll(one.meanPosterior, [expected.window1_v, expected.window1_v]);
    expect(longer.meanPosterior).toEqual([1, 1]);
    expect(expected.window2_v).toBe('0 or 1 (decisive)');
    closeAll(longer.decisive, [1, 1]);
    expect(longer.gap.map(({ mean }) => mean)).toEqual([0, 0]);
    expect(one.gap[0].mean).toBe(0.5);
  });

  it('have the reference values for three coins, of which one is a mean of the others', () => {
    type Coins = { 'coins_P(0)': number[]; prior: number[]; window: number };
    type Gaps = { E_TV_gap_given_true_j: number[]; min_gap_when_true_is_the_fair_coin: number };
    for (const { input, expected } of oracleCases<Coins, Gaps>('07_markov_mixture', 'N3_convex_hull_counterexample')) {
      const coins = input['coins_P(0)'].map((p) => [p, 1 - p]);
      const mixture = { chains: coins.map((coin) => [coin, coin]), weights: input.prior };
      if (input.window === 0) {
        const prediction = mixed(coins[0], mixed(coins[1], coins[2], 0.5), 1 / 3);
        const gaps = coins.map((coin) => totalVariation(coin, prediction));
        closeAll(gaps, expected.E_TV_gap_given_true_j);
        close(gaps[0], expected.min_gap_when_true_is_the_fair_coin);
        continue;
      }
      const { gap } = windows(mixture, input.window)[input.window - 1];
      closeAll(
        gap.map(({ mean }) => mean),
        expected.E_TV_gap_given_true_j,
      );
      close(gap[0].least, expected.min_gap_when_true_is_the_fair_coin);
      expect(Math.min(gap[1].least, gap[2].least)).toBeGreaterThan(1e-3);
    }
  });

  it('have the reference values for the beginning of a text', () => {
    const { input: pair } = oracleCases<Pair>('07_markov_mixture', 'rates')[0];
    const mixture = two(pair.P1, pair.P2, pair.prior_of_1);
    const rows = windowStatistics(
      mixture,
      [
        [1, 0],
        [1, 0],
      ],
      17,
    );
    for (const { input, expected } of oracleCases('07_markov_mixture', 'posterior_learning_curve_pair_A_from_x0=0')) {
      const row = rows[input.t];
      close(row.meanPosterior[0], expected.E_w_given_M1);
      close(1 - row.meanPosterior[1], expected.E_w_given_M2);
      close(row.entropyOfChain, expected['H_M_given_X0:t']);
      close(entropy(mixture.weights) - row.entropyOfChain, expected['I_M_X0:t']);
      close(row.entropyOfWord, expected['H_X1:t']);
    }
  });
});

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
      new RangeError('starts[1] must have 1 entries, got 2'),
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
