import type { Tokenizer } from '#sim/tokenizer.ts';

/** The symbol that says that a token is over; the others are bytes. */
export const END = 256;
export const SYMBOLS = 257;

/**
 * Tokens as rows of steps: at each node of the tree of all tokens' bytes the next symbol is a byte that goes on to some token, or the
 * end, if the bytes so far are one. A node from which nothing goes on asks nothing.
 */
export class TokenSteps {
  /** Of each node: the symbols that are possible there, bytes in ascending order, the end last. */
  readonly symbols: readonly Uint16Array[];
  /** Of each node: the nodes to which these lead, −1 for the end. */
  readonly next: readonly Int32Array[];
  /** Of each node: the token that ends there, or −1. */
  readonly token: Int32Array;
  private readonly parent: Int32Array;
  private readonly nodeOf: Int32Array;

  constructor(tokenizer: Tokenizer) {
    const children: Map<number, number>[] = [new Map()];
    const parent = [-1];
    this.nodeOf = Int32Array.from({ length: tokenizer.vocabulary }, (_, id) => {
      let node = 0;
      for (const byte of tokenizer.tokenBytes(id)) {
        let child = children[node].get(byte);
        if (child === undefined) {
          child = children.length;
          children[node].set(byte, child);
          children.push(new Map());
          parent.push(node);
        }
        node = child;
      }
      return node;
    });
    this.parent = Int32Array.from(parent);
    this.token = new Int32Array(parent.length).fill(-1);
    this.nodeOf.forEach((node, id) => (this.token[node] = id));
    const sorted = children.map((own) => [...own].sort(([a], [b]) => a - b));
    const ends = (node: number) => this.token[node] >= 0;
    this.symbols = sorted.map((own, node) => Uint16Array.from([...own.map(([b]) => b), ...(ends(node) ? [END] : [])]));
    this.next = sorted.map((own, node) => Int32Array.from([...own.map(([, n]) => n), ...(ends(node) ? [-1] : [])]));
  }

  get nodes(): number {
    return this.token.length;
  }

  /** The sums of the tokens' probabilities over all tokens that begin with a node's bytes, of every node, into `sums`. */
  sum(probabilities: Float64Array, sums: Float64Array): void {
    const { nodeOf, parent } = this;
    sums.fill(0);
    for (let id = 0; id < nodeOf.length; id++) sums[nodeOf[id]] = probabilities[id];
    for (let node = sums.length - 1; node > 0; node--) sums[parent[node]] += sums[node];
  }

  /** The probabilities of a node's symbols into p, of those and their sums. Where all that is possible has underflowed they are equal. */
  at(node: number, probabilities: Float64Array, sums: Float64Array, p: Float64Array): void {
    const next = this.next[node];
    const all = sums[node];
    for (let j = 0; j < next.length; j++)
      p[j] = all > 0 ? (next[j] < 0 ? probabilities[this.token[node]] : sums[next[j]]) / all : 1 / next.length;
  }
}
