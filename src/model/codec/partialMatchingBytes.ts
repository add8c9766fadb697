import { ContextCounts } from './contextCounts.ts';

/**
 * Prediction by partial matching over bytes with method C and exclusion, as `sim/partial-matching.ts` has it for any symbols, but
 * with the counts in a tree, so that long texts can be read. Until its tree is full: then it learns no new contexts.
 */
export class PartialMatchingBytes {
  private readonly counts: ContextCounts;
  private readonly excluded = new Uint8Array(256);

  /** `length`: bytes that are going to come. */
  constructor(order: number, length: number) {
    this.counts = new ContextCounts(order, Math.min(0x40_0000, (order + 1) * length + 1));
  }

  /** Of this byte next. */
  probability(byte: number): number {
    const { counts, excluded } = this;
    const { child, sibling, symbol, count } = counts;
    excluded.fill(0);
    let left = 1;
    let open = 256;
    for (let k = counts.known; k >= 0; k--) {
      const context = counts.active[k];
      let [n, d, own] = [0, 0, 0];
      for (let node = child[context]; node !== 0; node = sibling[node]) {
        if (excluded[symbol[node]] === 1) continue;
        n += count[node];
        d++;
        if (symbol[node] === byte) own = count[node];
      }
      if (n === 0) continue;
      const escape = d === open ? 0 : d;
      if (own > 0) return (left * own) / (n + escape);
      left *= escape / (n + escape);
      open -= d;
      for (let node = child[context]; node !== 0; node = sibling[node]) excluded[symbol[node]] = 1;
    }
    return left / open;
  }

  add(byte: number): void {
    this.counts.add(byte);
  }
}
