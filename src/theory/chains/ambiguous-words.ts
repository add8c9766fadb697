import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertSameStates, stationaryLaw, type MarkovChain } from './markov-chain.ts';
import { differingStates } from './support-graph.ts';

/** A word that two chains can both write, and after which they go on differently. */
export interface AmbiguousWord {
  readonly word: readonly number[];
  /** How often it is written, in the long run, by each of the two chains. */
  readonly probabilities: readonly [first: number, second: number];
}

/** So many words are visited at the most. */
const MOST_WORDS = 2 ** 16;

/**
 * All words of so many symbols that both chains can write and after which they go on differently, in alphabetical order, one by one. No
 * window of that length is enough as long as there is one: it says neither chain for sure, whenever it comes, and it comes again and again.
 * Throws RangeError on a chain with several closed classes, and where there would be more than 2¹⁶ words.
 */
export function ambiguousWords(first: MarkovChain, second: MarkovChain, length: number): AmbiguousWord[] {
  assertSameStates(first, second);
  assertWholeNumber(length, 'length', 1);
  if (first.length ** length > MOST_WORDS) {
    throw new RangeError(`length must leave at most 2^16 words, got ${first.length}^${length}`);
  }
  const ends = new Set(differingStates(first, second));
  const [one, two] = [stationaryLaw(first), stationaryLaw(second)];
  let words = [...first.keys()].map((x): AmbiguousWord => ({ word: [x], probabilities: [one[x], two[x]] }));
  const both = ({ probabilities: [p, q] }: AmbiguousWord) => p > 0 && q > 0;
  words = words.filter(both);
  for (let t = 1; t < length; t++) {
    words = words.flatMap(({ word, probabilities: [p, q] }) => {
      const x = word[word.length - 1];
      return [...first.keys()]
        .map((y): AmbiguousWord => ({ word: [...word, y], probabilities: [p * first[x][y], q * second[x][y]] }))
        .filter(both);
    });
  }
  return words.filter(({ word }) => ends.has(word[word.length - 1]));
}
