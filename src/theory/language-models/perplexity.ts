/**
 * What people report as the perplexity of a text, right and wrong, from the surprisals s₁ … s_T of its tokens in nats, each
 * given all tokens before it. `perplexity` of entropy.ts turns a mean surprisal into a perplexity; here are the means.
 *
 * The order by Jensen's inequality: 1/mean of p ≤ perplexity ≤ mean of perplexities of equally long batches ≤ mean of 1/p.
 * Jelinek, Mercer, Bahl and Baker 1977.
 */
import {
  assertEach,
  assertLength,
  assertNotEmpty,
  assertNotNegative,
  assertNotNegativeOrInfinite,
  assertObject,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { perplexity } from '#theory/measures/entropy.ts';

function assertSurprisals(surprisals: ArrayLike<number>): void {
  assertNotEmpty(surprisals, 'surprisals');
  assertEach(surprisals, 'surprisals', assertNotNegativeOrInfinite);
}

function sum(numbers: ArrayLike<number>, from = 0, to = numbers.length): number {
  let total = 0;
  for (let i = from; i < to; i++) total += numbers[i];
  return total;
}

/**
 * Mean surprisal Σ sₜ / T, in nats per token: the cross-entropy that evaluations report.
 * Throws RangeError if there is no token or a surprisal is negative.
 */
export function meanSurprisal(surprisals: ArrayLike<number>): number {
  assertSurprisals(surprisals);
  return sum(surprisals) / surprisals.length;
}

/**
 * Perplexity exp(Σ sₜ / n) of a text of total surprisal Σ sₜ nats, per each of its n units: tokens, bytes, characters, words.
 * The text's probability is the perplexity to the power −n, whatever the unit. 1 for no units.
 */
export function perplexityPer(totalNats: number, units: number): number {
  assertNotNegativeOrInfinite(totalNats, 'totalNats');
  assertNotNegative(units, 'units');
  return units === 0 ? 1 : perplexity(totalNats / units);
}

/** A stretch of consecutive tokens: mean surprisal in nats, and how many tokens. */
export interface Batch {
  readonly mean: number;
  readonly tokens: number;
}

/**
 * The batches that end where the cuts are: cut c lies before token c. Cuts increase strictly, between 1 and T − 1; else
 * RangeError.
 */
export function batchesOf(surprisals: ArrayLike<number>, cuts: readonly number[]): Batch[] {
  assertSurprisals(surprisals);
  assertEach(cuts, 'cuts', (cut, name) => assertWholeNumber(cut, name, 1, surprisals.length - 1));
  return [...cuts, surprisals.length].map((to, b) => {
    const from = b === 0 ? 0 : cuts[b - 1];
    if (!(to > from)) refuse('cuts', `rise, and ${from} be followed by more`, to);
    return { mean: sum(surprisals, from, to) / (to - from), tokens: to - from };
  });
}

function assertBatches(batches: readonly Batch[]): void {
  assertNotEmpty(batches, 'batches');
  assertEach(batches, 'batches', (batch, name) => {
    assertObject(batch, name);
    assertNotNegativeOrInfinite(batch.mean, `${name}.mean`);
    assertPositive(batch.tokens, `${name}.tokens`);
  });
}

/** The right way, exp(Σ n_b m_b / Σ n_b): the same for every way to cut a text into batches. */
export function perplexityOfBatches(batches: readonly Batch[]): number {
  assertBatches(batches);
  const total = batches.reduce((nats, { mean, tokens }) => nats + mean * tokens, 0);
  return perplexityPer(
    total,
    batches.reduce((n, { tokens }) => n + tokens, 0),
  );
}

/** Wrong: exp((1/B) Σ m_b), which lets a batch of one token weigh as much as one of a thousand. Too high or too low. */
export function perplexityOfBatchMeans(batches: readonly Batch[]): number {
  assertBatches(batches);
  return perplexity(batches.reduce((nats, { mean }) => nats + mean, 0) / batches.length);
}

/** Wrong: (1/B) Σ exp(m_b), the mean of what should be multiplied. Never below `perplexityOfBatchMeans` (Jensen). */
export function meanOfBatchPerplexities(batches: readonly Batch[]): number {
  assertBatches(batches);
  return batches.reduce((total, { mean }) => total + perplexity(mean), 0) / batches.length;
}

/** Wrong: (1/T) Σ 1/pₜ, the arithmetic mean where the geometric one belongs. A few rare tokens decide it. */
export function meanInverseProbability(surprisals: ArrayLike<number>): number {
  assertSurprisals(surprisals);
  return sum(Array.from(surprisals, (s) => Math.exp(s))) / surprisals.length;
}

/** Wrong: 1 / ((1/T) Σ pₜ), the inverse of the mean probability. The tokens that were likely decide it. */
export function inverseMeanProbability(surprisals: ArrayLike<number>): number {
  assertSurprisals(surprisals);
  return surprisals.length / sum(Array.from(surprisals, (s) => Math.exp(-s)));
}

/** Wrong: e raised to a mean surprisal in bits, which is the perplexity to the power 1/ln 2 = 1.44. */
export function eToTheBits(meanNats: number): number {
  assertNotNegativeOrInfinite(meanNats, 'meanNats');
  return perplexity(meanNats / Math.LN2);
}

/** Wrong: 2 raised to a mean surprisal in nats, which is the perplexity to the power ln 2 = 0.69. */
export function twoToTheNats(meanNats: number): number {
  assertNotNegativeOrInfinite(meanNats, 'meanNats');
  return perplexity(meanNats * Math.LN2);
}

/**
 * Weighted mean surprisal Σ wₜ sₜ / Σ wₜ in nats, the logarithm of the weighted perplexity, which may exceed any number. What has
 * weight 0 does not count, not even if its surprisal is infinite. 0 if all weights are 0. Throws RangeError for a negative weight.
 */
export function weightedMeanSurprisal(surprisals: ArrayLike<number>, weights: ArrayLike<number>): number {
  assertSurprisals(surprisals);
  assertLength(weights, 'weights', surprisals.length, 'like surprisals');
  assertEach(weights, 'weights', assertNotNegative);
  let total = 0;
  for (let t = 0; t < weights.length; t++) {
    if (weights[t] > 0) total += weights[t] * surprisals[t];
  }
  return total === 0 ? 0 : total / sum(weights);
}

/**
 * Weighted perplexity exp(Σ wₜ sₜ / Σ wₜ). The weight depends on the token's place or kind, never on what the model gave it,
 * else it is no score of the model. 1 if all weights are 0. Throws RangeError for a negative weight.
 */
export function weightedPerplexity(surprisals: ArrayLike<number>, weights: ArrayLike<number>): number {
  return perplexity(weightedMeanSurprisal(surprisals, weights));
}

/**
 * Perplexity of what follows a prompt, given the prompt: exp of the mean of sₜ over t ≥ prompt. The prompt's own tokens are
 * read and not scored. 1 if nothing follows.
 */
export function conditionalPerplexity(surprisals: ArrayLike<number>, prompt: number): number {
  assertSurprisals(surprisals);
  assertWholeNumber(prompt, 'prompt');
  const from = Math.min(prompt, surprisals.length);
  return perplexityPer(sum(surprisals, from), surprisals.length - from);
}
