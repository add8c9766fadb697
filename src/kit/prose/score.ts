import { natsPer, sayIn } from '#contract/say.ts';

/**
 * What a prediction costs, in bits, whatever the unit of the page. Nothing is charged for the truth itself.
 *
 * `divergence`: each number is the probability of a yes, and the charge is the relative entropy D(p‖q), in the mean over
 * the numbers: what relying on q costs per case where p holds. Where the truth p is 1 or 0, as in a bet, this is the surprisal of what is true.
 * `distribution`: the numbers are one distribution, and the charge is its D(p‖q).
 * `distance`: the numbers are amounts in bits themselves, and the charge is the mean of |guess − truth|.
 */
export type Score = 'divergence' | 'distribution' | 'distance';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** p log₂(p/q), which is 0 at p = 0 and infinite where q excludes what p does not. */
const term = (p: number, q: number) => (p > 0 ? p * Math.log2(p / q) : 0);

/** Bits that `guess` costs under `truth`, number by number of the same length; never negative. */
export function scoreOf(score: Score, truth: readonly number[], guess: readonly number[]): number {
  if (truth.length === 0 || truth.length !== guess.length)
    throw new RangeError(`guess must have as many numbers as truth (${truth.length}), got ${guess.length}`);
  const bits =
    score === 'distance'
      ? mean(truth.map((p, i) => Math.abs(guess[i] - p)))
      : score === 'distribution'
        ? truth.reduce((sum, p, i) => sum + term(p, guess[i]), 0)
        : mean(truth.map((p, i) => term(p, guess[i]) + term(1 - p, 1 - guess[i])));
  // Equal distributions may come out a rounding error below zero.
  return Math.max(0, bits);
}

/** A score as the page says it: `0.74 bits`. */
export const sayScore = (bits: number) => sayIn('bits').information(bits * natsPer('bits'), 2);
