import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { capacityPrior } from './capacity-prior.ts';
import { informationAboutCoin } from './coin-mixture.ts';
import {
  asymptoticCapacity,
  headsOfAtoms,
  headsOfUniformCoordinate,
  informationOfBetaPrior,
  informationOfUniformCoordinate,
  jeffreysCoordinate,
  minimaxRegret,
  redundanciesFrom,
  redundancyCurve,
  type Coordinate,
} from './redundancy.ts';

interface Expected extends Record<string, unknown> {
  capacity_nats: number;
  kkt_gap_upper_minus_lower: number;
  n_atoms: number;
  atoms: number[];
  weights: number[];
  I_uniform_prior: number;
  I_jeffreys_prior: number;
  I_beta2: number;
  NML_minimax_regret: number;
  trivial_T_ln2: number;
}

const identity: Coordinate = (u, left) => [u, left];

describe('the capacity of a coin', () => {
  const cases = oracleCases<{ T: number }, Expected>('12_capacity_prior', 'redundancy_capacity_bernoulli');

  it.each(cases.map(({ input, expected }) => [input.T, expected] as const))(
    'tossed %d times has the reference value, atoms and weights',
    (T, expected) => {
      const { lower, upper, biases, weights } = capacityPrior(T);
      expect(upper - lower).toBeLessThan(1e-10);
      // The reference is a lower bound, within its own certificate.
      close(lower, expected.capacity_nats, T === 50 ? 2e-7 : 1e-8);
      expect(lower).toBeGreaterThanOrEqual(expected.capacity_nats - 1e-12);
      expect(upper).toBeLessThanOrEqual(expected.capacity_nats + expected.kkt_gap_upper_minus_lower + 1e-12);
      expect(biases).toHaveLength(expected.n_atoms);
      biases.forEach((bias, i) => expect(Math.abs(bias - expected.atoms[i])).toBeLessThan(1e-4));
      weights.forEach((weight, i) => expect(Math.abs(weight - expected.weights[i])).toBeLessThan(1e-4));
      close(informationAboutCoin({ biases, weights }, T), lower);
    },
  );

  it('is compared with other priors as in the reference', () => {
    for (const { input, expected } of cases) {
      close(informationOfBetaPrior(1, 1, input.T), expected.I_uniform_prior);
      close(informationOfBetaPrior(0.5, 0.5, input.T), expected.I_jeffreys_prior);
      close(informationOfBetaPrior(2, 2, input.T), expected.I_beta2);
      close(minimaxRegret(input.T), expected.NML_minimax_regret);
      close(asymptoticCapacity(input.T), expected['asymptote_1/2ln(T/(2 pi e))+ln(pi)'] as number);
      close(input.T * Math.LN2, expected.trivial_T_ln2);
      close(Math.log(input.T + 1), expected['ln(T+1)'] as number);
    }
  });

  it('has the closed forms of one and two tosses', () => {
    close(capacityPrior(1).lower, Math.LN2);
    close(capacityPrior(2).lower, Math.log(17 / 8));
    closeAll(capacityPrior(2).weights, [7.5 / 17, 2 / 17, 7.5 / 17]);
  });

  it('touches the redundancy curve at its atoms and lies above it elsewhere', () => {
    const prior = capacityPrior(10);
    for (const d of redundancyCurve(prior, 10, prior.biases)) close(d, prior.lower, 1e-10);
    for (const d of redundancyCurve(prior, 10, [0.1, 0.3, 0.4, 0.7])) expect(d).toBeLessThan(prior.lower - 1e-4);
  });

  it('is no less than what any prior tells, and no more than what any curve reaches', () => {
    const { lower } = capacityPrior(5);
    const thetas = Array.from({ length: 201 }, (_, i) => i / 200);
    fc.assert(
      fc.property(fc.array(probability, { minLength: 4, maxLength: 4 }), distributionOf(4), (biases, weights) => {
        expect(informationAboutCoin({ biases, weights }, 5)).toBeLessThanOrEqual(lower + 1e-12);
        // Between two of these thetas a curve rises by less than it takes to get there.
        expect(Math.max(...redundancyCurve({ biases, weights }, 5, thetas))).toBeGreaterThanOrEqual(lower - 1e-3);
      }),
    );
  });

  it('rejects numbers of tosses that are none, or too many', () => {
    expect(() => capacityPrior(0)).toThrow(new RangeError('tosses must be a whole number of at least 1, got 0'));
    expect(() => capacityPrior(101)).toThrow(new RangeError('tosses must be at most 100, got 101'));
  });
});

