import { millerMadowEntropy, plugInEntropy } from '#theory/estimation/entropy-estimators.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { assertLength, assertRows, assertWholeNumber } from '#theory/numerics/assert.ts';

/** Bounds on the entropy of one symbol, in nats. */
export interface GuessingBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Shannon's bounds on the entropy of text from how often the first, second, … guess of its next letter is right:
 *   Σ i (q_i − q_(i+1)) ln i ≤ H ≤ −Σ q_i ln q_i, with q after the last guess 0.
 * The upper bound holds because the number of the guess is all that a twin of the guesser needs to know the letter; the
 * lower one for an ideal guesser, whose q never rises. From few letters the upper bound comes out too low. Throws RangeError
 * unless q is a distribution that does not rise. Shannon 1951.
 */
export function shannonGuessingBounds(q: readonly number[]): GuessingBounds {
  assertDistribution(q, 'q');
  let lower = 0;
  q.forEach((qi, i) => {
    const next = q[i + 1] ?? 0;
    if (next > qi) throw new RangeError(`q must not rise, got ${qi} and then ${next} at guess ${i + 2}`);
    lower += (i + 1) * (qi - next) * Math.log(i + 1);
  });
  return { lower, upper: entropy(q) };
}

/**
 * What a letter that is found at guess i adds to the lower bound: i ln i − (i − 1) ln (i − 1). Summing by parts,
 * Σ i (q_i − q_(i+1)) ln i = Σ q_i (i ln i − (i − 1) ln (i − 1)): the bound is a mean over letters. At least ln i, at most ln i + 1.
 */
export function priceOfGuess(i: number): number {
  assertWholeNumber(i, 'i', 1);
  return i * Math.log(i) - (i > 1 ? (i - 1) * Math.log(i - 1) : 0);
}

/** Of n letters: both bounds as read off the frequencies, with standard errors (Infinity for a single letter), in nats. */
export interface GuessingEstimate extends GuessingBounds {
  readonly letters: number;
  readonly lowerError: number;
  readonly upperError: number;
  /** The upper one with its first-order bias taken off. Miller 1955. */
  readonly upperCorrected: number;
}

/**
 * Shannon’s bounds from how many letters were found at the first, second, … guess, for letters that are guessed independently. The
 * lower one is a mean, and right on average; the upper one is a plug-in entropy, and too low on average. The frequencies of few
 * letters may rise: then the lower one may even lie above the upper. Throws RangeError unless the counts are whole numbers, not
 * all 0. Shannon 1951; the error of the upper one to first order.
 */
export function estimateGuessingBounds(counts: readonly number[]): GuessingEstimate {
  const upper = plugInEntropy(counts);
  const letters = sum(counts);
  const lower = sum(counts.map((count, i) => (count / letters) * priceOfGuess(i + 1)));
  /** Standard error of the mean over letters of something that depends on the guess. */
  const error = (of: (i: number) => number, mean: number) =>
    letters === 1
      ? Infinity
      : Math.sqrt(
          sum(counts.map((count, i) => (count > 0 ? count * (of(i) - mean) ** 2 : 0))) / (letters * (letters - 1)),
        );
  return {
    ...{ letters, lower, upper },
    lowerError: error((i) => priceOfGuess(i + 1), lower),
    upperError: error((i) => -Math.log(counts[i] / letters), upper),
    upperCorrected: millerMadowEntropy(counts),
  };
}

/**
 * How often an ideal guesser is right at the first, second, … guess, who knows the law p(· | context) in each context and guesses
 * from likely to unlikely: q_i = Σ weight · (the i-th largest of the row). It does not rise. Throws RangeError unless weights and
 * rows are distributions.
 */
export function idealGuesses(weights: readonly number[], rows: readonly (readonly number[])[]): number[] {
  assertDistribution(weights, 'weights');
  assertRows(rows, 'rows', assertDistribution);
  assertLength(rows, 'rows', weights.length, 'weights');
  const sorted = rows.map((row) => [...row].sort((a, b) => b - a));
  return sorted[0].map((_, i) => sum(sorted.map((row, context) => weights[context] * row[i])));
}
