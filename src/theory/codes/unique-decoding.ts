import { assertEach, assertNotEmpty, assertText, refuse } from '#theory/numerics/assert.ts';

/** A row of digits that is two different rows of words. */
export interface TwoReadings {
  readonly digits: string;
  /** Symbols of either reading, in order. They begin with different symbols. */
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Throws RangeError unless the value is a row of at least one digit 0 or 1. */
function assertWord(word: string, name: string): void {
  assertText(word, name);
  if (!/^[01]+$/.test(word)) refuse(name, 'be a row of the digits 0 and 1', word);
}

/** Two rows of words of which one is longer than the other by `over`. */
interface Race {
  readonly over: string;
  readonly ahead: readonly number[];
  readonly behind: readonly number[];
  /** Digits of the longer one. */
  readonly digits: string;
}

/**
 * The shortest row of digits that can be read in two ways; undefined if there is none, so that every row of words can be
 * read back once it is complete. Two readings race each other: whoever is behind takes a word that agrees with what the
 * other has beyond it. Only what stands over matters, an end of some word, so there are finitely many cases. Throws
 * RangeError unless there is at least one word and all are rows of digits. Sardinas and Patterson 1953.
 */
export function twoReadings(words: readonly string[]): TwoReadings | undefined {
  assertNotEmpty(words, 'words');
  assertEach(words, 'words', assertWord);
  const open: Race[] = words.flatMap((long, i) =>
    words.flatMap((short, j) =>
      i !== j && long.startsWith(short) && (long.length > short.length || i > j)
        ? [{ over: long.slice(short.length), ahead: [i], behind: [j], digits: long }]
        : [],
    ),
  );
  const done = new Set<string>();
  for (;;) {
    // The shortest first, as in Dijkstra’s algorithm; of equals the first in the order of the alphabet.
    open.sort((a, b) => b.digits.length - a.digits.length || (a.digits < b.digits ? 1 : -1));
    const race = open.pop();
    if (!race) return undefined;
    const { over, ahead, behind, digits } = race;
    if (over === '') return { digits, ...inOrder(ahead, behind) };
    if (done.has(over)) continue;
    done.add(over);
    words.forEach((word, symbol) => {
      const taken = [...behind, symbol];
      if (over.startsWith(word)) open.push({ over: over.slice(word.length), ahead, behind: taken, digits });
      else if (word.startsWith(over))
        open.push({
          over: word.slice(over.length),
          ahead: taken,
          behind: ahead,
          digits: digits + word.slice(over.length),
        });
    });
  }
}

/** The reading whose first symbol comes first. */
const inOrder = (a: readonly number[], b: readonly number[]) =>
  a[0] < b[0] ? { first: a, second: b } : { first: b, second: a };
