import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelOf, distributionOf, probability } from '../../../fixtures/arbitrary.ts';
import { close, closeAll, closeInBits, oracleCases } from '../../../fixtures/oracle.ts';
import { channelCapacity } from '#theory/channels/blahut-arimoto.ts';
import { jointOfChannel, type Channel } from '#theory/channels/channel.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { estimationErrorOfPrefixes, estimationErrorOfReveal, prefixLaw } from './estimation-split.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { bestProductPrior, productLaw } from './product-prior.ts';

describe('one law, many parameters', () => {
  type Expected = Record<string, number> & { 'prefix_reveal_errors_I(H_T;X_1:k)_k=0..T': number[] };
  const cases = oracleCases<{ law_lexicographic: number[] }, Expected>('12_capacity_prior', 'B1_B2_continuum');

  it.each(cases.map((one) => [one.name, one] as const))('has the reference splits for %s', (_, { input, expected }) => {
    const law = input.law_lexicographic;
    const prefixes = estimationErrorOfPrefixes(law, 2);
    closeAll(prefixes, expected['prefix_reveal_errors_I(H_T;X_1:k)_k=0..T']);
    close(entropy(law), expected.H_T);
    close(prefixes[0], expected.B1_estimation_error);
    close(estimationErrorOfReveal(law, 0), expected.B1_estimation_error);
    close(prefixes.at(-1)!, expected.B2_estimation_error);
    close(estimationErrorOfReveal(law, 1), expected.B2_estimation_error);
    close(estimationErrorOfReveal(law, 0.25), expected['lambda_reveal_0.25']);
    close(estimationErrorOfReveal(law, 0.5), expected['lambda_reveal_0.5']);
  });

  it('is what the joint law of parameter and sequence says', () => {
    fc.assert(
      fc.property(distributionOf(8), probability, fc.integer({ min: 0, max: 3 }), (law, lambda, k) => {
        // Rows: the parameter, one for each sequence and one for the blank; columns: the sequence.
        const revealed = law.map((p, x) => law.map((_, y) => (x === y ? lambda * p : 0)));
        const joint = [...revealed, law.map((p) => (1 - lambda) * p)];
        close(estimationErrorOfReveal(law, lambda), mutualInformation(joint), 1e-9);
        const prefixes = prefixLaw(law, 2, k);
        const each = 8 / prefixes.length;
        const byPrefix = prefixes.map((_, i) => law.map((p, y) => (Math.floor(y / each) === i ? p : 0)));
        close(estimationErrorOfPrefixes(law, 2)[k], mutualInformation(byPrefix), 1e-9);
        // The law of the sequence is the same in all cases.
        closeAll(
          law.map((_, y) => joint.reduce((t, row) => t + row[y], 0)),
          law,
          1e-12,
        );
      }),
    );
  });

  it('rejects what is no law of sequences', () => {
    expect(() => estimationErrorOfPrefixes([0.5, 0.25, 0.25], 2)).toThrow(
      new RangeError('law must have a power of 2 entries, got 3'),
    );
    expect(() => prefixLaw([0.5, 0.5], 2, 2)).toThrow(new RangeError('k must be a whole number from 0 to 1, got 2'));
    expect(() => prefixLaw([1], 1, 0)).toThrow('alphabet must be a whole number of at least 2');
    expect(() => estimationErrorOfReveal([1], 2)).toThrow(RangeError);
  });
});

/** X for each pair (θ₁, θ₂) in the order 00, 01, 10, 11. */
const channels: Record<string, Channel> = {
  'theta1,theta2 bits; X=theta1 if equal else fair coin': [
    [1, 0],
    [0.5, 0.5],
    [0.5, 0.5],
    [0, 1],
  ],
  'X=theta1 AND theta2': [
    [1, 0],
    [1, 0],
    [1, 0],
    [0, 1],
  ],
};

describe('independent parameters', () => {
  it('tell what the reference says, and less than dependent ones can', () => {
    type Expected = Record<string, number> & { argmax_ab?: number[] };
    const cases = oracleCases<{ channel: string }, Expected>('12_capacity_prior', 'independence_does_not_suffice');
    for (const { input, expected } of cases) {
      const channel = channels[input.channel];
      const uniform = productLaw([0.5, 0.5], [0.5, 0.5]);
      closeInBits(mutualInformation(jointOfChannel(uniform, channel)), expected.I_iid_uniform_bits);
      const best = bestProductPrior(channel, 2);
      closeInBits(best.information, expected.best_product_prior_bits);
      closeInBits(channelCapacity(channel).lower, expected.best_joint_prior_bits);
      if (expected.argmax_ab) {
        // Other pairs of priors tell as much here; the one of the reference is among them.
        const [a, b] = expected.argmax_ab;
        const given = productLaw([1 - a, a], [1 - b, b]);
        closeInBits(mutualInformation(jointOfChannel(given, channel)), expected.best_product_prior_bits);
      } else {
        // Any pair with p(θ₁ = 1) p(θ₂ = 1) = ½ is best; 1/√2 is the symmetric one.
        close(best.first[1] * best.second[1], 0.5, 1e-6);
        const root = Math.SQRT1_2;
        const given = productLaw([1 - root, root], [1 - root, root]);
        closeInBits(mutualInformation(jointOfChannel(given, channel)), expected.best_product_prior_bits);
      }
    }
  });

  it('suffice for product channels and for exclusive or, and never tell more than capacity', () => {
    const precision = { gap: 1e-8, iterations: 3000 };
    fc.assert(
      fc.property(channelOf(2, 2), channelOf(2, 2), (one, other) => {
        const product = one.flatMap((a) => other.map((b) => a.flatMap((p) => b.map((q) => p * q))));
        const capacities = [one, other].map((channel) => channelCapacity(channel, precision).lower);
        close(bestProductPrior(product, 2).information, capacities[0] + capacities[1], 1e-4);
      }),
      { numRuns: 2 },
    );
    closeInBits(
      bestProductPrior(
        [
          [1, 0],
          [0, 1],
          [0, 1],
          [1, 0],
        ],
        2,
      ).information,
      1,
    );
    fc.assert(
      fc.property(channelOf(4, 3), (channel) => {
        const { upper } = channelCapacity(channel, precision);
        expect(bestProductPrior(channel, 2).information).toBeLessThanOrEqual(upper + 1e-12);
      }),
      { numRuns: 2 },
    );
  });

  it('reject channels that have no pairs', () => {
    expect(() => bestProductPrior([[1], [1], [1]], 2)).toThrow(
      new RangeError('firstSize must divide the 3 rows of the channel, got 2'),
    );
  });
});
