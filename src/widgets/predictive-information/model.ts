import { stationaryLaw, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { entropyRateOfMixture, type MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { predictiveInformation, type PredictiveInformation } from '#theory/learning/predictive-information.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mostTosses, type Asked } from './parameters.ts';

/** A source and what its words of 0, 1, … symbols say. Nats. */
export interface Source {
  readonly parts: readonly PredictiveInformation[];
  /** H(X_1 … X_T), counted word by word. */
  readonly blocks: readonly number[];
  readonly rate: number;
}

export interface Predictive {
  readonly mixture: Source;
  /** The first chain alone. */
  readonly known: Source;
  /** H(J), if the chains differ; else there is nothing to learn. */
  readonly learnable: number;
}

/** H(X_1 … X_T) for T = 0 … `longest`: the probability of every word under every chain, grown symbol by symbol. */
function blockEntropies({ chains, weights }: MarkovMixture, longest: number): number[] {
  let words = chains.map((chain, j) => stationaryLaw(chain).map((p) => weights[j] * p));
  const entropies = [0];
  for (let length = 1; length <= longest; length++) {
    if (length > 1)
      words = words.map((row, j) =>
        row.flatMap((p, word) => chains[j][word % chains[j].length].map((next) => p * next)),
      );
    entropies.push(entropy(words[0].map((_, word) => words.reduce((sum, row) => sum + row[word], 0))));
  }
  return entropies;
}

const sourceOf = (mixture: MarkovMixture): Source => ({
  parts: predictiveInformation(mixture, mostTosses),
  blocks: blockEntropies(mixture, mostTosses),
  rate: entropyRateOfMixture(mixture),
});

/** A chain over heads and tails, in this order. */
const chainOf = (afterHeads: number, afterTails: number): MarkovChain =>
  [afterHeads, afterTails].map((heads) => [heads, 1 - heads]);

/** Kept while the reader goes along the tosses. */
let kept: { readonly asked: string; readonly model: Predictive } | undefined;

export function compute({ share, firstHeads, firstTails, secondHeads, secondTails }: Asked): Predictive {
  const asked = [share, firstHeads, firstTails, secondHeads, secondTails].join();
  if (kept?.asked !== asked) {
    const chains = [chainOf(firstHeads, firstTails), chainOf(secondHeads, secondTails)];
    const weights = [share, 1 - share];
    const differ = firstHeads !== secondHeads || firstTails !== secondTails;
    const model = {
      mixture: sourceOf({ chains, weights }),
      known: sourceOf({ chains: chains.slice(0, 1), weights: [1] }),
      learnable: differ ? entropy(weights) : 0,
    };
    kept = { asked, model };
  }
  return kept.model;
}

/** What toss T costs one who knows the source and has seen those before it, H(X_T | X_1 … X_(T−1)). */
export const costOf = ({ blocks }: Source, toss: number) => blocks[toss] - blocks[toss - 1];
