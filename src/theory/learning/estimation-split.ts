import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';

/*
 * One law of sequences, many parameters. The estimation error I(X_1 … X_T; Θ) is not a property of the data: the same law can be
 * written with Θ constant (0), with Θ the whole sequence (H), and with everything between. All laws are over |V|^T sequences
 * in lexicographic order, the first symbol changing slowest.
 */

/** T with size^T = sequences. Throws RangeError unless there is one. */
function lengthOfSequences(sequences: number, alphabet: number): number {
  assertWholeNumber(alphabet, 'alphabet', 2);
  const length = Math.round(Math.log(sequences) / Math.log(alphabet));
  if (alphabet ** length !== sequences) {
    throw new RangeError(`law must have a power of ${alphabet} entries, got ${sequences}`);
  }
  return length;
}

/** The law of the first k symbols. */
export function prefixLaw(law: readonly number[], alphabet: number, k: number): number[] {
  assertDistribution(law, 'law');
  const length = lengthOfSequences(law.length, alphabet);
  if (!Number.isInteger(k) || k < 0 || k > length) {
    throw new RangeError(`k must be a whole number from 0 to ${length}, got ${k}`);
  }
  const each = alphabet ** (length - k);
  return Array.from({ length: alphabet ** k }, (_, prefix) => sum(law.slice(prefix * each, (prefix + 1) * each)));
}

/** I(X_1 … X_T; Θ) = H(X_1 … X_k), in nats, for the parameter Θ = X_1 … X_k, for every k from 0 to T. */
export function estimationErrorOfPrefixes(law: readonly number[], alphabet: number): number[] {
  assertDistribution(law, 'law');
  const length = lengthOfSequences(law.length, alphabet);
  return Array.from({ length: length + 1 }, (_, k) => entropy(prefixLaw(law, alphabet, k)));
}

/**
 * I(X_1 … X_T; Θ) = λ H(X_1 … X_T), in nats, for the parameter that is the whole sequence with probability λ, decided by a coin of
 * its own, and blank otherwise. λ = 0 and 1 are the two extremes, in which all or nothing is irreducible.
 */
export function estimationErrorOfReveal(law: readonly number[], probability: number): number {
  assertDistribution(law, 'law');
  assertProbability(probability, 'probability');
  return probability * entropy(law);
}
