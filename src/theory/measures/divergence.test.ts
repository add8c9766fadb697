import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, pairOfDistributions, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { outputDistribution } from '#theory/channels/channel.ts';
import { chernoffInformation } from '#theory/belief/chernoff.ts';
import {
  bhattacharyyaCoefficient,
  hellingerDistance,
  largestOutcomeGap,
  totalVariation,
  wassersteinDistance,
} from './distance.ts';
import { mixture } from './distribution.ts';
import {
  chiSquaredDivergence,
  jensenShannonDivergence,
  regularizedRelativeEntropy,
  relativeEntropy,
  renyiDivergence,
} from './divergence.ts';
import { binaryEntropy, crossEntropy, entropy } from './entropy.ts';

interface Pair {
  readonly p: readonly number[];
  readonly q: readonly number[];
}

describe('divergences and distances', () => {
  it('agree with the reference values', () => {
    for (const { input, expected } of oracleCases<Pair>('01_discrete_measures', 'divergences')) {
      const { p, q } = input;
      close(relativeEntropy(p, q), expected.KL_pq);
      close(relativeEntropy(q, p), expected.KL_qp);
      close(relativeEntropy(p, q) + relativeEntropy(q, p), expected.jeffreys);
      close(crossEntropy(p, q), expected.CE_pq);
      close(entropy(p), expected.H_p);
      close(jensenShannonDivergence(p, q), expected.JS_nats);
      closeInBits(jensenShannonDivergence(p, q), expected.JS_bits);
      close(Math.sqrt(jensenShannonDivergence(p, q)), expected.sqrt_JS);
      close(totalVariation(p, q), expected.TV);
      close(largestOutcomeGap(p, q), expected.max_single_outcome_gap);
      close(hellingerDistance(p, q), expected.hellinger);
      close(bhattacharyyaCoefficient(p, q), expected.bhattacharyya_coeff);
      close(wassersteinDistance(p, q), expected.W1_on_line_unit_spacing);
      close(chiSquaredDivergence(p, q), expected.chi2_pq);
      close(renyiDivergence(p, q, 0.5), expected['renyi_div_0.5']);
      close(renyiDivergence(p, q, 2), expected.renyi_div_2);
      close(chernoffInformation(p, q), expected.chernoff_info);
      close(2 * totalVariation(p, q) ** 2, expected.pinsker_lower_bound_on_KL);
      close(Math.sqrt(-Math.expm1(-relativeEntropy(p, q))), expected.bretagnolle_huber_TV_upper);
    }
  });

  it('are 0 between a law and itself', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p]) => {
        const here = [
          relativeEntropy,
          jensenShannonDivergence,
          chiSquaredDivergence,
          largestOutcomeGap,
          totalVariation,
          hellingerDistance,
        ];
        for (const measure of here) expect(measure(p, p)).toBe(0);
        close(chernoffInformation(p, p), 0);
        close(renyiDivergence(p, p, 3), 0);
      }),
    );
  });

  it('never grow when both laws pass through the same channel', () => {
    fc.assert(
      fc.property(
        pairOfDistributions.chain((pair) => fc.tuple(fc.constant(pair), channelOf(pair[0].length, 3))),
        ([[p, q], channel]) => {
          const [a, b] = [outputDistribution(p, channel), outputDistribution(q, channel)];
          const measures = [relativeEntropy, jensenShannonDivergence, chiSquaredDivergence, totalVariation];
          for (const measure of [...measures, hellingerDistance, chernoffInformation]) {
            expect(measure(a, b)).toBeLessThanOrEqual(measure(p, q) + 1e-9);
          }
        },
      ),
    );
  });

  it('reject laws over different outcomes', () => {
    const measures = [
      relativeEntropy,
      jensenShannonDivergence,
      totalVariation,
      wassersteinDistance,
      chernoffInformation,
    ];
    for (const measure of measures) {
      expect(() => measure([1], [0.5, 0.5])).toThrow('p and q must have equally many outcomes, got 1 and 2');
      expect(() => measure([0.5, 0.5], [0.5, 0.6])).toThrow('q must sum to 1, got 1.1');
    }
  });
});

