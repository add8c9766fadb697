import { assertLength } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { assertChannel, jointOfChannel, type Channel } from '#theory/channels/channel.ts';
import { conditionalEntropyOfXGivenY, entropyOfXGivenEachY, transpose } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** What one observation with several possible results does to a belief; entropies and informations in nats. */
export interface Evidence {
  /** Probability of each result. */
  readonly resultProbability: readonly number[];
  /** The belief after each result; null after a result that cannot happen. */
  readonly posterior: readonly (readonly number[] | null)[];
  readonly entropyBefore: number;
  /** Entropy of each posterior: a single one may exceed entropyBefore. Null after a result that cannot happen. */
  readonly entropyAfter: readonly (number | null)[];
  /** The mean of entropyAfter: never exceeds entropyBefore. */
  readonly expectedEntropyAfter: number;
  /** entropyBefore − expectedEntropyAfter ≥ 0. */
  readonly mutualInformation: number;
}

/**
 * Bayes' rule for every result at once: posterior(h | r) = prior(h) likelihood(r | h) / p(r). `likelihood` has one
 * row per hypothesis, the distribution of the results under it. Throws RangeError on anything else.
 */
export function weighEvidence(prior: readonly number[], likelihood: Channel): Evidence {
  assertDistribution(prior, 'prior');
  assertChannel(likelihood, 'likelihood');
  assertLength(likelihood, 'likelihood', prior.length, 'like prior');
  const joint = jointOfChannel(prior, likelihood);
  const columns = transpose(joint);
  const resultProbability = columns.map(sum);
  return {
    resultProbability,
    posterior: columns.map((column, r) =>
      resultProbability[r] > 0 ? column.map((p) => p / resultProbability[r]) : null,
    ),
    entropyBefore: entropy(prior),
    entropyAfter: entropyOfXGivenEachY(joint),
    expectedEntropyAfter: conditionalEntropyOfXGivenY(joint),
    mutualInformation: mutualInformation(joint),
  };
}

/**
 * A yes-or-no test for a condition. Hypotheses: present, absent; results: positive, negative.
 * prevalence = p(present), sensitivity = p(positive | present), specificity = p(negative | absent).
 */
export function diagnosticTest(prevalence: number, sensitivity: number, specificity: number): Evidence {
  assertProbability(prevalence, 'prevalence');
  assertProbability(sensitivity, 'sensitivity');
  assertProbability(specificity, 'specificity');
  return weighEvidence(
    [prevalence, 1 - prevalence],
    [
      [sensitivity, 1 - sensitivity],
      [1 - specificity, specificity],
    ],
  );
}
