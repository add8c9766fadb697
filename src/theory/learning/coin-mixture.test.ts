import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { chernoffInformation } from '#theory/belief/chernoff.ts';
import {
  binomialLaw,
  entropyOfCoinGivenTosses,
  entropyOfTosses,
  entropyRateOfCoins,
  excessLossOfWindow,
  informationAboutCoin,
  smallestWindow,
  type CoinMixture,
} from './coin-mixture.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';

const coin = (bias: number) => [bias, 1 - bias];
const two = (b1: number, b2: number, prior = 0.5): CoinMixture => ({ biases: [b1, b2], weights: [prior, 1 - prior] });

const coins = fc
  .tuple(fc.array(probability, { minLength: 3, maxLength: 3 }), distributionOf(3))
  .map(([biases, weights]): CoinMixture => ({ biases, weights }));

/** The law of every sequence of tosses, one by one. */
function sequences({ biases, weights }: CoinMixture, tosses: number): number[] {
  return Array.from({ length: 2 ** tosses }, (_, word) =>
    weights.reduce((total, weight, i) => {
      let p = weight;
      for (let t = 0; t < tosses; t++) p *= (word >> t) & 1 ? biases[i] : 1 - biases[i];
      return total + p;
    }, 0),
  );
}

describe('binomialLaw', () => {
  it('is what tossing makes of it, one toss at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), probability, (tosses, bias) => {
        let law = [1];
        for (let t = 0; t < tosses; t++) {
          law = Array.from({ length: t + 2 }, (_, k) => (law[k] ?? 0) * (1 - bias) + (k > 0 ? law[k - 1] * bias : 0));
        }
        closeAll(binomialLaw(tosses, bias), law, 1e-11);
      }),
    );
    close(binomialLaw(300, 0.1)[300] / 1e-300, 1, 1e-10);
  });

  it('rejects what cannot be tossed', () => {
    expect(() => binomialLaw(1.5, 0.5)).toThrow(new RangeError('tosses must be a whole number of at least 0, got 1.5'));
    expect(() => binomialLaw(1, 2)).toThrow(new RangeError('bias must be between 0 and 1, got 2'));
  });
});

describe('predictive information', () => {
  it('has the reference values', () => {
    const cases = oracleCases<{ coins: number[]; prior: number[]; T: number }>(
      '12_capacity_prior',
      'canonical_estimation_error_mixture_of_coins',
    );
    for (const { input, expected } of cases) {
      const mixture = { biases: input.coins, weights: input.prior };
      close(entropyOfTosses(mixture, input.T), expected.H_T);
      close(entropyRateOfCoins(mixture), expected.entropy_rate);
      // The reference is a difference of H_T and T·h, and carries their rounding.
      const rounding = 1e-13 * expected.H_T;
      const predictive = expected['predictive_info_H_T-T*h'];
      expect(Math.abs(informationAboutCoin(mixture, input.T) - predictive)).toBeLessThan(1e-10 * predictive + rounding);
      close(entropy(input.prior), expected.H_prior);
    }
  });

  it.each([
    [[0.5, 0.5 + 1e-9], [0.5, 0.5], 10, 4.999999717180689e-18],
    [[0.5, 0.5 + 1e-9], [0.5, 0.5], 1000, 4.999999717180687e-16],
    [[0.4, 0.4 + 1e-12], [0.5, 0.5], 100, 5.2081029012953687e-23],
    [[0.3, 0.3 + 1e-6], [0.2, 0.8], 100, 3.809519455447787e-11],
    [[0, 1e-9], [0.5, 0.5], 5, 1.7328679510591274e-9],
  ])('of coins %j, weights %j, in %s tosses keeps its digits', (biases, weights, tosses, expected) => {
    // The references are the definition with eighty digits, in mpmath.
    close(informationAboutCoin({ biases, weights }, tosses), expected, 1e-13);
  });

  it('of thousands of tosses is finite, though most numbers of heads have no chance that a float can hold', () => {
    const coins = { biases: [0.55, 0.5], weights: [0.5, 0.5] };
    for (const tosses of [2000, 3000, 20_000]) {
      // By the chain rule: what is told and what is still open make one bit.
      close(informationAboutCoin(coins, tosses) + entropyOfCoinGivenTosses(coins, tosses), Math.LN2, 1e-12);
    }
  });

  it('of many coins stays below ln N as in the reference', () => {
    for (const { input, expected } of oracleCases('17_extra', 'icl_task_identification_bound')) {
      const n = input.N_tasks;
      const biases = Array.from({ length: n }, (_, i) => 0.05 + (0.9 * i) / (n - 1));
      const information = informationAboutCoin({ biases, weights: biases.map(() => 1 / n) }, input.tau);
      close(information, expected.I_total_nats);
      close(information / input.tau, expected.per_token);
      close(Math.log(n) / input.tau, expected.bound_lnN_over_tau);
    }
  });

  it('is that of the sequences themselves, by enumeration', () => {
    fc.assert(
      fc.property(coins, fc.integer({ min: 0, max: 8 }), (mixture, tosses) => {
        close(entropyOfTosses(mixture, tosses), entropy(sequences(mixture, tosses)), 1e-9);
        close(
          informationAboutCoin(mixture, tosses) + entropyOfCoinGivenTosses(mixture, tosses),
          entropy(mixture.weights),
          1e-9,
        );
      }),
    );
  });
});

