import { assertEach, assertIndex, assertLength } from '#theory/numerics/assert.ts';
import { assertGraph, MOST_BITS, type TannerGraph } from './belief-propagation.ts';

/**
 * Writes messages as words of a code that is given by its parity checks: Gauss and Jordan solve the checks, so that some places hold the
 * message itself and each of the others is the parity of some of them.
 */
export class ParityEncoder {
  /** Where a word holds its message, in order. */
  readonly messagePlaces: readonly number[];
  private readonly bits: number;
  /** For each solved place, the places of the message of which it is the parity. */
  private readonly solved: readonly { readonly place: number; readonly row: Int32Array }[];

  constructor(graph: TannerGraph) {
    assertGraph(graph);
    this.bits = graph.bits;
    const rows = graph.checks.map((check) => {
      const row = new Int32Array(Math.ceil(graph.bits / 32));
      for (const place of check) row[place >> 5] ^= 1 << (place & 31);
      return row;
    });
    const has = (row: Int32Array, place: number) => (row[place >> 5] >>> (place & 31)) & 1;
    const solved: { place: number; row: Int32Array }[] = [];
    // From the last place down, so that the message comes first where it can.
    for (let place = graph.bits - 1; place >= 0 && solved.length < rows.length; place--) {
      const at = rows.findIndex((row, i) => i >= solved.length && has(row, place) === 1);
      if (at === -1) continue;
      const top = solved.length;
      [rows[top], rows[at]] = [rows[at], rows[top]];
      const row = rows[top];
      for (const other of rows) {
        if (other === row || has(other, place) === 0) continue;
        for (let w = 0; w < row.length; w++) other[w] ^= row[w];
      }
      solved.push({ place, row });
    }
    const isSolved = new Set(solved.map(({ place }) => place));
    this.solved = solved;
    this.messagePlaces = Array.from({ length: graph.bits }, (_, place) => place).filter(
      (place) => !isSolved.has(place),
    );
  }

  /** The word with this message, one bit for each place of the message. */
  encode(message: ArrayLike<number>): number[] {
    assertLength(message, 'message', this.messagePlaces.length, 'like the places of the message');
    assertEach(message, 'message', (bit, name) => assertIndex(bit, name, 2));
    const packed = new Int32Array(Math.ceil(MOST_BITS / 32));
    const word = new Array<number>(this.bits).fill(0);
    this.messagePlaces.forEach((place, i) => {
      word[place] = message[i];
      if (message[i] === 1) packed[place >> 5] |= 1 << (place & 31);
    });
    for (const { place, row } of this.solved) {
      let parity = 0;
      for (let w = 0; w < row.length; w++) parity ^= row[w] & packed[w];
      word[place] = oddOnes(parity);
    }
    return word;
  }
}

/** 1 if an odd number of its 32 bits are ones. */
function oddOnes(bits: number): number {
  let x = bits ^ (bits >>> 16);
  x ^= x >>> 8;
  x ^= x >>> 4;
  x ^= x >>> 2;
  return (x ^ (x >>> 1)) & 1;
}
