import { assertEach, assertNotNegative } from '#theory/numerics/assert.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';

/** What a code costs on average, and for what, in nats per symbol: mean = entropy + divergence + unspent. */
export interface CodeBill {
  readonly mean: number;
  /** What no code can avoid, H(p). */
  readonly entropy: number;
  /** What the code pays for expecting q and not p, D(p‖q). */
  readonly divergence: number;
  /** What it pays for code space that no word uses, −ln Σ 2^(−length); negative if the words take more than there is. */
  readonly unspent: number;
  /** Of each word, the share of all infinite rows of digits that begin with it: 2^(−length). */
  readonly shares: readonly number[];
  /** The shares together. Kraft 1949, McMillan 1956: a code that can be read back has at most 1. */
  readonly kraft: number;
  /** The law for which words of these lengths are right: the shares, divided by their sum. */
  readonly believed: readonly number[];
}

/**
 * The bill of a code whose words have the given lengths in binary digits, for symbols with the law p. Lengths need not be whole:
 * an arithmetic coder, or a code for long blocks, has any mean. Throws RangeError unless p is a distribution and there is one
 * finite length of at least 0 for each symbol.
 */
export function codeBill(p: readonly number[], lengths: readonly number[]): CodeBill {
  assertDistribution(p, 'p');
  assertEach(lengths, 'lengths', assertNotNegative);
  if (p.length !== lengths.length)
    throw new RangeError(`lengths must have one entry per probability, ${p.length}, got ${lengths.length}`);
  // Taken out before it is added up, so that no share is lost where all words are long.
  const least = Math.min(...lengths);
  const relative = lengths.map((length) => 2 ** (least - length));
  const total = sum(relative);
  const believed = relative.map((share) => share / total);
  return {
    mean: Math.LN2 * sum(p.map((pi, i) => pi * lengths[i])),
    entropy: entropy(p),
    divergence: relativeEntropy(p, believed),
    unspent: Math.LN2 * least - Math.log(total),
    shares: relative.map((share) => share * 2 ** -least),
    kraft: total * 2 ** -least,
    believed,
  };
}
