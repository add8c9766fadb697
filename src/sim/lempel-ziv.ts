import { assertEach, assertIndex, assertNotEmpty, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';

/** An earlier phrase, by its number from 1 on, or 0 for none, and the symbol after it; the last phrase may have none. */
export interface Phrase {
  readonly prefix: number;
  readonly symbol: number | undefined;
}

/**
 * LZ78: cuts a sequence into the shortest phrases that have not come yet, each an earlier phrase and one more symbol. The last may be
 * an earlier phrase and nothing more. No model of the source is needed, and the rate comes to its entropy rate in the end.
 * Ziv and Lempel 1978.
 */
export function lempelZivPhrases(sequence: ArrayLike<number>): Phrase[] {
  assertEach(sequence, 'sequence', assertWholeNumber);
  const phrases: Phrase[] = [];
  /** For each phrase, and for the empty one at 0, the number of the phrase that adds a symbol to it. */
  const longer: Map<number, number>[] = [new Map()];
  let prefix = 0;
  for (let i = 0; i < sequence.length; i++) {
    const known = longer[prefix].get(sequence[i]);
    if (known !== undefined) prefix = known;
    else {
      phrases.push({ prefix, symbol: sequence[i] });
      longer[prefix].set(sequence[i], phrases.length);
      longer.push(new Map());
      prefix = 0;
    }
  }
  if (prefix > 0) phrases.push({ prefix, symbol: undefined });
  return phrases;
}

/** The sequence that the phrases make. Throws RangeError if a phrase refers to one that has not come. */
export function sequenceOfPhrases(phrases: readonly Phrase[]): number[] {
  assertEach(phrases, 'phrases', (phrase, name) => {
    assertObject(phrase, name);
    if (phrase.symbol !== undefined) assertWholeNumber(phrase.symbol, `${name}.symbol`);
  });
  const texts: number[][] = [[]];
  phrases.forEach(({ prefix, symbol }, i) => {
    assertIndex(prefix, `phrases[${i}].prefix`, i + 1);
    texts.push(symbol === undefined ? texts[prefix] : [...texts[prefix], symbol]);
  });
  return texts.flat();
}

/**
 * Estimate c ln c/n of the entropy rate from the number c of phrases of n symbols, in nats per symbol. For short sequences it is far too
 * large, and more than ln of the number of symbols is possible. Throws RangeError if the sequence is empty.
 */
export function lempelZivRate(sequence: ArrayLike<number>): number {
  assertNotEmpty(sequence, 'sequence');
  const phrases = lempelZivPhrases(sequence).length;
  return (phrases * Math.log(phrases)) / sequence.length;
}

/** What has been read of a sequence, and what its code costs so far, in nats. */
export interface LempelZivPoint {
  readonly read: number;
  readonly nats: number;
}

/**
 * What the code of Lempel and Ziv costs at the end of each phrase, in nats, for a receiver who knows the number of symbols that there are (`alphabet`) and how
 * many will come: phrase j names one of j earlier phrases, the empty one among them, and a symbol unless the sequence is over. ln j + ln `alphabet` each.
 */
export function lempelZivCosts(sequence: ArrayLike<number>, alphabet: number): LempelZivPoint[] {
  assertWholeNumber(alphabet, 'alphabet', 1);
  assertEach(sequence, 'sequence', (symbol, name) => assertIndex(symbol, name, alphabet));
  const lengths = [0];
  let nats = 0;
  let read = 0;
  return lempelZivPhrases(sequence).map(({ prefix, symbol }, j) => {
    lengths.push(lengths[prefix] + (symbol === undefined ? 0 : 1));
    nats += Math.log(j + 1) + (symbol === undefined ? 0 : Math.log(alphabet));
    read += lengths[j + 1];
    return { read, nats };
  });
}
