import { sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { memoryOfChain, stationaryLaw } from '#theory/chains/markov-chain.ts';
import { assertMixture, type MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { windowStatistics } from '#theory/chains/window-statistics.ts';

/** What T symbols of a stationary mixture hold beyond T times its entropy rate, in nats. */
export interface PredictiveInformation {
  /** E_T = H(X_1 … X_T) − T h = aboutChain + memory. */
  readonly total: number;
  /** I(X_1 … X_T; J), what the symbols tell about which chain runs: the part that is learned. */
  readonly aboutChain: number;
  /** Σ weight (H(μ) − h), what the chains remember of themselves: there is nothing to learn in it. 0 for T = 0. */
  readonly memory: number;
}

/**
 * Predictive information for T = 0, 1, …, `longest`, by enumeration. Never falls; if all chains differ, aboutChain tends to H(J).
 * Bialek, Nemenman and Tishby 2001. Errors as windowStatistics.
 */
export function predictiveInformation(mixture: MarkovMixture, longest: number): PredictiveInformation[] {
  assertMixture(mixture);
  const memory = sum(mixture.chains.map((chain, j) => mixture.weights[j] * memoryOfChain(chain)));
  const prior = entropy(mixture.weights);
  const windows = windowStatistics(mixture, mixture.chains.map(stationaryLaw), longest);
  const later = windows.map(({ entropyOfChain }) => {
    const aboutChain = Math.max(0, prior - entropyOfChain);
    return { total: aboutChain + memory, aboutChain, memory };
  });
  return [{ total: 0, aboutChain: 0, memory: 0 }, ...later];
}
