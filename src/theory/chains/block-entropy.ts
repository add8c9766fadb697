import { assertEach, assertWholeNumber } from '#theory/numerics/assert.ts';
import { plugInEntropy } from '#theory/estimation/entropy-estimators.ts';

/** How often each block of k consecutive symbols occurs in a sequence, overlaps included, in order of first occurrence. */
export function blockCounts(sequence: ArrayLike<number>, k: number): number[] {
  assertEach(sequence, 'sequence', assertWholeNumber);
  assertWholeNumber(k, 'k', 1);
  if (k > sequence.length) {
    throw new RangeError(`k must be at most the length of the sequence, ${sequence.length}, got ${k}`);
  }
  const symbols = Array.from(sequence);
  const counts = new Map<string, number>();
  for (let i = 0; i + k <= symbols.length; i++) {
    const block = symbols.slice(i, i + k).join();
    counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  return [...counts.values()];
}

/**
 * Plug-in entropy H_k of the blocks of k consecutive symbols of a sequence, overlaps included, in nats. At most
 * ln(length − k + 1): for long blocks a finite sequence looks predictable, whatever made it. Throws RangeError unless k is a
 * whole number from 1 to the length. Shannon 1951.
 */
export function blockEntropy(sequence: ArrayLike<number>, k: number): number {
  return plugInEntropy(blockCounts(sequence, k));
}
