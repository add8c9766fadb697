import { ambiguousWords } from '#theory/chains/ambiguous-words.ts';
import type { MarkovChain } from '#theory/chains/markov-chain.ts';
import {
  deterministicallyDistinguishable,
  exactWindow,
  sharedCycle,
  sharedGraph,
} from '#theory/chains/support-graph.ts';
import { totalVariation } from '#theory/measures/distance.ts';
import { reachability } from '#theory/numerics/graph.ts';
import { letters, longest, weightsIn, type Asked, type Weights } from './parameters.ts';

/** A window that both chains can write and go on from differently. Both chains are equally likely beforehand. */
export interface Doubt {
  readonly word: string;
  /** How often it comes, in the long run, under each chain. */
  readonly chances: readonly [number, number];
  /** What the window gives the first chain. The whole past gives it 1 in the end, or 0. */
  readonly posterior: number;
  /** Total variation between the window’s prediction and that of the whole past, once the first or the second chain is known to run. */
  readonly gaps: readonly [first: number, second: number];
}

export interface Pair {
  readonly weights: readonly [Weights, Weights];
  /** Probabilities of the next letter; a row of zeros where there is no arrow. */
  readonly chains: readonly [MarkovChain, MarkovChain];
  /** What is missing, if one of them cannot get from every letter to every other. Then there is nothing more. */
  readonly problem?: string;
  readonly areSame: boolean;
  /** One of them has an arrow that the other has not. */
  readonly areDistinguishable: boolean;
  readonly shared: readonly (readonly boolean[])[];
  /** A shortest shared directed cycle, as its letters in order; none if there is none. */
  readonly cycle: readonly number[];
  /** The least window that is enough; Infinity if none is. */
  readonly enough: number;
  /** For windows of 1, 2, … letters all that leave a doubt, the worst first: those with the largest gap, whichever chain runs. */
  readonly doubts: readonly (readonly Doubt[])[];
}

export const names = ['first', 'second'] as const;

function problemOf(weights: Weights, name: string): string | undefined {
  const empty = weights.findIndex((row) => row.every((w) => w === 0));
  if (empty >= 0) return `The ${name} chain has no arrow out of ${letters[empty]}, so it would stop there.`;
  const reach = reachability(weights.map((row) => row.map((w) => w > 0)));
  for (const [x, row] of reach.entries()) {
    const y = row.indexOf(false);
    if (y >= 0) return `In the ${name} chain no way leads from ${letters[x]} to ${letters[y]}.`;
  }
  return undefined;
}

/** To nine digits, so that gaps that are equal but for rounding are equal. */
const missOf = ({ gaps }: Doubt) => Math.round(1e9 * Math.max(...gaps));

function doubtsOf([first, second]: Pair['chains'], length: number): Doubt[] {
  const distances = first.map((row, x) => totalVariation(row, second[x]));
  return ambiguousWords(first, second, length)
    .map(({ word, probabilities: [p, q] }): Doubt => {
      const apart = distances[word[word.length - 1]];
      const posterior = p / (p + q);
      return {
        word: word.map((x) => letters[x]).join(''),
        chances: [p, q],
        posterior,
        gaps: [(1 - posterior) * apart, posterior * apart],
      };
    })
    .sort((a, b) => missOf(b) - missOf(a) || (a.word < b.word ? -1 : 1));
}

const lawOf = (row: readonly number[]) => {
  const sum = row.reduce((a, b) => a + b, 0);
  return row.map((w) => (sum > 0 ? w / sum : 0));
};

export function compute({ first, second }: Asked): Pair {
  const weights = [weightsIn(first) ?? [], weightsIn(second) ?? []] as const;
  const chains = [weights[0].map(lawOf), weights[1].map(lawOf)] as const;
  const shared = weights[0].map((row, x) => row.map((w, y) => w > 0 && weights[1][x][y] > 0));
  const problem = weights.map((one, j) => problemOf(one, names[j])).find(Boolean);
  const rest = { weights, chains, shared, cycle: [], doubts: [], areSame: false, areDistinguishable: false };
  if (problem) return { ...rest, problem, enough: 0 };
  const enough = exactWindow(...chains);
  return {
    ...rest,
    shared: sharedGraph(...chains),
    areSame: enough === 0,
    areDistinguishable: deterministicallyDistinguishable(...chains),
    cycle: sharedCycle(...chains) ?? [],
    enough,
    doubts: Array.from({ length: longest }, (_, i) => doubtsOf(chains, i + 1)),
  };
}

/** How often a window of this length leaves a doubt that matters, in the long run, with both chains equally likely. */
export function shareOf({ doubts }: Pair, window: number): number {
  const share = (doubts[window - 1] ?? []).reduce((sum, { chances: [p, q] }) => sum + (p + q) / 2, 0);
  // No window that comes at all is rarer than one in a million: what is missing here is rounding.
  return share > 1 - 1e-9 ? 1 : share;
}
