import { assertLength, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertChannel, jointOfChannel, type Channel } from '#theory/channels/channel.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { reachability, type Graph } from '#theory/numerics/graph.ts';

/** A Markov chain on the states 0, 1, …: row x is the law of the state after x. */
export type MarkovChain = Channel;

/** Throws RangeError unless there are as many rows as columns and every row is a distribution. */
export function assertChain(chain: MarkovChain, name = 'chain'): void {
  assertChannel(chain, name);
  if (chain[0].length !== chain.length) {
    throw new RangeError(`${name} must be square, got ${chain.length} rows of ${chain[0].length} entries`);
  }
}

/** Throws RangeError unless both are chains on the same states. */
export function assertSameStates(first: MarkovChain, second: MarkovChain): void {
  assertChain(first, 'first');
  assertChain(second, 'second');
  if (first.length !== second.length) {
    throw new RangeError(`first and second must have equally many states, got ${first.length} and ${second.length}`);
  }
}

/** The transitions that the chain can make. */
export function supportGraph(chain: MarkovChain): Graph {
  assertChain(chain);
  return chain.map((row) => row.map((p) => p > 0));
}

/** Whether every state can be reached from every state. */
export function isIrreducible(chain: MarkovChain): boolean {
  assertChain(chain);
  return reachability(supportGraph(chain)).every((row) => row.every(Boolean));
}

/** The states that the chain ends up in, if that is one class of states that lead to each other. */
function closedClass(chain: MarkovChain): number[] {
  const reach = reachability(supportGraph(chain));
  const states = [...chain.keys()];
  const recurrent = states.filter((x) => states.every((y) => !reach[x][y] || reach[y][x]));
  if (recurrent.some((x) => !reach[recurrent[0]][x])) {
    throw new RangeError(`chain must have one closed class of states, got several, one with ${recurrent[0]}`);
  }
  return recurrent;
}

/**
 * The law μ with μ P = μ, which is unique if the chain has one closed class of states; else throws RangeError. States outside
 * the class have 0. Elimination without a subtraction, so that every entry has nearly all its digits; whether the chain
 * is periodic does not matter. Grassmann, Taksar and Heyman 1985.
 */
export function stationaryLaw(chain: MarkovChain): number[] {
  assertChain(chain);
  const states = closedClass(chain);
  const a = states.map((x) => states.map((y) => chain[x][y]));
  for (let n = a.length - 1; n > 0; n--) {
    const out = sum(a[n].slice(0, n));
    for (let i = 0; i < n; i++) {
      a[i][n] /= out;
      for (let j = 0; j < n; j++) a[i][j] += a[i][n] * a[n][j];
    }
  }
  const mass = [1];
  for (let n = 1; n < a.length; n++) mass.push(sum(mass.map((m, i) => m * a[i][n])));
  const total = sum(mass);
  const law = chain.map(() => 0);
  states.forEach((x, i) => (law[x] = mass[i] / total));
  return law;
}

/** Entropy rate Σ μ(x) H(P(x, ·)) of the stationary chain, in nats per symbol. Shannon 1948. */
export function entropyRate(chain: MarkovChain): number {
  return sum(stationaryLaw(chain).map((m, x) => m * entropy(chain[x])));
}

/**
 * Rate Σ μ(x) D(P(x, ·)‖Q(x, ·)) of relative entropy, in nats per symbol, with μ the stationary law of the first chain: how fast
 * the log-odds for it grow while it runs. Infinite if it makes a transition that the second cannot make.
 */
export function relativeEntropyRate(first: MarkovChain, second: MarkovChain): number {
  assertSameStates(first, second);
  const law = stationaryLaw(first);
  return sum(law.map((m, x) => (m > 0 ? m * relativeEntropy(first[x], second[x]) : 0)));
}

/** H(μ) − h = I(X_t; X_{t+1}), in nats: what the present of the stationary chain tells about all of its future. */
export function memoryOfChain(chain: MarkovChain): number {
  return mutualInformation(jointOfChannel(stationaryLaw(chain), chain));
}

/** Most steps that are taken one by one. */
const MOST_STEPS = 1e6;

/** The law of the state after so many steps from a law of the first, by one step after the other. */
export function lawAfter(chain: MarkovChain, start: readonly number[], steps: number): number[] {
  assertChain(chain);
  assertWholeNumber(steps, 'steps', 0, MOST_STEPS);
  assertDistribution(start, 'start');
  assertLength(start, 'start', chain.length, 'like chain has states');
  let law = [...start];
  for (let step = 0; step < steps; step++) law = law.map((_, y) => sum(law.map((p, x) => p * chain[x][y])));
  return law;
}
