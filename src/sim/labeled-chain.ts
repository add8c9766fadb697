import {
  assertEach,
  assertFunction,
  assertIndex,
  assertLength,
  assertList,
  assertObject,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
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

function assertChain(chain: LabeledChain): void {
  assertObject(chain, 'chain');
  const { start, moves } = chain;
  assertDistribution(start, 'start');
  assertList(moves, 'moves');
  if (moves.length !== start.length)
    throw new RangeError(`moves must have ${start.length} entries, got ${moves.length}`);
  assertEach(moves, 'moves', (ways, name) => {
    assertEach(ways, name, (way, wayName) => {
      assertObject(way, wayName);
      assertProbability(way.probability, `${wayName}.probability`);
      if (way.symbol !== 0 && way.symbol !== 1) refuse(`${wayName}.symbol`, 'be 0 or 1', way.symbol);
      assertIndex(way.to, `${wayName}.to`, moves.length);
    });
    assertDistribution(
      ways.map(({ probability }) => probability),
      name,
    );
  });
}

/** Longest past: the time grows with its square. */
const MOST_SYMBOLS = 10_000;

/** p(h ones among the first k symbols, next symbol), by h: `[next is 0, next is 1]`. */
export type CountLaw = readonly (readonly [number, number])[];

/**
 * For each length k of the past the joint law of the number of ones in it and the symbol that follows. By recursion over
 * (number of ones, state): Σ_s A(h, s) p(move) goes to (h + symbol, to). Cost k² × moves. All that a predictor that only counts
 * can use or be judged by. Throws RangeError unless the chain is one and all lengths are whole numbers in rising order.
 */
export function countLaws(chain: LabeledChain, lengths: readonly number[]): CountLaw[] {
  assertChain(chain);
  assertEach(lengths, 'lengths', (k, name) => assertWholeNumber(k, name, 0, MOST_SYMBOLS));
  lengths.forEach((k, i) => {
    if (i > 0 && k <= lengths[i - 1]) refuse(`lengths[${i}]`, 'be a whole number above the one before it', k);
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
  assertEach(law, 'law', (pair, name) => {
    assertEach(pair, name, assertProbability);
    assertLength(pair, name, 2, ', one per next symbol');
  });
  assertFunction(one, 'one');
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
