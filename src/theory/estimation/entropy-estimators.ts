import { assertEach, assertFunction, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { digamma } from '#theory/numerics/special.ts';

/*
 * Estimates of H in nats from how often each outcome came in a sample. None is right for every law: outcomes that have not
 * come yet leave no trace in the counts, and each rule guesses what they would add.
 */

/** Throws RangeError unless the counts are whole numbers of at least 0 with a positive sum, which is returned. */
function assertCounts(counts: readonly number[]): number {
  assertEach(counts, 'counts', assertWholeNumber);
  const total = sum(counts);
  if (total === 0) refuse('counts', 'not all be 0', total);
  return total;
}

/** Plug-in estimate, the entropy of the observed frequencies. It is too small on average, by about (outcomes − 1)/2n. */
export function plugInEntropy(counts: readonly number[]): number {
  const n = assertCounts(counts);
  return entropy(counts.map((count) => count / n));
}

/** Most draws of an exact expectation. */
const MOST_DRAWS = 1e6;

/**
 * E g(1 + M) for M heads of `tosses` tosses with this bias: the sum over M from the likeliest on, both ways, until what is left is
 * below rounding.
 */
function expectedOfHeads(tosses: number, bias: number, g: (count: number) => number): number {
  const mode = Math.min(tosses, Math.floor((tosses + 1) * bias));
  const odds = bias / (1 - bias);
  let [total, weighed] = [1, g(mode + 1)];
  for (let k = mode, p = 1; k < tosses && p > 1e-20; k++) {
    p *= ((tosses - k) / (k + 1)) * odds;
    total += p;
    weighed += p * g(k + 2);
  }
  for (let k = mode, p = 1; k > 0 && p > 1e-20; k--) {
    p *= k / (tosses - k + 1) / odds;
    total += p;
    weighed += p * g(k);
  }
  return weighed / total;
}

/**
 * Mean of Σ (c/n) g(c) over the counts c > 0 of n independent draws from p, exactly: Σ p E g(1 + M), where M of the other n − 1 draws are of
 * the outcome too. Throws RangeError unless p is a distribution and n a whole number from 1 to a million.
 */
export function expectedShareSum(p: ArrayLike<number>, n: number, g: (count: number) => number): number {
  assertDistribution(p, 'p');
  assertWholeNumber(n, 'n', 1, MOST_DRAWS);
  assertFunction(g, 'g');
  // Equal outcomes are done once.
  const done = new Map<number, number>();
  return sum(
    Array.from(p, (pi) => {
      if (pi === 0) return 0;
      if (!done.has(pi)) done.set(pi, pi === 1 ? g(n) : pi * expectedOfHeads(n - 1, pi, g));
      return done.get(pi)!;
    }),
  );
}

/**
 * Mean of the plug-in estimate over samples of n independent draws from p, exactly: ln n − Σ p E ln(1 + M), where M of the other
 * n − 1 draws are of the outcome too. For one draw 0. Throws RangeError unless p is a distribution and n a whole number from 1 to
 * a million.
 */
export function expectedPlugInEntropy(p: ArrayLike<number>, n: number): number {
  return Math.log(n) - expectedShareSum(p, n, Math.log);
}

/** The first term of the plug-in estimate's bias, −(outcomes − 1)/2n, in nats. Miller 1955. */
export function firstOrderBias(outcomes: number, n: number): number {
  assertWholeNumber(outcomes, 'outcomes', 1);
  assertWholeNumber(n, 'n', 1);
  return -(outcomes - 1) / (2 * n);
}

/** The plug-in estimate with its first-order bias taken off, (m − 1)/2n for the m outcomes that came. Miller 1955. */
export function millerMadowEntropy(counts: readonly number[]): number {
  const n = assertCounts(counts);
  return plugInEntropy(counts) - firstOrderBias(counts.filter((count) => count > 0).length, n);
}

/**
 * ψ(n) − Σ (c/n) ψ(c) over the counts c. With H = Σ_{v≥1} (1/v) Σ p (1 − p)^v its mean is this series up to v = n − 1, so that
 * it is never too large on average and needs no other correction. Zhang 2012, in this form by Schürmann 2015.
 */
export function digammaEntropy(counts: readonly number[]): number {
  const n = assertCounts(counts);
  return digamma(n) - sum(counts.map((count) => (count > 0 ? (count / n) * digamma(count) : 0)));
}

/** ψ(c) + ½ (−1)^c [ψ((c + 1)/2) − ψ(c/2)]: what Grassberger puts for ln c. */
export function grassbergerLog(count: number): number {
  assertWholeNumber(count, 'count', 1);
  return digamma(count) + ((count % 2 === 0 ? 1 : -1) / 2) * (digamma((count + 1) / 2) - digamma(count / 2));
}

/**
 * ln n − Σ (c/n) G(c) with G(c) = ψ(c) + ½ (−1)^c [ψ((c + 1)/2) − ψ(c/2)]. A single outcome has an estimate near 0, and not 0: 0.213 for five draws, −0.010 for four.
 * Grassberger 2003.
 */
export function grassbergerEntropy(counts: readonly number[]): number {
  const n = assertCounts(counts);
  return Math.log(n) - sum(counts.map((count) => (count > 0 ? (count / n) * grassbergerLog(count) : 0)));
}

/**
 * n H − (n − 1) mean of the plug-in estimates with one draw left out, which removes the bias of order 1/n. Of a single draw
 * nothing is left: 0. Quenouille 1956.
 */
export function jackknifeEntropy(counts: readonly number[]): number {
  const n = assertCounts(counts);
  if (n === 1) return 0;
  // n H = n ln n − Σ c ln c, and one draw less changes one term of the sum.
  const times = (count: number) => (count > 0 ? count * Math.log(count) : 0);
  const all = sum(counts.map(times));
  const leftOut = counts.map((count) => (count > 0 ? (count / n) * (all - times(count) + times(count - 1)) : 0));
  return times(n) - all - times(n - 1) + sum(leftOut);
}

/**
 * Coverage-adjusted estimate −Σ p̃ ln p̃/(1 − (1 − p̃)^n) with p̃ = C c/n: the share C = 1 − (outcomes seen once)/n of the law has
 * been met (Good 1953), and each outcome is weighted by its chance to be met at all (Horvitz and Thompson 1952). If every
 * draw is new, C = 1/n. Chao and Shen 2003.
 */
export function chaoShenEntropy(counts: readonly number[]): number {
  const n = assertCounts(counts);
  const once = counts.filter((count) => count === 1).length;
  const coverage = 1 - Math.min(once, n - 1) / n;
  return sum(
    counts.map((count) => {
      const p = (coverage * count) / n;
      return p > 0 && p < 1 ? (p * Math.log(p)) / Math.expm1(n * Math.log1p(-p)) : 0;
    }),
  );
}
