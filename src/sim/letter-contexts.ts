import { assertEach, assertIndex, assertWholeNumber } from '#theory/numerics/assert.ts';
import { MOST_SYMBOLS } from './predictor.ts';

interface Followers {
  total: number;
  readonly counts: Map<number, number>;
}

/** Contexts are kept as numbers below 2⁵³. */
const MOST_CONTEXTS = 2 ** 52;

/**
 * What has followed each context of 0 to `order` symbols in a text, as laws of the next symbol, blended from the shortest context to the longest:
 *
 *     pₖ(x | c) = (n_c(x) + d_c pₖ₋₁(x | c′)) / (n_c + d_c),   p₋₁(x) = 1/symbols
 *
 * n_c(x) counts how often x followed c, c′ is c without its first symbol, and d_c is the number of different symbols that followed c (method C of
 * Moffat 1990; blended so it is the smoothing of Witten and Bell 1991). It learns no more: two who have it get the same law after the same symbols,
 * by whatever way they came there.
 */
export class LetterContexts {
  readonly symbols: number;
  readonly order: number;
  private readonly seen: readonly Map<number, Followers>[];
  private readonly known = new Map<number, readonly number[]>();

  /** Throws RangeError unless the text holds symbols 0, …, `symbols` − 1 and the order is a whole number, with few enough contexts. */
  constructor(text: readonly number[], symbols: number, order: number) {
    assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
    assertWholeNumber(order, 'order', 0, Math.floor(Math.log(MOST_CONTEXTS) / Math.log(symbols + 1)));
    assertEach(text, 'text', (symbol, name) => assertIndex(symbol, name, symbols));
    this.symbols = symbols;
    this.order = order;
    this.seen = Array.from({ length: order + 1 }, () => new Map<number, Followers>());
    text.forEach((symbol, i) => {
      let key = 0;
      for (let k = 0; k <= Math.min(order, i); k++) {
        if (k > 0) key += (text[i - k] + 1) * (symbols + 1) ** (k - 1);
        let followers = this.seen[k].get(key);
        if (!followers) this.seen[k].set(key, (followers = { total: 0, counts: new Map<number, number>() }));
        followers.total++;
        followers.counts.set(symbol, (followers.counts.get(symbol) ?? 0) + 1);
      }
    });
  }

  /** The law of the next symbol after these: only the last `order` of them count. Throws RangeError for what is no symbol. */
  lawAfter(past: readonly number[]): readonly number[] {
    assertEach(past, 'past', (symbol, name) => assertIndex(symbol, name, this.symbols));
    const looked = Math.min(this.order, past.length);
    let key = 0;
    const keys = [0, ...Array.from({ length: looked }, (_, i) => (key += (past[past.length - 1 - i] + 1) * (this.symbols + 1) ** i))]; // prettier-ignore
    const known = this.known.get(key);
    if (known) return known;
    let law = new Array<number>(this.symbols).fill(1 / this.symbols);
    for (const [k, map] of this.seen.entries()) {
      const followers = keys[k] === undefined ? undefined : map.get(keys[k]);
      if (!followers) break;
      const { total, counts } = followers;
      law = law.map((p, x) => ((counts.get(x) ?? 0) + counts.size * p) / (total + counts.size));
    }
    this.known.set(key, law);
    return law;
  }
}