describe('relativeEntropy', () => {
  it('is at least twice the squared total variation (Pinsker)', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        expect(relativeEntropy(p, q)).toBeGreaterThanOrEqual(2 * totalVariation(p, q) ** 2 - 1e-12);
      }),
    );
  });

  it('bounds total variation by √(1 − e^−D) (Bretagnolle and Huber)', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        expect(totalVariation(p, q)).toBeLessThanOrEqual(Math.sqrt(-Math.expm1(-relativeEntropy(p, q))) + 1e-9);
      }),
    );
  });

  it('is jointly convex', () => {
    fc.assert(
      fc.property(pairOfDistributions, probability, ([p, q], w) => {
        const [r, s] = [[...q].reverse(), [...p].reverse()];
        const mean = w * relativeEntropy(p, q) + (1 - w) * relativeEntropy(r, s);
        // 0 · ∞ at the ends of w says nothing.
        if (!Number.isNaN(mean)) {
          expect(relativeEntropy(mixture(p, r, w), mixture(q, s, w))).toBeLessThanOrEqual(mean + 1e-9);
        }
      }),
    );
  });

  it('is infinite where a small number inside the logarithm would hide it', () => {
    for (const { input, expected } of oracleCases<Pair & { eps: number }>('13_llm_metrics', 'epsilon_in_KL_pitfall')) {
      close(relativeEntropy(input.p, input.q), expected.true_KL);
      close(regularizedRelativeEntropy(input.p, input.q, input.eps), expected.eps_inside_log);
      close(regularizedRelativeEntropy(input.p, input.q, 0.01), expected['eps=1e-2_inside_log']);
      close(regularizedRelativeEntropy(input.p, input.q, 0), expected.true_KL);
    }
    expect(() => regularizedRelativeEntropy([1], [1], -1)).toThrow(
      new RangeError('epsilon must be at least 0 and finite, got -1'),
    );
  });

  it('is finite where only the ratio of two floats overflows', () => {
    close(relativeEntropy([1, 0], [1e-310, 1]), 310 * Math.LN10);
  });
});

describe('jensenShannonDivergence', () => {
  it('is the entropy of the mixture minus the mean entropy', () => {
    for (const { input, expected } of oracleCases<Pair & { lambda: number }>(
      '01_discrete_measures',
      'jensen_mixture_entropy',
    )) {
      close(jensenShannonDivergence(input.p, input.q, input.lambda), expected.gap);
    }
    fc.assert(
      fc.property(pairOfDistributions, probability, ([p, q], w) =>
        close(
          jensenShannonDivergence(p, q, w),
          entropy(mixture(p, q, w)) - w * entropy(p) - (1 - w) * entropy(q),
          1e-9,
        ),
      ),
    );
  });

  it('is symmetric, and never more than the entropy of the choice', () => {
    fc.assert(
      fc.property(pairOfDistributions, probability, ([p, q], w) => {
        close(jensenShannonDivergence(p, q, w), jensenShannonDivergence(q, p, 1 - w));
        expect(jensenShannonDivergence(p, q, w)).toBeLessThanOrEqual(binaryEntropy(w) + 1e-12);
      }),
    );
  });

  it('stays finite for the smallest weight there is', () => {
    close(jensenShannonDivergence([0.5, 0.5, 0], [0.25, 0.25, 0.5], 5e-324), 0);
  });

  it('is 0 when one law has all the weight', () => {
    expect(jensenShannonDivergence([1, 0], [0, 1], 0)).toBe(0);
    expect(jensenShannonDivergence([1, 0], [0, 1], 1)).toBe(0);
  });
});

describe('renyiDivergence', () => {
  it('rises with its order, through the relative entropy at 1', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) => {
        const values = [0.5, 1, 2, 3].map((order) => renyiDivergence(p, q, order));
        for (let i = 1; i < values.length; i++) expect(values[i]).toBeGreaterThanOrEqual(values[i - 1] - 1e-9);
      }),
    );
  });

  it('of order 2 is ln(1 + χ²)', () => {
    fc.assert(
      fc.property(pairOfDistributions, ([p, q]) =>
        close(renyiDivergence(p, q, 2), Math.log1p(chiSquaredDivergence(p, q))),
      ),
    );
  });

  it('rejects an order that is not positive and finite', () => {
    for (const order of [0, -1, Infinity, NaN]) expect(() => renyiDivergence([1], [1], order)).toThrow(RangeError);
  });
});
