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
  assertCosts(p, costs);
  const expectedCosts = costs.map((row) => sum(row.map((cost, state) => p[state] * cost)));
  return { action: expectedCosts.indexOf(Math.min(...expectedCosts)), expectedCosts };
}

/**
 * What it saves on average to be told the state before one acts, min_a Σ p(s) c(a, s) − Σ p(s) min_a c(a, s) ≥ 0, in the unit of the
 * costs. Zero if one action is best in every state that can occur, however much its cost differs from state to state. Refuses what
 * bestAction does. Raiffa and Schlaifer 1961.
 */
export function worthOfKnowing(p: readonly number[], costs: readonly (readonly number[])[]): number {
  const { action } = bestAction(p, costs);
  // Summed state by state, so that it is exactly 0 where the action stays the best.
  return sum(p.map((ps, state) => ps * (costs[action][state] - Math.min(...costs.map((row) => row[state])))));
}

function assertCosts(p: readonly number[], costs: readonly (readonly number[])[]): void {
  assertDistribution(p, 'p');
  assertList(costs, 'costs');
  if (costs.length === 0) refuse('costs', 'have at least one action', []);
  assertEach(costs, 'costs', (row, name) => {
    assertLength(row, name, p.length, 'like p');
    assertFiniteNumbers(row, name);
  });
}
