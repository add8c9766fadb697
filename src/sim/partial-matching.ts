import { assertFunction, assertWholeNumber } from '#theory/numerics/assert.ts';
import { methodC, type Escape } from './adaptive-bytes.ts';
import { assertSymbol, MOST_ORDER, MOST_SYMBOLS, type Predictor } from './predictor.ts';

/**
 * Prediction by partial matching: backs off from the longest context that has been seen to shorter ones. In a context that n symbols
 * followed, d of them different, symbol x that came n(x) times has probability n(x)/(n + w), and with probability w/(n + w), an
 * escape, one is taken that never came there, by the next shorter context, of which the symbols seen here are left out; at the end
 * all that are left are equally likely. w is what `escape` makes of d; method C of Moffat 1990 takes d itself. Where no symbol is
 * left there is no escape. Cleary and Witten 1984.
 */
export class PartialMatching implements Predictor {
  readonly symbols: number;
  private readonly order: number;
  private readonly escape: Escape;
  private readonly followers = new Map<string, Map<number, number>>();
  private readonly recent: number[] = [];

  /** Throws RangeError unless symbols ≥ 1 and order ≥ 0 are whole numbers. */
  constructor(symbols: number, order: number, escape: Escape = methodC) {
    assertWholeNumber(symbols, 'symbols', 1, MOST_SYMBOLS);
    assertWholeNumber(order, 'order', 0, MOST_ORDER);
    assertFunction(escape, 'escape');
    this.symbols = symbols;
    this.order = order;
    this.escape = escape;
  }

  /** The contexts of the last symbols, longest first, as keys. */
  private contexts(): string[] {
    return Array.from({ length: this.recent.length + 1 }, (_, dropped) => this.recent.slice(dropped).join());
  }

  predict(): number[] {
    const law = new Array<number>(this.symbols).fill(0);
    const open = new Set(law.keys());
    let left = 1;
    for (const context of this.contexts()) {
      const here = [...(this.followers.get(context) ?? [])].filter(([symbol]) => open.has(symbol));
      if (here.length === 0) continue;
      const count = here.reduce((total, [, n]) => total + n, 0);
      const weight = here.length === open.size ? 0 : this.escape(here.length);
      for (const [symbol, n] of here) {
        law[symbol] = (left * n) / (count + weight);
        open.delete(symbol);
      }
      left *= weight / (count + weight);
    }
    for (const symbol of open) law[symbol] = left / open.size;
    return law;
  }

  add(symbol: number): void {
    assertSymbol(symbol, this.symbols);
    for (const context of this.contexts()) {
      const seen = this.followers.get(context) ?? new Map<number, number>();
      seen.set(symbol, (seen.get(symbol) ?? 0) + 1);
      this.followers.set(context, seen);
    }
    this.recent.push(symbol);
    if (this.recent.length > this.order) this.recent.shift();
  }
}
