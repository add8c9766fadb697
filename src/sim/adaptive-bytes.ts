import { assertEach, assertFunction, assertIndex, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';

/**
 * A model that knows nothing beforehand and learns a text while it reads it: a distribution over the 256 bytes after each
 * context of 0 to `order` bytes, blended from the shortest to the longest.
 *
 *     pₖ(x | c) = (n_c(x) + w · pₖ₋₁(x | c′)) / (n_c + w),   p₋₁(x) = 1/256
 *
 * n_c(x) counts how often byte x has followed context c so far, c′ is c without its first byte, and w, the weight of the
 * shorter context, is what `escape` gives. Every pₖ sums to one because pₖ₋₁ does. The text's code length is the sum of the
 * surprisals, and a decoder that has the text so far can compute every one of them: nothing needs to be sent beforehand.
 */

/** The weight of the shorter context, from the number of different bytes that have followed the longer one, at least one. */
export type Escape = (distinct: number) => number;

/** Method C of Moffat 1990: as much weight as there have been different bytes. Blended so it is Witten-Bell smoothing. */
export const methodC: Escape = (distinct) => {
  assertWholeNumber(distinct, 'distinct');
  return distinct;
};

/** A weight of 128 on 1/256 each is half a count for every byte: at order 0 the estimator of Krichevsky and Trofimov 1981. */
export const krichevskyTrofimov: Escape = () => 128;

/** Contexts are kept as numbers of four bytes. */
export const highestOrder = 4;

interface Followers {
  total: number;
  readonly counts: Map<number, number>;
}

const assertByte = (byte: number, name: string): void => assertIndex(byte, name, 256);

export class AdaptiveBytes {
  readonly order: number;
  private readonly escape: Escape;
  /** For each length of context: its bytes as a number, and what followed it. */
  private readonly seen: Map<number, Followers>[];
  /** The last four bytes, the latest lowest. */
  private recent = 0;
  private length = 0;

  constructor(order: number, escape: Escape = methodC) {
    if (!(Number.isInteger(order) && order >= 0 && order <= highestOrder)) {
      refuse('order', `be a whole number from 0 to ${highestOrder}`, order);
    }
    assertFunction(escape, 'escape');
    this.order = order;
    this.escape = escape;
    this.seen = Array.from({ length: order + 1 }, () => new Map<number, Followers>());
  }

  /** The probability of `byte` next. */
  probability(byte: number): number {
    assertByte(byte, 'byte');
    let p = 1 / 256;
    for (let k = 0; k <= Math.min(this.order, this.length); k++) {
      const followers = this.seen[k].get(this.context(k));
      if (!followers) break;
      const weight = this.escape(followers.counts.size);
      p = ((followers.counts.get(byte) ?? 0) + weight * p) / (followers.total + weight);
    }
    return p;
  }

  /** Learns that `byte` came. Throws RangeError if it is none. */
  add(byte: number): void {
    assertByte(byte, 'byte');
    for (let k = 0; k <= Math.min(this.order, this.length); k++) {
      const context = this.context(k);
      let followers = this.seen[k].get(context);
      if (!followers) this.seen[k].set(context, (followers = { total: 0, counts: new Map<number, number>() }));
      followers.total++;
      followers.counts.set(byte, (followers.counts.get(byte) ?? 0) + 1);
    }
    this.recent = ((this.recent << 8) | byte) >>> 0;
    this.length++;
  }

  private context(bytes: number): number {
    return bytes === 0 ? 0 : this.recent & (2 ** (8 * bytes) - 1);
  }
}

/** The surprisal of each byte in nats, predicted from those before it, by a model that starts knowing nothing. */
export function adaptiveSurprisals(bytes: ArrayLike<number>, order: number, escape?: Escape): Float64Array {
  assertEach(bytes, 'bytes', assertByte);
  const model = new AdaptiveBytes(order, escape);
  return Float64Array.from({ length: bytes.length }, (_, i) => {
    const nats = -Math.log(model.probability(bytes[i]));
    model.add(bytes[i]);
    return nats;
  });
}
