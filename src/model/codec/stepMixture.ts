import { ContextCounts } from './contextCounts.ts';
import { CorrectedNetwork } from './correctedNetwork.ts';

/**
 * A member of the mixture: counts in contexts of `from` to `to` symbols, each laid on what the next shorter one says, from `base` on:
 *
 *     pₖ(s) = (n(s) + w pₖ₋₁(s)) / (n + w),   w = weight · d
 *
 * n(s) counts how often s, n how often any of the symbols that are possible now, followed the context of the last k symbols, and d is the
 * number of different ones of these. Below the shortest context stand the network's probabilities, these corrected by counts, or equal ones.
 */
interface Member {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly base: 'network' | 'corrected' | 'equal';
}

/** The longest context, in symbols. */
const ORDER = 10;

const MEMBERS: readonly Member[] = [
  { from: 0, to: -1, weight: 1, base: 'network' },
  { from: 0, to: -1, weight: 1, base: 'corrected' },
  { from: 5, to: ORDER, weight: 16, base: 'corrected' },
  { from: 6, to: ORDER, weight: 4, base: 'corrected' },
  { from: 8, to: ORDER, weight: 2, base: 'corrected' },
  { from: 0, to: 1, weight: 0.5, base: 'equal' },
  { from: 0, to: 3, weight: 3, base: 'equal' },
  { from: 0, to: 6, weight: 5, base: 'equal' },
  { from: 0, to: ORDER, weight: 1, base: 'equal' },
];
/** How many there are. */
export const EXPERTS = MEMBERS.length;

/** Contexts that the counts keep. When they are full they learn no new ones. 2²². */
const MOST_NODES = 0x40_0000;

/** The least share of its weight that a member gives away to all at each step, after the first: t-th step 1/(t + 1). */
const LEAST_SHARE = 0.0005;

/**
 * A Bayes mixture of the network with counts. It gives the probabilities of the symbols that are possible at a step, and then learns
 * which came. Only + − × ÷ in float64, in a fixed order.
 */
export class StepMixture {
  private readonly counts: ContextCounts;
  private readonly network?: CorrectedNetwork;
  /** What the corrected network says. */
  private readonly corrected: Float64Array;
  readonly weights: Float64Array;
  /** What each member gave to the symbol that came last. For the eye: no code depends on it. */
  readonly gave: Float64Array;
  private readonly members: readonly Member[];
  /** Of each member: the part of it that its base still has, after all contexts. */
  private readonly left: Float64Array;
  /** Of the places of symbols at this step: −1 for one that is not possible. */
  private readonly placeOf: Int16Array;
  /** What a member of each order k adds for a count of one: 1/(n + w) times all that longer contexts leave. [members, orders] */
  private readonly each: Float64Array;
  private steps = 0;

  constructor(symbols: number, length: number, withNetwork: boolean) {
    this.members = withNetwork ? MEMBERS : MEMBERS.filter(({ base }) => base === 'equal');
    const E = this.members.length;
    const room = Math.min(MOST_NODES, Math.max(1024, 16 * length));
    this.counts = new ContextCounts(ORDER, room);
    this.corrected = new Float64Array(symbols);
    if (withNetwork) this.network = new CorrectedNetwork(this.counts, symbols);
    this.weights = new Float64Array(E).fill(1 / E);
    this.gave = new Float64Array(E);
    this.left = new Float64Array(E);
    this.each = new Float64Array(E * (ORDER + 1));
    this.placeOf = new Int16Array(symbols).fill(-1);
  }

  /**
   * Of the m symbols, into p. `network` is its probabilities, which sum to one, and `remembering` are those with its memory, which counts
   * correct; a mixture without a network ignores them.
   */
  predict(symbols: Uint16Array, m: number, network: Float64Array, remembering: Float64Array, p: Float64Array): void {
    const { counts, left, each, members, weights, placeOf } = this;
    for (let j = 0; j < m; j++) placeOf[symbols[j]] = j;
    this.network?.predict(placeOf, m, remembering, this.corrected);
    left.fill(1);
    p.fill(0, 0, m);
    for (let k = counts.known; k >= 0; k--) {
      const context = counts.active[k];
      let n = 0;
      let d = 0;
      for (let node = counts.child[context]; node !== 0; node = counts.sibling[node]) {
        if (placeOf[counts.symbol[node]] < 0) continue;
        n += counts.count[node];
        d++;
      }
      let share = 0;
      for (let e = 0; e < members.length; e++) {
        const { from, to, weight } = members[e];
        const at = e * (ORDER + 1) + k;
        each[at] = 0;
        if (k < from || k > to || n === 0) continue;
        const w = weight * d;
        each[at] = left[e] / (n + w);
        left[e] *= w / (n + w);
        share += weights[e] * each[at];
      }
      if (share === 0) continue;
      for (let node = counts.child[context]; node !== 0; node = counts.sibling[node]) {
        const j = placeOf[counts.symbol[node]];
        if (j >= 0) p[j] += share * counts.count[node];
      }
    }
    const from = { network: 0, corrected: 0, equal: 0 };
    for (let e = 0; e < members.length; e++) from[members[e].base] += weights[e] * left[e];
    for (let j = 0; j < m; j++) {
      p[j] += from.network * network[j] + from.corrected * this.corrected[j] + from.equal / m;
      placeOf[symbols[j]] = -1;
    }
  }

  /** The symbol that came was number `came` of those of the last prediction. */
  learn(symbols: Uint16Array, m: number, network: Float64Array, came: number): void {
    const { counts, left, each, members, weights, gave } = this;
    const E = members.length;
    const symbol = symbols[came];
    this.steps++;
    const share = Math.max(LEAST_SHARE, 1 / (this.steps + 1));
    const base = { network: network[came], corrected: this.corrected[came], equal: 1 / m };
    let total = 0;
    for (let e = 0; e < E; e++) {
      let own = left[e] * base[members[e].base];
      for (let k = Math.min(counts.known, members[e].to); k >= members[e].from; k--) {
        const one = each[e * (ORDER + 1) + k];
        if (one > 0) own += one * counts.countOf(counts.active[k], symbol);
      }
      gave[e] = own;
      total += weights[e] *= own;
    }
    for (let e = 0; e < E; e++) weights[e] = ((1 - share) * weights[e]) / total + share / E;
    this.network?.learn(came, this.corrected);
    this.pass(symbol);
  }

  /** A symbol that came for sure. */
  pass(symbol: number): void {
    this.counts.add(symbol);
  }
}
