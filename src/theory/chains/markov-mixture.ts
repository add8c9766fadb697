import { assertEach, assertList, assertObject, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { assertChain, entropyRate, type MarkovChain } from './markov-chain.ts';

/** One of several Markov chains J is drawn in secret, once, and then runs for ever. */
export interface MarkovMixture {
  readonly chains: readonly MarkovChain[];
  /** Probability of each chain. */
  readonly weights: readonly number[];
}

/** Throws RangeError unless there is a weight for each chain, they sum to 1, and all chains have the same states. */
export function assertMixture(mixture: MarkovMixture, name = 'mixture'): void {
  assertObject(mixture, name);
  const { chains, weights } = mixture;
  assertDistribution(weights, 'weights');
  assertList(chains, 'chains');
  if (chains.length !== weights.length)
    refuse('chains', `be one for each of the ${weights.length} weights`, chains.length);
  assertEach(chains, 'chains', (chain, chainName) => {
    assertChain(chain, chainName);
    if (chain.length !== chains[0].length)
      refuse(chainName, `have ${chains[0].length} states like the first`, chain.length);
  });
}

/** Σ weight · entropy rate, in nats per symbol: the entropy rate of the mixture, because in the long run J is known. */
export function entropyRateOfMixture(mixture: MarkovMixture): number {
  assertMixture(mixture);
  return sum(mixture.chains.map((chain, j) => mixture.weights[j] * entropyRate(chain)));
}

/**
 * H(J)/(w − k + 1), in nats per symbol, for chains of order k: no predictor that sees the last w ≥ k symbols need lose more than this
 * against one that sees all. The terms a_w = I(X_{w+1}; J | X_1 … X_w) never rise from w = k on, and add up to H(J) at most.
 * Infinite for w < k, of which it says nothing.
 */
export function boundOnWindowLoss(weights: readonly number[], window: number, order = 1): number {
  assertDistribution(weights, 'weights');
  assertWholeNumber(window, 'window');
  assertWholeNumber(order, 'order');
  return window < order ? Infinity : entropy(weights) / (window - order + 1);
}
