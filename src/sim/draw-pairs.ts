import { assertBetween, assertFunction, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution } from '#theory/measures/distribution.ts';
import type { Pairs } from './pair-critic.ts';
import type { Uniform } from './random.ts';
import { drawNormal } from './samplers.ts';

const MOST_DRAWN = 1e6;

/**
 * n pairs of standard normal vectors: each number of x goes with one of y, correlation ρ, and all else is independent. So I(X;Y) is
 * −½ ln(1 − ρ²) nats times the dimensions.
 */
export function drawNormalPairs(correlation: number, dimensions: number, n: number, next: Uniform): Pairs {
  assertBetween(correlation, 'correlation', -1, 1);
  assertWholeNumber(dimensions, 'dimensions', 1, 1000);
  assertWholeNumber(n, 'n', 1, MOST_DRAWN);
  const rest = Math.sqrt((1 - correlation) * (1 + correlation));
  const normals = () => Array.from({ length: dimensions }, () => drawNormal(next));
  const x = Array.from({ length: n }, normals);
  return { x, y: x.map((row) => row.map((value) => correlation * value + rest * drawNormal(next))) };
}

/** How often each outcome comes in n draws from p. */
export function drawCounts(p: ArrayLike<number>, n: number, next: Uniform): number[] {
  assertDistribution(p, 'p');
  assertWholeNumber(n, 'n', 0, MOST_DRAWN);
  assertFunction(next, 'next');
  let total = 0;
  const upTo = Array.from(p, (pi) => (total += pi));
  const counts = Array.from(p, () => 0);
  for (let i = 0; i < n; i++) {
    const at = next() * total;
    // The first outcome whose cumulative probability is above: one of probability 0 is never it.
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle] > at) high = middle;
      else low = middle + 1;
    }
    counts[low]++;
  }
  return counts;
}

/** The numbers 0 … n − 1 in an order in which all orders are equally likely. Fisher and Yates. */
export function drawOrder(n: number, next: Uniform): number[] {
  assertWholeNumber(n, 'n', 0, MOST_DRAWN);
  assertFunction(next, 'next');
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
