import { assertEach, assertText, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { PIECE, utf8Bytes } from './tokenizer.ts';

/** Most tokens: ids have 16 binary digits. */
const mostTokens = 2 ** 16;

/** A piece of text that occurs `weight` times, as tokens. */
interface Piece {
  ids: number[];
  readonly weight: number;
}

/** A pair as one number, so that pairs compare as (left, right) do. */
const pairOf = (left: number, right: number) => left * mostTokens + right;

/** The tokens with every occurrence of the pair replaced, from left to right. */
function replaced(ids: readonly number[], pair: number, fresh: number): number[] {
  const out: number[] = [];
  for (let i = 0; i < ids.length; i++) {
    const merges = i + 1 < ids.length && pairOf(ids[i], ids[i + 1]) === pair;
    out.push(merges ? fresh : ids[i]);
    if (merges) i++;
  }
  return out;
}

/** How often each pair of neighbors occurs, overlaps included, and in which pieces. */
class Pairs {
  readonly counts = new Map<number, number>();
  private readonly pieces: readonly Piece[];
  private readonly places = new Map<number, Set<number>>();

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
    pieces.forEach((_, index) => this.count(index, 1));
  }

  /** Replaces the pair wherever it occurs. */
  merge(pair: number, fresh: number): void {
    for (const index of this.places.get(pair) ?? []) {
      this.count(index, -1);
      this.pieces[index].ids = replaced(this.pieces[index].ids, pair, fresh);
      this.count(index, 1);
    }
    this.places.delete(pair);
  }

  /** The most frequent pair, the lowest of several; undefined if there is none. */
  mostFrequent(): number | undefined {
    let [best, most]: [number | undefined, number] = [undefined, 0];
    for (const [pair, count] of this.counts) {
      if (count > most || (count === most && best !== undefined && pair < best)) [best, most] = [pair, count];
    }
    return best;
  }

  private count(index: number, sign: 1 | -1): void {
    const { ids, weight } = this.pieces[index];
    for (let i = 1; i < ids.length; i++) {
      const pair = pairOf(ids[i - 1], ids[i]);
      const count = (this.counts.get(pair) ?? 0) + sign * weight;
      if (count === 0) this.counts.delete(pair);
      else this.counts.set(pair, count);
      if (sign < 0) continue;
      const places = this.places.get(pair);
      if (places) places.add(index);
      else this.places.set(pair, new Set([index]));
    }
  }
}

/**
 * Merges of a byte-pair encoding learned from a text, flat as the tokenizer takes them: again and again the most frequent pair of
 * neighboring tokens becomes one, the lowest pair on a tie, until there are `vocabulary` tokens, or no two neighbors are
 * left. Pairs are counted within pieces only, overlaps included. `first` are merges that are there before. `learn_merges`
 * in train/tokenizer.py is the same rule. Throws RangeError unless vocabulary is a whole number from 256 + those merges
 * to 65,536, and those merges are pairs of tokens. Gage 1994; Sennrich, Haddow and Birch 2016.
 */
export function learnMerges(text: string, vocabulary: number, first: readonly number[] = []): number[] {
  assertText(text, 'text');
  assertEach(first, 'first', assertWholeNumber);
  if (first.length % 2 !== 0) refuse('first', 'be pairs', first.length);
  const least = 256 + first.length / 2;
  if (!Number.isInteger(vocabulary) || vocabulary < least || vocabulary > mostTokens) {
    refuse('vocabulary', `be a whole number from ${least} to ${mostTokens}`, vocabulary);
  }
  const weights = new Map<string, number>();
  for (const [piece] of text.matchAll(PIECE)) weights.set(piece, (weights.get(piece) ?? 0) + 1);
  const pairs = new Pairs(Array.from(weights, ([piece, weight]) => ({ ids: [...utf8Bytes(piece)], weight })));
  const merges: number[] = [];
  const add = (left: number, right: number): void => {
    pairs.merge(pairOf(left, right), 256 + merges.length / 2);
    merges.push(left, right);
  };
  for (let i = 0; i < first.length; i += 2) {
    const tokens = 256 + i / 2;
    const wrong = first.slice(i, i + 2).find((id) => !(Number.isInteger(id) && id >= 0 && id < tokens));
    if (wrong !== undefined) refuse('first', `be of the ${tokens} tokens before them`, wrong);
    add(first[i], first[i + 1]);
  }
  while (256 + merges.length / 2 < vocabulary) {
    const pair = pairs.mostFrequent();
    if (pair === undefined) break;
    add(Math.floor(pair / mostTokens), pair % mostTokens);
  }
  return merges;
}
