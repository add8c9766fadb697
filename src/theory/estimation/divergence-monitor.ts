import { assertLength, assertNotNegative, assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { binomialQuantile } from '#theory/numerics/binomial.ts';
import { regularizedBeta } from '#theory/numerics/incomplete-beta.ts';
import { expectationUnderMultinomial, MOST_DRAWS } from '#theory/numerics/multinomial.ts';
import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';

/** An alarm if the divergence from the shares among n outcomes to the reference is above a threshold. Divergences in nats. */
export interface DivergenceMonitor {
  readonly threshold: number;
  /** P(alarm) while nothing has changed: at most the level that was asked for. */
  readonly falseAlarms: number;
}

/** Tables as improbable as this are left out of the search for the threshold: all of them together have less than 10⁻¹⁰. */
const NEGLIGIBLE = 1e-16;
/** Divergences that differ by less are the same but for rounding. */
const TIE = 1e-12;

/** D(counts/n ‖ reference) from tables of (c/n) ln(c/(n r)), quickly. */
function divergenceOf(reference: ArrayLike<number>, n: number): (counts: readonly number[]) => number {
  const terms = Array.from(reference, (r) =>
    Float64Array.from({ length: n + 1 }, (_, c) => (c === 0 ? 0 : (c / n) * Math.log(c / (n * r)))),
  );
  return (counts) => {
    let total = 0;
    for (let i = 0; i < counts.length; i++) total += terms[i][counts[i]];
    return total;
  };
}

function assertMonitored(reference: ArrayLike<number>, n: number): void {
  assertDistribution(reference, 'reference');
  if (Array.from(reference).some((p) => p === 0)) refuse('reference', 'give every outcome something', reference);
  assertWholeNumber(n, 'n', 1, MOST_DRAWS);
}

/**
 * The lowest threshold with P(D(counts/n ‖ reference) > threshold) ≤ level for n independent outcomes of the reference, exactly. For many
 * outcomes 2nD is about χ² with k − 1 degrees of freedom (Wilks 1938). Throws RangeError unless the reference is a distribution without
 * zeros, n a whole number from 1 to 1000 and the level a positive probability.
 */
export function divergenceMonitor(reference: readonly number[], n: number, level: number): DivergenceMonitor {
  assertMonitored(reference, n);
  assertPositive(level, 'level');
  assertProbability(level, 'level');
  const of = divergenceOf(reference, n);
  const tables: { readonly divergence: number; readonly probability: number }[] = [];
  expectationUnderMultinomial(reference, n, (counts, probability) => {
    if (probability > NEGLIGIBLE) tables.push({ divergence: of(counts), probability });
    return 0;
  });
  tables.sort((a, b) => b.divergence - a.divergence);
  let falseAlarms = 0;
  for (let i = 0; i < tables.length;) {
    // All tables with this divergence together.
    const { divergence } = tables[i];
    let together = 0;
    let next = i;
    for (; next < tables.length && divergence - tables[next].divergence < TIE; next++)
      together += tables[next].probability;
    if (falseAlarms + together > level) return { threshold: divergence, falseAlarms };
    falseAlarms += together;
    i = next;
  }
  return { threshold: 0, falseAlarms };
}

/** P(alarm) and the expected divergence of the shares, if the outcomes are independent with this law. Exact. */
export function monitored(
  reference: readonly number[],
  n: number,
  threshold: number,
  law: readonly number[],
): { readonly alarm: number; readonly expected: number } {
  assertMonitored(reference, n);
  assertNotNegative(threshold, 'threshold');
  assertDistribution(law, 'law');
  assertLength(law, 'law', reference.length, 'like reference');
  const of = divergenceOf(reference, n);
  let alarm = 0;
  const expected = expectationUnderMultinomial(law, n, (counts, probability) => {
    const divergence = of(counts);
    if (divergence > threshold + TIE) alarm += probability;
    return divergence;
  });
  // So many rounded terms may add up to a little more than 1.
  return { alarm: Math.min(1, alarm), expected };
}

/** P(at most k of n trials succeed), each with probability p. */
const atMostSuccesses = (k: number, n: number, p: number) =>
  k < 0 ? 0 : k >= n || p === 0 ? 1 : p === 1 ? 0 : regularizedBeta(1 - p, n - k, k + 1);

/** An alarm if fewer than `fewest` of the checked cases are right. */
export interface CheckMonitor {
  readonly fewest: number;
  readonly falseAlarms: number;
}

/** The strictest check with P(alarm) ≤ level while cases are right with chance `usual`. Exact, a binomial tail. */
export function checkMonitor(n: number, usual: number, level: number): CheckMonitor {
  assertWholeNumber(n, 'n', 1);
  assertProbability(usual, 'usual');
  assertPositive(level, 'level');
  assertProbability(level, 'level');
  // At most `low` right is probable enough to be no alarm; fewer is not.
  const low = binomialQuantile(n, usual, level);
  const fewest = atMostSuccesses(low, n, usual) <= level ? low + 1 : low;
  return { fewest, falseAlarms: atMostSuccesses(fewest - 1, n, usual) };
}

/** P(alarm) if fewer than `fewest` of n checked cases right give one, and cases are right with chance `now`. */
export function checked(n: number, fewest: number, now: number): number {
  assertWholeNumber(n, 'n', 1);
  assertWholeNumber(fewest, 'fewest');
  assertProbability(now, 'now');
  return atMostSuccesses(fewest - 1, n, now);
}
