import { assertFiniteNumbers } from '#theory/numerics/assert.ts';

/** The mean of differences, and how far it may be off because there are so few of them. */
export interface PairedDifference {
  readonly mean: number;
  /** s/√n, with s² = Σ (dᵢ − mean)²/(n − 1). */
  readonly standardError: number;
}

/**
 * The mean of after − before over pairs, in their unit, with its standard error. What the two members of a pair have in common, as
 * an easy or a hard word has, cancels, so that the error is smaller than that of two means. It takes the pairs for independent:
 * neighboring words of a text are not quite. Throws RangeError unless there are two pairs or more.
 */
export function pairedDifference(before: readonly number[], after: readonly number[]): PairedDifference {
  assertFiniteNumbers(before, 'before');
  assertFiniteNumbers(after, 'after');
  if (before.length !== after.length)
    throw new RangeError(`before and after must be equally many, got ${before.length} and ${after.length}`);
  const n = before.length;
  if (n < 2) throw new RangeError(`before must have two entries or more, got ${n}`);
  const differences = before.map((x, i) => after[i] - x);
  const mean = differences.reduce((total, d) => total + d, 0) / n;
  const squares = differences.reduce((total, d) => total + (d - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (n - 1) / n) };
}
