import { assertEach, assertIndex, assertNotEmpty, assertRows } from '#theory/numerics/assert.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';

/** A block of tosses, 0 or 1 each. */
export type Tosses = readonly number[];

/** Blocks have at most so many tosses, of which all possible ones are looked at. */
const MOST_TOSSES = 12;

function assertWords(words: readonly Tosses[]): void {
  assertNotEmpty(words, 'words');
  assertRows(words, 'words', (word, name) => assertEach(word, name, (toss, at) => assertIndex(toss, at, 2)));
  if (words[0].length < 1 || words[0].length > MOST_TOSSES)
    throw new RangeError(`words must have 1 to ${MOST_TOSSES} tosses, got ${words[0].length}`);
}

const differences = (a: Tosses, b: Tosses) => a.reduce((count, toss, i) => count + (toss === b[i] ? 0 : 1), 0);

function nearest(words: readonly Tosses[], block: Tosses): number {
  let [best, least] = [0, Infinity];
  words.forEach((word, k) => {
    const count = differences(word, block);
    if (count < least) [best, least] = [k, count];
  });
  return best;
}

/** The place of the word that differs from the block in the fewest tosses; the first of several. */
export function nearestWord(words: readonly Tosses[], block: Tosses): number {
  assertWords(words);
  assertEach(block, 'block', (toss, name) => assertIndex(toss, name, 2));
  if (block.length !== words[0].length)
    throw new RangeError(`block must have ${words[0].length} tosses, got ${block.length}`);
  return nearest(words, block);
}

/**
 * A code that tells each block of tosses as the nearest of some words: the entropy of the word in nats for each toss, and the expected
 * share of tosses that come back wrong. `heads` is the chance of a 1. Throws RangeError unless the words have one length, up to 12.
 */
export function nearestWordCode(
  heads: number,
  words: readonly Tosses[],
): { readonly rate: number; readonly distortion: number } {
  assertProbability(heads, 'heads');
  assertWords(words);
  const n = words[0].length;
  const chances = new Array<number>(words.length).fill(0);
  let wrong = 0;
  for (let all = 0; all < 2 ** n; all++) {
    const block = Array.from({ length: n }, (_, i) => (all >> i) & 1);
    const ones = sum(block);
    const chance = heads ** ones * (1 - heads) ** (n - ones);
    const word = nearest(words, block);
    chances[word] += chance;
    wrong += chance * differences(words[word], block);
  }
  return { rate: entropy(chances.map((chance) => chance / sum(chances))) / n, distortion: wrong / n };
}
