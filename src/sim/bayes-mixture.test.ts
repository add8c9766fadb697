import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, irreducibleChainOf } from '../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../fixtures/oracle.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { lawAfter, stationaryLaw } from '#theory/chains/markov-chain.ts';
import type { MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';
import { BayesMixture, beliefsAlong, mixtureOfChainsFrom } from './bayes-mixture.ts';
import { MarkovPredictor } from './markov-predictor.ts';
import { surprisals } from './predictor.ts';
import { windowBelief } from './window-posterior.ts';

interface Belief {
  v_restart: number;
  pred_restart: number[];
  v_exact_marginal: number;
  pred_exact_marginal: number[];
}
interface FilterRow {
  t: number;
  x_t: number;
  log_odds: number;
  w_t: number;
  full_pred: number[];
  window1: Belief;
  window2: Belief;
  window4: Belief;
  window8: Belief;
}
interface Input {
  P1: number[][];
  P2: number[][];
  prior_of_1: number;
  x0_fixed: number;
  sequence: number[];
}

describe('the Bayes filter of two chains', () => {
  const cases = oracleCases<Input, { rows: FilterRow[] }>('07_markov_mixture', 'filter_on_fixed_sequence');

  it.each(cases.map(({ name, input, expected }) => [name, input, expected.rows] as const))(
    'has the reference beliefs and predictions at every symbol, of the whole past and of windows: %s',
    (_name, input, rows) => {
      const mixture = { chains: [input.P1, input.P2], weights: [input.prior_of_1, 1 - input.prior_of_1] };
      const beliefs = beliefsAlong(mixtureOfChainsFrom(mixture, input.x0_fixed), input.sequence.slice(1));
      expect(rows).toHaveLength(input.sequence.length);
      const start = input.P1.map((_, x) => Number(x === input.x0_fixed));
      rows.forEach((row, t) => {
        expect(row.x_t).toBe(input.sequence[t]);
        const { logOdds, posterior, prediction } = beliefs[t];
        close(logOdds[0], row.log_odds);
        close(posterior[0], row.w_t);
        closeAll(prediction, row.full_pred);
        for (const length of [1, 2, 4, 8] as const) {
          const from = Math.max(0, t + 1 - length);
          const window = input.sequence.slice(from, t + 1);
          const first = mixture.chains.map((chain) => lawAfter(chain, start, from));
          const expected = row[`window${length}`];
          const restart = windowBelief(mixture, window);
          close(restart.posterior[0], expected.v_restart);
          closeAll(restart.prediction, expected.pred_restart);
          const exact = windowBelief(mixture, window, first);
          close(exact.posterior[0], expected.v_exact_marginal);
          closeAll(exact.prediction, expected.pred_exact_marginal);
        }
      });
    },
  );
});

describe('the Bayes filter of several chains', () => {
  it('has the reference beliefs, predictions and losses', () => {
    interface Row {
      t: number;
      posterior: number[];
      pred: number[];
      cum_log_loss: number;
    }
    const cases = oracleCases<{ chains: number[][][]; prior: number[]; sequence: number[] }, { rows: Row[] }>(
      '07_markov_mixture',
      'N_chain_filter',
    );
    for (const { input, expected } of cases) {
      const mixture = { chains: input.chains, weights: input.prior };
      const [first, ...rest] = input.sequence;
      const beliefs = beliefsAlong(mixtureOfChainsFrom(mixture, first), rest);
      expect(expected.rows).toHaveLength(beliefs.length);
      for (const { t, posterior, pred, cum_log_loss } of expected.rows) {
        closeAll(beliefs[t].posterior, posterior);
        closeAll(beliefs[t].prediction, pred);
        close(beliefs[t].loss, cum_log_loss);
      }
    }
  });

  const mixtures = fc
    .tuple(irreducibleChainOf(2), irreducibleChainOf(2), irreducibleChainOf(2), distributionOf(3))
    .map(([a, b, c, weights]): MarkovMixture => ({ chains: [a, b, c], weights }));
  const sequences = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 8 });

  /** p(word | chain), the first symbol being given. */
  const likelihood = (chain: readonly (readonly number[])[], word: readonly number[]) =>
    word.slice(1).reduce((p, y, t) => p * chain[word[t]][y], 1);

  it('is the ratio of products of transition probabilities', () => {
    fc.assert(
      fc.property(mixtures, sequences, (mixture, word) => {
        const joint = mixture.chains.map((chain, j) => mixture.weights[j] * likelihood(chain, word));
        const total = joint.reduce((a, b) => a + b);
        if (total === 0) return;
        const filter = mixtureOfChainsFrom(mixture, word[0]);
        const loss = surprisals(filter, word.slice(1)).reduce((a, b) => a + b, 0);
        close(loss, -Math.log(total), 1e-10);
        const posterior = joint.map((p) => p / total);
        closeAll(filter.posterior(), posterior);
        filter.logOdds().forEach((odds, j) => close(1 / (1 + Math.exp(-odds)), posterior[j]));
        const next = [0, 1].map(
          (y) => mixture.chains.reduce((t, chain, j) => t + joint[j] * chain[word[word.length - 1]][y], 0) / total,
        );
        closeAll(filter.predict(), next);
        // A window that holds everything is the whole past.
        closeAll(windowBelief(mixture, word).posterior, filter.posterior());
      }),
    );
  });

  it('differs from a window by the difference of beliefs times that of the rows: the identity of Lemma A', () => {
    fc.assert(
      fc.property(irreducibleChainOf(3), irreducibleChainOf(3), sequences, (one, two, word) => {
        const mixture = { chains: [one, two], weights: [0.4, 0.6] };
        let filter: BayesMixture;
        try {
          filter = mixtureOfChainsFrom(mixture, word[0]);
          for (const x of word.slice(1)) filter.add(x);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          return;
        }
        const last = word[word.length - 1];
        const window = windowBelief(mixture, word.slice(-2));
        const gap = totalVariation(filter.predict(), window.prediction);
        const beliefs = Math.abs(filter.posterior()[0] - window.posterior[0]);
        expect(Math.abs(gap - beliefs * totalVariation(one[last], two[last]))).toBeLessThan(1e-12);
      }),
    );
  });

  it('has windows whose beliefs average to those of the enumeration', () => {
    fc.assert(
      fc.property(irreducibleChainOf(2), irreducibleChainOf(2), (one, two) => {
        const mixture = { chains: [one, two], weights: [0.4, 0.6] };
        const starts = mixture.chains.map(stationaryLaw);
        const words = Array.from({ length: 8 }, (_, code) => [0, 1, 2].map((t) => (code >> t) & 1));
        const mean = words.reduce((total, word) => {
          const p = starts[0][word[0]] * likelihood(one, word);
          return p > 0 ? total + p * windowBelief(mixture, word, starts).posterior[0] : total;
        }, 0);
        close(windowStatistics(mixture, starts, 3)[2].meanPosterior[0], mean, 1e-10);
      }),
      { numRuns: 30 },
    );
  });

  it('never loses more than ln(1/weight) against any of the chains, and is sure of nothing too early', () => {
    const coin = (p: number) => [
      [p, 1 - p],
      [p, 1 - p],
    ];
    const mixture = { chains: [coin(0.9), coin(0.1)], weights: [0.01, 0.99] };
    const long = new Array<number>(2000).fill(0);
    const loss = surprisals(mixtureOfChainsFrom(mixture, 0), long).reduce((a, b) => a + b);
    expect(loss).toBeLessThanOrEqual(2000 * -Math.log(0.9) + Math.log(100) + 1e-9);
    const filter = mixtureOfChainsFrom(mixture, 0);
    for (const x of long) filter.add(x);
    close(filter.logOdds()[0], 2000 * Math.log(9) + Math.log(1 / 99));
    expect(filter.posterior()[0]).toBe(1);
    // Two thousand tosses the other way bring the odds back to where they were, but for the rounding of sums as large as 4600.
    for (const x of long) filter.add(1 - x);
    close(filter.posterior()[0], 0.01, 4000 * 4600 * Number.EPSILON);
  });

  it('rules chains out for ever, and says so', () => {
    const mixture: MarkovMixture = {
      chains: [
        [
          [0, 1],
          [1, 0],
        ],
        [
          [0.5, 0.5],
          [1, 0],
        ],
      ],
      weights: [0.5, 0.5],
    };
    const filter = mixtureOfChainsFrom(mixture, 0);
    filter.add(0);
    expect(filter.logOdds()).toEqual([-Infinity, Infinity]);
    expect(filter.posterior()).toEqual([0, 1]);
    filter.add(1);
    expect(() => filter.add(1)).toThrow(new RangeError('symbol 1 is impossible here'));
    expect(() => filter.add(2)).toThrow(new RangeError('symbol must be a whole number from 0 to 1, got 2'));
    expect(() => windowBelief(mixture, [])).toThrow(new RangeError('window must have at least one symbol, got none'));
    expect(() => windowBelief(mixture, [1, 1])).toThrow(
      new RangeError('window must be one that a chain can write, got 1 1'),
    );
    expect(() => windowBelief(mixture, [0], [[1, 0]])).toThrow(RangeError);
    const one = new MarkovPredictor([[1]], [1]);
    expect(() => new BayesMixture([one], [0.5, 0.5])).toThrow(
      new RangeError('predictors must be one for each of the 2 weights, got 1'),
    );
    const two = new MarkovPredictor(mixture.chains[0], [1, 0]);
    expect(() => new BayesMixture([one, two], [0.5, 0.5])).toThrow(
      new RangeError('predictors must all read 1 symbols, got one of 2'),
    );
    expect(() => two.add(1)).toThrow(new RangeError('symbol 1 is impossible here'));
    expect(() => new MarkovPredictor([[1]], [0.5, 0.5])).toThrow(
      new RangeError('start must have 1 entries, one per state, got 2'),
    );
  });
});
