import { describe, expect, it } from 'vitest';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { mixture as mixed } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
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
