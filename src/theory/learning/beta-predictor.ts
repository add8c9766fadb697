import { binaryEntropy } from '#theory/measures/entropy.ts';
import { assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';

/** More tosses than this take longer than a frame: the sums have tosses²/2 terms. */
export const mostTosses = 2000;

/**
 * H(X_(t+1) | X_1 … X_t) in nats for t = 0 … tosses − 1, for a coin whose bias is drawn from Beta(a, b): the expected log-loss of the
 * Bayesian predictor, which gives heads (a + k)/(a + b + t) after k heads among t. The law of k grows toss by toss (Pólya's urn).
 * Never rises, and tends to the mean entropy of the coin. Throws RangeError unless a, b > 0 and tosses is a whole number up to 2000.
 */
export function predictiveEntropiesOfBeta(a: number, b: number, tosses: number): number[] {
  assertPositive(a, 'a');
  assertPositive(b, 'b');
  assertWholeNumber(tosses, 'tosses');
  if (tosses > mostTosses) throw new RangeError(`tosses must be at most ${mostTosses}, got ${tosses}`);
  const costs: number[] = [];
  let heads = Float64Array.of(1);
  for (let t = 0; t < tosses; t++) {
    const next = new Float64Array(t + 2);
    let cost = 0;
    for (let k = 0; k <= t; k++) {
      const p = (a + k) / (a + b + t);
      cost += heads[k] * binaryEntropy(p);
      next[k] += heads[k] * (1 - p);
      next[k + 1] += heads[k] * p;
    }
    costs.push(cost);
    heads = next;
  }
  return costs;
}
