import { shortestCycle, type Graph } from '#theory/numerics/graph.ts';
import { assertSameStates, isIrreducible, supportGraph, type MarkovChain } from './markov-chain.ts';

/** The transitions that both chains can make. */
export function sharedGraph(first: MarkovChain, second: MarkovChain): Graph {
  assertSameStates(first, second);
  const other = supportGraph(second);
  return supportGraph(first).map((row, x) => row.map((edge, y) => edge && other[x][y]));
}

/** Whether one of the chains can make a transition that the other cannot: once made, it tells for sure which of them runs. */
export function deterministicallyDistinguishable(first: MarkovChain, second: MarkovChain): boolean {
  assertSameStates(first, second);
  const other = supportGraph(second);
  return supportGraph(first).some((row, x) => row.some((edge, y) => edge !== other[x][y]));
}

/** A shortest directed cycle of transitions that both chains can make, as its states in order, or null. */
export function sharedCycle(first: MarkovChain, second: MarkovChain): number[] | null {
  return shortestCycle(sharedGraph(first, second));
}

/** The states after which the two chains go on differently. */
export function differingStates(first: MarkovChain, second: MarkovChain): number[] {
  assertSameStates(first, second);
  return [...first.keys()].filter((x) => first[x].some((p, y) => p !== second[x][y]));
}

/**
 * The least window from which on a predictor that sees only so many symbols predicts, in the long run, as one that sees all, when one
 * of the two chains runs and it is not known which. Infinite if no window is enough; 0 if the chains are the same.
 *
 * A word of w symbols that both chains can write keeps the window's posterior strictly between 0 and 1, for ever again, while that of
 * the whole past tends to 0 or 1: the predictions differ if the word ends where the chains do. So w is enough if and only if
 * no path of w states in the shared graph ends in such a state; and there are paths of every length if and only if the shared graph has
 * a directed cycle, because outside those states the chains agree and so lead on together until one is reached.
 * Throws RangeError unless both chains are irreducible.
 */
export function exactWindow(first: MarkovChain, second: MarkovChain): number {
  assertSameStates(first, second);
  for (const [name, chain] of [
    ['first', first],
    ['second', second],
  ] as const) {
    if (!isIrreducible(chain)) throw new RangeError(`${name} must be irreducible, got a chain that is not`);
  }
  const graph = sharedGraph(first, second);
  // Where the paths of w states begin that end in a state with different rows.
  let begins = new Set(differingStates(first, second));
  let window = 1;
  if (begins.size === 0) return 0;
  for (; begins.size > 0; window++) {
    // A path of more states than there are has a cycle.
    if (window > first.length) return Infinity;
    begins = new Set([...graph.keys()].filter((x) => graph[x].some((edge, y) => edge && begins.has(y))));
  }
  return window;
}
