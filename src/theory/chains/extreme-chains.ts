import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { distanceFromHull } from '#theory/numerics/convex-hull.ts';
import { assertMixture, type MarkovMixture } from './markov-mixture.ts';

/**
 * For each chain of a mixture whether its row after this state is an extreme point of the convex hull of all rows after it, and not
 * the only one. If an extreme chain runs, the prediction of a window, which mixes all rows with weights that stay away from 0, keeps
 * its distance from the true row for ever; within the hull it may be right by chance. Every state after which the chains
 * go on differently has an extreme chain. Throws RangeError if the state is none of the chains'.
 */
export function extremeChains(mixture: MarkovMixture, state: number): boolean[] {
  assertMixture(mixture);
  assertWholeNumber(state, 'state');
  if (state >= mixture.chains[0].length) {
    throw new RangeError(`state must be below ${mixture.chains[0].length}, got ${state}`);
  }
  const rows = mixture.chains.map((chain) => chain[state]);
  return rows.map((row) => {
    const others = rows.filter((other) => other.some((p, y) => p !== row[y]));
    return others.length > 0 && distanceFromHull(row, others) > 0;
  });
}
