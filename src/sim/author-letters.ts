import { assertIndex } from '#theory/numerics/assert.ts';
import { lawsOf, symbols } from './author-symbols.ts';
import { austen, melville } from './author-tables.ts';

/* Two tiny authors: chains of letters of order two, counted in a novel each. `train/authors.py` says how. */

const size = symbols.length;

export const laws = [lawsOf(austen), lawsOf(melville)] as const;

/** The law of an author after a pair of symbols. Throws RangeError for what is none. */
export const lawAfter = (author: number, first: number, second: number): Float64Array => {
  assertIndex(author, 'author', laws.length);
  assertIndex(first, 'first', size);
  assertIndex(second, 'second', size);
  const row = (first * size + second) * size;
  return laws[author].subarray(row, row + size);
};
