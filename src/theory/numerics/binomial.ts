import { assertBetween, assertWholeNumber } from './assert.ts';

/**
 * The smallest k for which P(at most k of n trials succeed) is at least `level`, each succeeding with probability p. With a uniform
 * `level` it is a draw. The probabilities are built from the mode outwards, so that none underflows where it matters. Throws RangeError
 * unless n is a whole number and p and level are between 0 and 1.
 */
export function binomialQuantile(n: number, p: number, level: number): number {
  assertWholeNumber(n, 'n');
  assertBetween(p, 'p', 0, 1);
  assertBetween(level, 'level', 0, 1);
  if (p === 0 || n === 0) return 0;
  if (p === 1) return n;
  if (level === 1) return n;
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  // Relative to the mode.
  const below: number[] = [];
  for (let [k, weight] = [mode, 1]; k > 0; k--) {
    weight *= k / ((n - k + 1) * odds);
    if (weight < 1e-18) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let [k, weight] = [mode, 1]; k < n; k++) {
    weight *= ((n - k) * odds) / (k + 1);
    if (weight < 1e-18) break;
    above.push(weight);
  }
  const weights = [...below.reverse(), 1, ...above];
  const first = mode - below.length;
  let left = level * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left <= 0) return first + i;
  }
  return first + weights.length - 1;
}
