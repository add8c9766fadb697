import { assertFunction, assertWholeNumber } from './assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';

/** Most tables of counts that an expectation may run over. */
const MOST_TABLES = 2e6;

/** Most draws: the largest binomial coefficient must stay a double. */
export const MOST_DRAWS = 1000;

/**
 * E f(counts) for the counts of n independent draws from p, exactly: the sum over all tables of counts, of which there are
 * (n + m − 1 choose m − 1) for m outcomes. `f` gets one array that changes from call to call, and the
 * probability of the table. A table of probability 0 is
 * left out, whatever f is there. Throws RangeError unless p is a distribution, n a whole number from 0 to 1000, and the
 * tables at most two million.
 */
export function expectationUnderMultinomial(
  p: ArrayLike<number>,
  n: number,
  f: (counts: readonly number[], probability: number) => number,
): number {
  assertDistribution(p, 'p');
  assertWholeNumber(n, 'n', 0, MOST_DRAWS);
  assertFunction(f, 'f');
  let tables = 1;
  for (let i = 1; i < p.length; i++) tables *= (n + i) / i;
  if (tables > MOST_TABLES) {
    throw new RangeError(`n must make at most ${MOST_TABLES} tables of ${p.length} counts, got ${n}`);
  }
  const counts = Array.from(p, () => 0);
  let total = 0;
  /** Fills the counts from outcome i on with what is left; `weight` is the probability of those before. */
  const fill = (i: number, left: number, weight: number): void => {
    if (i === p.length - 1) {
      counts[i] = left;
      const probability = weight * p[i] ** left;
      if (probability > 0) total += probability * f(counts, probability);
      return;
    }
    let choose = 1;
    for (let count = 0; count <= left; count++) {
      counts[i] = count;
      fill(i + 1, left - count, weight * choose * p[i] ** count);
      choose *= (left - count) / (count + 1);
    }
  };
  fill(0, n, 1);
  return total;
}