describe('uniform priors', () => {
  /** The coordinates of the reference, by name. */
  const coordinates: Record<string, Coordinate> = {
    'theta=u': identity,
    'theta=sin^2(pi u/2) (=Jeffreys)': jeffreysCoordinate,
    'theta=u^2': (u, left) => [u * u, left * (1 + u)],
    'theta=u^8': (u) => [u ** 8, -Math.expm1(8 * Math.log(u))],
    'logit uniform on [-a,a], a=5': logit(5),
    'logit uniform on [-a,a], a=0.5': logit(0.5),
  };

  function logit(a: number): Coordinate {
    return (u) => {
      const x = (2 * u - 1) * a;
      return [1 / (1 + Math.exp(-x)), 1 / (1 + Math.exp(x))];
    };
  }

  it('depend on the coordinate as in the reference', () => {
    const cases = oracleCases<{ parametrisation: string; T: number }>(
      '12_capacity_prior',
      'max_entropy_prior_depends_on_parametrisation',
    );
    for (const { input, expected } of cases) {
      close(informationOfUniformCoordinate(coordinates[input.parametrisation], input.T), expected.I_nats);
    }
  });

  it('agree with the beta priors that they are', () => {
    for (const T of [0, 1, 7, 40]) {
      close(informationOfUniformCoordinate(identity, T), informationOfBetaPrior(1, 1, T), 1e-10);
      close(informationOfUniformCoordinate(jeffreysCoordinate, T), informationOfBetaPrior(0.5, 0.5, T), 1e-10);
    }
  });

  it('of a uniform bias have the closed form ln(T + 1) + mean ln C(T, k) − T/2', () => {
    for (const T of [1, 2, 10, 100]) {
      let [log, total] = [0, 0];
      for (let k = 1; k <= T; k++) total += log += Math.log((T - k + 1) / k);
      close(informationOfBetaPrior(1, 1, T), Math.log(T + 1) + total / (T + 1) - T / 2, 1e-9);
    }
  });

  it('give the number of heads a law with a closed form: uniform, and that of Beta(½, ½)', () => {
    for (const T of [1, 2, 10, 13]) {
      closeAll(
        headsOfUniformCoordinate(identity, T),
        Array.from({ length: T + 1 }, () => 1 / (T + 1)),
        1e-11,
      );
      // C(2k, k) C(2T − 2k, T − k)/4^T, the discrete arcsine law.
      const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
      const arcsine = Array.from({ length: T + 1 }, (_, k) => (choose(2 * k, k) * choose(2 * (T - k), T - k)) / 4 ** T);
      closeAll(headsOfUniformCoordinate(jeffreysCoordinate, T), arcsine, 1e-11);
    }
  });

  it('cost, on average over the prior, what the tosses tell; any other prediction costs more by what it is off', () => {
    const coins = { biases: [0, 0.3, 0.9], weights: [0.2, 0.5, 0.3] };
    const heads = headsOfAtoms(coins, 6);
    const laplace = headsOfUniformCoordinate(identity, 6);
    const mean = (all: readonly number[]) => all.reduce((total, d, i) => total + coins.weights[i] * d, 0);
    close(mean(redundanciesFrom(heads, coins.biases)), informationAboutCoin(coins, 6));
    close(
      mean(redundanciesFrom(laplace, coins.biases)),
      informationAboutCoin(coins, 6) + relativeEntropy(heads, laplace),
    );
    // Against Laplace's rule a coin that shows only heads costs ln(T + 1).
    close(redundanciesFrom(laplace, [1])[0], Math.log(7), 1e-11);
  });

  it('reject coordinates that leave [0, 1]', () => {
    expect(() => informationOfUniformCoordinate((u) => [2 * u, 1 - 2 * u], 3)).toThrow('theta must be between 0 and 1');
    expect(() => informationOfBetaPrior(0, 1, 3)).toThrow(new RangeError('a must be positive and finite, got 0'));
    expect(() => minimaxRegret(0)).toThrow(RangeError);
  });
});
