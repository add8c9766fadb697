import {
  assertEach,
  assertFiniteNumber,
  assertIndex,
  assertLength,
  assertObject,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';

/** The parity checks of a code, each by the places of its bits: Tanner's graph, with a line from a check to each of its bits. */
export interface TannerGraph {
  readonly bits: number;
  readonly checks: readonly (readonly number[])[];
}

/** Most bits of a word. */
export const MOST_BITS = 20_000;
const MOST_STEPS = 1000;
/** Where the hyperbolic tangent is cut off: beyond it a message says what cannot be doubted. */
const SURE = 1 - 2 ** -52;

export function assertGraph(graph: TannerGraph): void {
  assertObject(graph, 'graph');
  assertWholeNumber(graph.bits, 'bits', 1, MOST_BITS);
  assertEach(graph.checks, 'checks', (check, name) => {
    assertEach(check, name, (bit, place) => assertIndex(bit, place, graph.bits));
    if (check.some((bit, i) => check.indexOf(bit) !== i)) refuse(name, 'name no bit twice', check);
  });
}

/** What is believed after a step: ln P(bit = 0)/P(bit = 1) of each place, in nats. */
export interface Beliefs {
  readonly beliefs: Float64Array<ArrayBuffer>;
  /** Whether the likelier value of each bit, 0 in a tie, makes a word of the code. */
  readonly isWord: boolean;
}

/**
 * Sum–product decoding. `evidence` is ln P(bit = 0)/P(bit = 1) of each place as received, in nats: ±ln((1 − f)/f) over a binary symmetric
 * channel. Yields what is believed of each bit after each step, in the same way: what was received, plus what each of its checks says
 * from what the others of its bits believed without it, 2 artanh ∏ tanh(½ …). Exact where the graph is a tree, once news has come from
 * end to end; elsewhere it counts some of the evidence more than once. Gallager 1963, section 4.3.
 */
export function* beliefPropagation(graph: TannerGraph, evidence: ArrayLike<number>, steps: number): Generator<Beliefs> {
  assertGraph(graph);
  assertLength(evidence, 'evidence', graph.bits, 'like the bits');
  assertEach(evidence, 'evidence', assertFiniteNumber);
  assertWholeNumber(steps, 'steps', 0, MOST_STEPS);
  // The lines of the graph, check after check: where those of each begin, and to which bit each goes.
  const begins = [0];
  for (const check of graph.checks) begins.push(begins[begins.length - 1] + check.length);
  const bitOf = Int32Array.from(graph.checks.flat());
  const [said, tilts] = [new Float64Array(bitOf.length), new Float64Array(bitOf.length)];
  let beliefs = Float64Array.from(evidence);
  for (let step = 0; step < steps; step++) {
    const next = Float64Array.from(evidence);
    for (let c = 0; c < graph.checks.length; c++) {
      // Twice through the bits of a check: the product of the tilts before each, and then of those after it.
      let product = 1;
      for (let line = begins[c]; line < begins[c + 1]; line++) {
        const odds = Math.exp(said[line] - beliefs[bitOf[line]]);
        tilts[line] = odds === Infinity ? -1 : (1 - odds) / (1 + odds);
        said[line] = product;
        product *= tilts[line];
      }
      product = 1;
      for (let line = begins[c + 1] - 1; line >= begins[c]; line--) {
        const others = Math.max(-SURE, Math.min(SURE, said[line] * product));
        product *= tilts[line];
        said[line] = Math.log((1 + others) / (1 - others));
        next[bitOf[line]] += said[line];
      }
    }
    beliefs = next;
    const isEven = (check: readonly number[]) => !check.reduce((odd, bit) => odd !== next[bit] < 0, false);
    yield { beliefs, isWord: graph.checks.every(isEven) };
  }
}
