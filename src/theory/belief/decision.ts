import { assertEach, assertFiniteNumbers, assertLength, assertList, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';

/** The action that costs least on average. */
export interface Decision {
  /** Index of the action; of equally good ones the first. */
  readonly action: number;
  /** Σ p(state) cost(action, state) for each action. */
  readonly expectedCosts: readonly number[];
}

/**
 * What to do when the states have probabilities p and costs[action][state] are known. Entropy does not enter: a rare state that
 * is dear to miss can call for action although hardly anything is uncertain. Throws RangeError unless p is a distribution and
 * every action has a finite cost for each state.
 */
export function bestAction(p: readonly number[], costs: readonly (readonly number[])[]): Decision {
  assertDistribution(p, 'p');
  assertList(costs, 'costs');
  if (costs.length === 0) refuse('costs', 'have at least one action', []);
  assertEach(costs, 'costs', (row, name) => {
    assertLength(row, name, p.length, 'like p');
    assertFiniteNumbers(row, name);
  });
  const expectedCosts = costs.map((row) => sum(row.map((cost, state) => p[state] * cost)));
  return { action: expectedCosts.indexOf(Math.min(...expectedCosts)), expectedCosts };
}
