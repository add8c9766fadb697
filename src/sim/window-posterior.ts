import { assertEach, assertIndex, assertLength, assertList, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { assertMixture, type MarkovMixture } from '#theory/chains/markov-mixture.ts';

/** What a predictor that sees only the last few symbols believes and predicts. */
export interface WindowBelief {
  /** Probability of each chain given the window. */
  readonly posterior: readonly number[];
  readonly prediction: readonly number[];
}

/**
 * Belief after the symbols of a window, at least one. `first` holds the law of the window's first symbol under each chain, which tells
 * about the chain too: the law after so many steps for the true conditional law, the stationary law in the long run; without
 * it the predictor starts afresh with the prior and takes the first symbol as given. In logarithms. Throws RangeError on an
 * empty window, on symbols that are none, and if no chain can write it.
 */
export function windowBelief(
  mixture: MarkovMixture,
  window: readonly number[],
  first?: readonly (readonly number[])[],
): WindowBelief {
  assertMixture(mixture);
  const { chains, weights } = mixture;
  assertList(window, 'window');
  if (window.length === 0) refuse('window', 'have at least one symbol', []);
  assertEach(window, 'window', (symbol, name) => assertIndex(symbol, name, chains[0].length));
  if (first !== undefined) assertList(first, 'first');
  if (first && first.length !== chains.length) {
    throw new RangeError(`first must be one law for each of the ${chains.length} chains, got ${first.length}`);
  }
  if (first !== undefined) {
    assertEach(first, 'first', (law, name) => {
      assertDistribution(law, name);
      assertLength(law, name, chains[0].length, 'like there are states');
    });
  }
  const logs = chains.map((chain, j) => {
    const steps = window.slice(1).map((y, t) => Math.log(chain[window[t]][y]));
    return Math.log(weights[j]) + (first ? Math.log(first[j][window[0]]) : 0) + sum(steps);
  });
  const most = Math.max(...logs);
  if (most === -Infinity) throw new RangeError(`window must be one that a chain can write, got ${window.join(' ')}`);
  const shares = logs.map((log) => Math.exp(log - most));
  const total = sum(shares);
  const posterior = shares.map((share) => share / total);
  const last = window[window.length - 1];
  const prediction = chains[0].map((_, y) => sum(chains.map((chain, j) => posterior[j] * chain[last][y])));
  return { posterior, prediction };
}
