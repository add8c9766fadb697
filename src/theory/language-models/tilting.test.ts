import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, oracleCases } from '../../../fixtures/oracle.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { bestOfN, bestOfNByReward, bestOfNDivergence, largestProbabilityWithin, tilt } from './tilting.ts';

const rewards = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 });
const price = fc.double({ min: 0.05, max: 10, noNaN: true });

describe('tilt', () => {
  it('has the reference values', () => {
    type Input = { pi_ref: number[]; reward: number[]; beta: number };
    type Expected = Record<string, number> & { pi_star: number[] };
    for (const { input, expected } of oracleCases<Input, Expected>('13_llm_metrics', 'RLHF_KL_regularised_optimum')) {
      const found = tilt(input.pi_ref, input.reward, input.beta);
      closeAll(found.policy, expected.pi_star);
      close(found.expectedReward, expected.E_reward);
      close(found.divergence, expected.KL_pi_ref);
      close(found.reverseDivergence, expected.KL_ref_pi);
      close(found.entropy, expected.H_pi_nats);
      close(found.objective, expected.beta_ln_Z);
      close(found.expectedReward - input.beta * found.divergence, expected.objective_J);
    }
  });

  it('is best: every other policy falls short by β D(policy‖tilted)', () => {
    fc.assert(
      fc.property(distributionOf(4), distributionOf(4), rewards, price, (reference, other, reward, beta) => {
        fc.pre(other.every((p, i) => p === 0 || reference[i] > 0));
        const best = tilt(reference, reward, beta);
        const objective = other.reduce((t, p, i) => t + p * reward[i], 0) - beta * relativeEntropy(other, reference);
        close(best.objective - objective, beta * relativeEntropy(other, best.policy), 1e-7);
      }),
    );
  });

  it('buys more reward the cheaper divergence is, and never what the reference cannot do', () => {
    fc.assert(
      fc.property(distributionOf(4), rewards, price, (reference, reward, beta) => {
        const [dear, cheap] = [tilt(reference, reward, 2 * beta), tilt(reference, reward, beta)];
        expect(cheap.expectedReward).toBeGreaterThanOrEqual(dear.expectedReward - 1e-12);
        expect(cheap.divergence).toBeGreaterThanOrEqual(dear.divergence - 1e-12);
        reference.forEach((p, i) => expect(p > 0 || cheap.policy[i] === 0).toBe(true));
      }),
    );
    closeAll(tilt([0.5, 0.5], [0, 1000], 1e-3).policy, [0, 1]);
    closeAll(tilt([0.3, 0.7], [5, 1], 1e12).policy, [0.3, 0.7], 1e-9);
  });

  it('rejects what does not fit', () => {
    expect(() => tilt([1], [0], 0)).toThrow(new RangeError('beta must be positive and finite, got 0'));
    expect(() => tilt([1], [], 1)).toThrow(new RangeError('reward must have 1 entries like reference, got 0'));
    expect(() => tilt([1], [Infinity], 1)).toThrow(RangeError);
  });
});

describe('best of n', () => {
  it('has the reference divergence', () => {
    for (const { input, expected } of oracleCases('13_llm_metrics', 'best_of_n_KL')) {
      close(bestOfNDivergence(input.best_of_n), expected['KL_upper_bound_nats_ln_n-(n-1)/n']);
    }
  });

  it('stays below it for outcomes with weight, and approaches it for many', () => {
    fc.assert(
      fc.property(distributionOf(5), fc.integer({ min: 1, max: 100 }), (reference, n) => {
        expect(relativeEntropy(bestOfN(reference, n), reference)).toBeLessThanOrEqual(bestOfNDivergence(n) + 1e-12);
      }),
    );
    const many = new Array<number>(20_000).fill(1 / 20_000);
    close(relativeEntropy(bestOfN(many, 8), many), bestOfNDivergence(8), 1e-3);
  });

  it('is the largest of n draws, by enumeration', () => {
    const reference = [0.5, 0.3, 0.2];
    const law = [0, 0, 0];
    reference.forEach((p, i) => reference.forEach((q, j) => (law[Math.max(i, j)] += p * q)));
    closeAll(bestOfN(reference, 2), law);
    closeAll(bestOfN(reference, 1), reference);
    expect(() => bestOfN(reference, 0)).toThrow(RangeError);
  });
});

describe('best of n, by reward', () => {
  it('is the first of the best draws, by enumeration of three', () => {
    const reference = [0.4, 0.25, 0.05, 0.3];
    const reward = [2, -1, 2, 0];
    const law = [0, 0, 0, 0];
    reference.forEach((p, i) =>
      reference.forEach((q, j) =>
        reference.forEach((r, k) => {
          const best = [i, j, k].reduce((a, b) => (reward[b] > reward[a] ? b : a));
          law[best] += p * q * r;
        }),
      ),
    );
    closeAll(bestOfNByReward(reference, reward, 3), law);
    closeAll(bestOfNByReward(reference, [1, 1, 1, 1], 7), reference);
  });

  it('is the law of sorted outcomes where none are worth the same, spends less where some are, and lifts nothing above n-fold', () => {
    fc.assert(
      fc.property(distributionOf(4), fc.integer({ min: 1, max: 60 }), (reference, n) => {
        closeAll(bestOfNByReward(reference, [1, 2, 5, 9], n), bestOfN(reference, n));
        const law = bestOfNByReward(reference, [1, 2, 2, 9], n);
        close(law.reduce((a, b) => a + b), 1); // prettier-ignore
        const spent = relativeEntropy(law, reference);
        expect(spent).toBeLessThanOrEqual(relativeEntropy(bestOfN(reference, n), reference) + 1e-12);
        law.forEach((p, i) => expect(p).toBeLessThanOrEqual(n * reference[i] + 1e-12));
      }),
    );
    expect(() => bestOfNByReward([1], [NaN], 2)).toThrow(RangeError);
    expect(() => bestOfNByReward([1], [1, 2], 2)).toThrow(RangeError);
  });
});

describe('largestProbabilityWithin', () => {
  it('has the reference values', () => {
    for (const { input, expected } of oracleCases('17_extra', 'KL_budget_event_amplification')) {
      const largest = largestProbabilityWithin(input.KL_budget_nats, input.ref_prob_of_event);
      close(largest, expected.max_policy_prob_of_event);
    }
  });

  it('is not exceeded by any policy within the budget, and attained by a tilt', () => {
    fc.assert(
      fc.property(distributionOf(3), distributionOf(3), (policy, reference) => {
        const budget = relativeEntropy(policy, reference);
        expect(policy[0]).toBeLessThanOrEqual(largestProbabilityWithin(budget, reference[0]) + 1e-9);
      }),
    );
    const { policy, divergence } = tilt([0.01, 0.59, 0.4], [1, 0, 0], 0.25);
    close(largestProbabilityWithin(divergence, 0.01), policy[0], 1e-9);
  });

  it('knows its ends', () => {
    fc.assert(fc.property(probability, (q) => close(largestProbabilityWithin(0, q), q, 1e-6)));
    expect(largestProbabilityWithin(5, 0)).toBe(0);
    expect(largestProbabilityWithin(Infinity, 0.5)).toBe(1);
    expect(() => largestProbabilityWithin(-1, 0.5)).toThrow(new RangeError('budget must be at least 0, got -1'));
  });
});
