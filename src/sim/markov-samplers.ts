import { assertEach, assertFunction, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';
import { assertChain, type MarkovChain } from '#theory/chains/markov-chain.ts';
import { assertMixture, type MarkovMixture } from '#theory/chains/markov-mixture.ts';
import { assertHiddenMarkov, type HiddenMarkov } from './hidden-markov.ts';
import type { Uniform } from './random.ts';
import { drawCategorical, drawDirichlet } from './samplers.ts';

/** Most symbols of a sequence, and most states of a chain that is drawn. */
const MOST_DRAWN = 1e7;
const MOST_STATES = 1000;

/** So many symbols of the chain, the first with the law `start`. Throws RangeError on what is no chain, law or number. */
export function drawChain(chain: MarkovChain, start: readonly number[], length: number, next: Uniform): number[] {
  assertChain(chain);
  assertDistribution(start, 'start');
  assertWholeNumber(length, 'length', 0, MOST_DRAWN);
  assertFunction(next, 'next');
  if (start.length !== chain.length) {
    throw new RangeError(`start must have ${chain.length} entries, one per state, got ${start.length}`);
  }
  const sequence: number[] = [];
  let law = start;
  while (sequence.length < length) {
    const symbol = drawCategorical(law, next);
    sequence.push(symbol);
    law = chain[symbol];
  }
  return sequence;
}

/** Which chain of the mixture was drawn, and so many symbols of it, of which the first has the law starts[j]. */
export function drawMixture(
  mixture: MarkovMixture,
  starts: readonly (readonly number[])[],
  length: number,
  next: Uniform,
): { component: number; sequence: number[] } {
  assertMixture(mixture);
  assertEach(starts, 'starts', assertDistribution);
  assertFunction(next, 'next');
  if (starts.length !== mixture.chains.length) {
    throw new RangeError(`starts must be one for each of the ${mixture.chains.length} chains, got ${starts.length}`);
  }
  const component = drawCategorical(mixture.weights, next);
  return { component, sequence: drawChain(mixture.chains[component], starts[component], length, next) };
}

/** A chain whose rows are drawn independently from the symmetric Dirichlet law with this parameter. */
export function drawDirichletChain(symbols: number, alpha: number, next: Uniform): number[][] {
  assertWholeNumber(symbols, 'symbols', 1, MOST_STATES);
  assertPositive(alpha, 'alpha');
  assertFunction(next, 'next');
  const parameters = new Array<number>(symbols).fill(alpha);
  return parameters.map(() => drawDirichlet(parameters, next));
}

/** So many symbols of a hidden Markov model, with the states that wrote them. */
export function drawHiddenMarkov(
  model: HiddenMarkov,
  length: number,
  next: Uniform,
): { states: number[]; sequence: number[] } {
  assertHiddenMarkov(model);
  const states = drawChain(model.transitions, model.start, length, next);
  return { states, sequence: states.map((s) => drawCategorical(model.emissions[s], next)) };
}
