import { assertDistribution } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';

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