describe('drift of the log-odds', () => {
  it('has the reference values: the number of heads carries all of t D', () => {
    for (const { input, expected } of oracleCases('17_extra', 'expected_log_odds_drift')) {
      const [one, other] = [binomialLaw(input.t, input.b1), binomialLaw(input.t, input.b2)];
      close(relativeEntropy(one, other), expected.E_log_odds_gain_under_1);
      close(-relativeEntropy(other, one), expected.E_log_odds_gain_under_2);
      close(input.t * relativeEntropy(coin(input.b1), coin(input.b2)), expected.E_log_odds_gain_under_1);
      close(-input.t * relativeEntropy(coin(input.b2), coin(input.b1)), expected.E_log_odds_gain_under_2);
    }
  });
});

describe('windows', () => {
  it('have the reference values up to 400 tosses', () => {
    type Expected = Record<string, number> & { 'universal_bound_H(M)/d': number | null };
    const cases = oracleCases<Record<string, number>, Expected>(
      '16_rate_distortion_learning',
      'hypothesis_B_iid_coins_long_windows',
    );
    for (const { input, expected } of cases) {
      const mixture = two(input.b1, input.b2, input.prior_of_1);
      const window = input.window_d_symbols;
      close(entropyOfCoinGivenTosses(mixture, window), expected.H_M_given_window);
      close(excessLossOfWindow(mixture, window), expected.excess_loss_nats);
      close(chernoffInformation(coin(input.b1), coin(input.b2)), expected.chernoff_information);
      const bound = expected['universal_bound_H(M)/d'];
      expect(bound === null).toBe(window === 0);
      if (bound !== null) close(entropy(mixture.weights) / window, bound);
    }
  });

  it('keep twelve digits however small the values are, as arithmetic of 400 digits shows', () => {
    for (const [b1, b2, prior, window, entropyLeft, excess] of [
      [0.7, 0.4, 0.5, 200, 1.848586261299695e-5, 8.975872442349174e-7],
      [0.7, 0.4, 0.5, 400, 9.822479820672998e-10, 4.681732785040716e-11],
      [0.7, 0.4, 0.05, 400, 4.241248285663503e-10, 2.0191767889418654e-11],
      [0.9, 0.1, 0.5, 50, 1.2602913230070313e-12, 5.188589801792206e-13],
      [0.9, 0.1, 0.5, 100, 7.340430268272309e-24, 3.0014020075514806e-24],
      [0.9, 0.1, 0.5, 400, 1.0388820308043515e-90, 4.2242910799455774e-91],
    ]) {
      close(entropyOfCoinGivenTosses(two(b1, b2, prior), window) / entropyLeft, 1, 1e-12);
      close(excessLossOfWindow(two(b1, b2, prior), window) / excess, 1, 1e-12);
    }
  });

  it('need the reference lengths', () => {
    for (const { input, expected } of oracleCases('16_rate_distortion_learning', 'window_needed_for_epsilon')) {
      const mixture = two(input.b1, input.b2, input.prior);
      expect(smallestWindow(mixture, input.epsilon_nats)).toBe(expected.smallest_window_d);
      const universal = Math.ceil(entropy(mixture.weights) / input.epsilon_nats);
      expect(universal).toBe(expected['universal_sufficient_d=ceil(ln2/eps)']);
    }
  });

  it('lose what the next toss would still tell about the coin, by the chain rule', () => {
    fc.assert(
      fc.property(coins, fc.integer({ min: 0, max: 20 }), (mixture, window) => {
        const gain = informationAboutCoin(mixture, window + 1) - informationAboutCoin(mixture, window);
        expect(Math.abs(excessLossOfWindow(mixture, window) - gain)).toBeLessThan(1e-12);
        expect(excessLossOfWindow(mixture, window + 1)).toBeLessThanOrEqual(
          excessLossOfWindow(mixture, window) + 1e-13,
        );
        if (window > 0) {
          expect(excessLossOfWindow(mixture, window)).toBeLessThanOrEqual(entropy(mixture.weights) / window + 1e-13);
        }
      }),
    );
  });

  it('reject bad coins', () => {
    expect(() => informationAboutCoin({ biases: [0.5], weights: [0.5, 0.5] }, 1)).toThrow(
      new RangeError('biases must have one entry per weight, 2, got 1'),
    );
    expect(() => smallestWindow(two(0.5, 0.6), 0)).toThrow(RangeError);
  });
});
