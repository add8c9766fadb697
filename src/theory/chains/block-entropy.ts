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

/** Largest block of `blockEntropies`, and the largest symbol that it takes. */
const [MOST_K, MOST_SYMBOL] = [1000, 2 ** 20];

/**
 * The same for all blocks of 0 to `most` symbols at once, in a time that grows with length × most. A block is the block that is one shorter and one symbol more,
 * so that each has a number. Throws RangeError unless `most` is a whole number up to the length.
 */
export function blockEntropies(sequence: ArrayLike<number>, most: number): number[] {
  assertEach(sequence, 'sequence', (symbol, name) => assertWholeNumber(symbol, name, 0, MOST_SYMBOL));
  assertWholeNumber(most, 'most', 0, Math.min(MOST_K, sequence.length));
  const size = Math.max(0, ...Array.from(sequence)) + 1;
  // Which block begins at each place.
  const block = new Int32Array(sequence.length);
  const entropies = [0];
  for (let k = 1; k <= most; k++) {
    const numbers = new Map<number, number>();
    const counts: number[] = [];
    for (let i = 0; i + k <= sequence.length; i++) {
      const longer = block[i] * size + sequence[i + k - 1];
      let number = numbers.get(longer);
      if (number === undefined) {
        number = counts.length;
        numbers.set(longer, number);
        counts.push(0);
      }
      counts[number]++;
      block[i] = number;
    }
    entropies.push(plugInEntropy(counts));
  }
  return entropies;
}
