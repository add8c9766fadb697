import { assertEach, assertFiniteNumbers, assertText, refuse } from '#theory/numerics/assert.ts';

/**
 * What words cost, in nats, whoever looks back: before each word, one of the words so far is expected with probability `share`,
 * each occurrence equally likely, and otherwise a predictor decides, which gives the words these surprisals. With n of the N words
 * so far equal to this one, −ln((1 − share) e^(−s) + share · n/N); the first word, with none before it, costs s. The surprisals
 * are those of a law if the predictor's are, and no word costs more than s − ln(1 − share). Throws RangeError unless there is one
 * surprisal ≥ 0 for each word and 0 ≤ share < 1. A cache of words, as of Kuhn and De Mori 1990, who keep one for each part of speech;
 * Grave, Joulin and Usunier 2017 weight what was read by how alike a network's states were.
 */
export function cacheSurprisals(words: readonly string[], surprisals: readonly number[], share: number): number[] {
  assertEach(words, 'words', assertText);
  assertFiniteNumbers(surprisals, 'surprisals');
  if (words.length !== surprisals.length)
    throw new RangeError(`surprisals must be as many as words, ${words.length}, got ${surprisals.length}`);
  const negative = surprisals.find((s) => s < 0);
  if (negative !== undefined) throw new RangeError(`surprisals must not be negative, got ${negative}`);
  if (!(Number.isFinite(share) && share >= 0 && share < 1)) refuse('share', 'be at least 0 and below 1', share);
  const seen = new Map<string, number>();
  return words.map((word, before) => {
    const s = surprisals[before];
    const same = seen.get(word) ?? 0;
    seen.set(word, same + 1);
    if (before === 0) return s;
    return same === 0 ? s - Math.log1p(-share) : -Math.log((1 - share) * Math.exp(-s) + (share * same) / before);
  });
}
