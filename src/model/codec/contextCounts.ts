/**
 * What has followed each context of 0 to `order` symbols so far, as a tree: the children of a context's node are the symbols that
 * came next, each with its count, and are themselves the contexts one symbol longer. Symbols are below 2¹⁶. Once the tree has
 * `room` nodes it grows no more, and only counts.
 */
export class ContextCounts {
  readonly order: number;
  /** Of each node: its symbol, how often it came, its first child and next sibling (0 is none), and over its children the sum of counts and their number. */
  readonly symbol: Uint16Array;
  readonly count: Uint32Array;
  readonly child: Uint32Array;
  readonly sibling: Uint32Array;
  readonly total: Uint32Array;
  readonly distinct: Uint16Array;
  /** The node of the context of the last k symbols, 0 for a context that has never been seen; the empty context is node 0. */
  readonly active: Uint32Array;
  /** Contexts that are known are those of lengths 0 to `known`. */
  known = 0;
  private nodes = 1;
  private readonly room: number;

  constructor(order: number, room: number) {
    this.order = order;
    this.room = room;
    this.symbol = new Uint16Array(room);
    this.count = new Uint32Array(room);
    this.child = new Uint32Array(room);
    this.sibling = new Uint32Array(room);
    this.total = new Uint32Array(room);
    this.distinct = new Uint16Array(room);
    this.active = new Uint32Array(order + 1);
  }

  add(symbol: number): void {
    const { active } = this;
    let before = 0;
    let known = 0;
    for (let k = 0; k <= this.known; k++) {
      const context = active[k];
      active[k] = before;
      const node = this.follower(context, symbol);
      if (node === 0) break;
      this.count[node]++;
      this.total[context]++;
      known = k + 1;
      before = node;
    }
    this.known = Math.min(known, this.order);
    if (known <= this.order) active[known] = before;
  }

  /** How often the symbol came after this context. */
  countOf(context: number, symbol: number): number {
    const node = this.find(context, symbol);
    return node === 0 ? 0 : this.count[node];
  }

  private find(context: number, symbol: number): number {
    let node = this.child[context];
    while (node !== 0 && this.symbol[node] !== symbol) node = this.sibling[node];
    return node;
  }

  private follower(context: number, symbol: number): number {
    const found = this.find(context, symbol);
    if (found !== 0 || this.nodes === this.room) return found;
    const node = this.nodes++;
    this.symbol[node] = symbol;
    this.sibling[node] = this.child[context];
    this.child[context] = node;
    this.distinct[context]++;
    return node;
  }
}
