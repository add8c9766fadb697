import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';

/** A way on from a state: it writes a symbol and leads to a state. */
export interface Move {
  readonly probability: number;
  readonly symbol: 0 | 1;
  readonly to: number;
}

/** A source of zeros and ones with finitely many hidden states: `start` is the law of the first state, `moves[s]` are the ways on from s. */
export interface LabeledChain {
  readonly start: readonly number[];
  readonly moves: readonly (readonly Move[])[];
}

function assertChain({ start, moves }: LabeledChain): void {
  assertDistribution(start, 'start');
  if (moves.length !== start.length)
    throw new RangeError(`moves must have ${start.length} entries, got ${moves.length}`);
  moves.forEach((ways, s) => {
    const law = ways.map(({ probability }) => probability);
    assertDistribution(law, `moves[${s}]`);
    for (const { to } of ways) if (!(to in moves)) throw new RangeError(`moves[${s}] must lead to a state, got ${to}`);
  });
}

/** p(h ones among the first k symbols, next symbol), by h: `[next is 0, next is 1]`. */
export type CountLaw = readonly (readonly [number, number])[];

/**
 * For each length k of the past the joint law of the number of ones in it and the symbol that follows. By recursion over
 * (number of ones, state): Σ_s A(h, s) p(move) goes to (h + symbol, to). Cost k² × moves. All that a predictor that only counts
 * can use or be judged by. Throws RangeError unless the chain is one and all lengths are whole numbers in rising order.
 */
export function countLaws(chain: LabeledChain, lengths: readonly number[]): CountLaw[] {
  assertChain(chain);
  lengths.forEach((k, i) => {
    if (!Number.isSafeInteger(k) || k < 0 || k <= (lengths[i - 1] ?? -1))
      throw new RangeError(`lengths[${i}] must be a whole number above the one before it, got ${k}`);
  });
  const states = chain.moves.length;
  const laws: CountLaw[] = [];
  let now = Float64Array.from(chain.start); // p(h ones so far, state), at h · states + state
  for (let k = 0; laws.length < lengths.length; k++) {
    const next = new Float64Array((k + 2) * states);
    const law = k === lengths[laws.length] ? Array.from({ length: k + 1 }, (): [number, number] => [0, 0]) : undefined;
    for (let h = 0; h <= k; h++) {
      for (let s = 0; s < states; s++) {
        const here = now[h * states + s];
        if (here === 0) continue;
        for (const { probability, symbol, to } of chain.moves[s]) {
          next[(h + symbol) * states + to] += here * probability;
          if (law) law[h][symbol] += here * probability;
        }
      }
    }
    if (law) laws.push(law);
    now = next;
  }
  return laws;
}

/**
 * Cross-entropy of the next symbol, in nats, of a predictor that gives a one the probability `one(h)` after h ones: at least the
 * entropy of the next symbol given the whole past, whatever the predictor. Infinite if it rules out what can happen.
 */
export function crossEntropyOfCounter(law: CountLaw, one: (ones: number) => number): number {
  let total = 0;
  law.forEach(([zero, more], ones) => {
    if (zero + more === 0) return;
    const q = one(ones);
    assertProbability(q, `one(${ones})`);
    if (zero > 0) total -= zero * Math.log1p(-q);
    if (more > 0) total -= more * Math.log(q);
  });
  return total;
}
