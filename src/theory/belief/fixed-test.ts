import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';

const MOST_TOSSES = 10_000;

/**
 * Probability that the best guess which of two coins was tossed is wrong, after n = 0, 1, …, `most` tosses: Σ over the numbers of heads k of the smaller
 * of prior·C(n, k) pᵏ(1 − p)ⁿ⁻ᵏ and (1 − prior)·C(n, k) qᵏ(1 − q)ⁿ⁻ᵏ, for the guess takes the larger. Both rows are grown toss by
 * toss. Never rises with n. Throws RangeError unless p, q and prior are probabilities.
 */
export function errorsOfBestGuess(first: number, second: number, prior: number, most: number): number[] {
  assertProbability(first, 'first');
  assertProbability(second, 'second');
  assertProbability(prior, 'prior');
  assertWholeNumber(most, 'most', 0, MOST_TOSSES);
  const rows = [prior, 1 - prior].map((weight) => {
    const row = new Float64Array(most + 1);
    row[0] = weight;
    return row;
  });
  const errors = [Math.min(prior, 1 - prior)];
  for (let n = 1; n <= most; n++) {
    [first, second].forEach((p, j) => {
      const row = rows[j];
      // From above, so that row[k − 1] is still that of n − 1 tosses.
      for (let k = n; k > 0; k--) row[k] = row[k] * (1 - p) + row[k - 1] * p;
      row[0] *= 1 - p;
    });
    let error = 0;
    for (let k = 0; k <= n; k++) error += Math.min(rows[0][k], rows[1][k]);
    errors.push(error);
  }
  return errors;
}
