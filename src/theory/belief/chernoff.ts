import { assertSameOutcomes } from '#theory/measures/distribution.ts';
import { logAffinity, relativeEntropy } from '#theory/measures/divergence.ts';

/**
 * Chernoff information −min over 0 < s < 1 of ln Σ p^(1 − s) q^s, in nats: the best exponent at which the probability
 * of mistaking p for q falls with the number of samples. Infinite if the two share no outcome. Symmetric. Chernoff
 * 1952.
 *
 * The function of s is convex, and the sign of its derivative is that of Σ p^(1 − s) q^s ln(q/p): bisection halves the interval
 * until it is one float wide. Only outcomes that both laws have enter, which makes the ends s = 0 and s = 1 limits from
 * inside, as they should be.
 */
export function chernoffInformation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  const shared = Array.from(p, (pi, i) => [pi, q[i]] as const)
    .filter(([pi, qi]) => pi > 0 && qi > 0)
    .map(([pi, qi]) => ({
      pi,
      qi,
      log: qi < 2 * pi && qi > pi / 2 ? Math.log1p((qi - pi) / pi) : Math.log(qi) - Math.log(pi),
    }));
  if (shared.length === 0) return Infinity;
  // At s = 0 the derivative is −D(p‖q), which keeps its digits for nearly equal laws; what it gains from there on is positive.
  const fall =
    shared.length === p.length ? relativeEntropy(p, q) : -shared.reduce((total, { pi, log }) => total + pi * log, 0);
  const gain = (s: number) =>
    shared.reduce((total, { pi, qi, log }) => {
      const grown = Math.abs(log) < 1 ? pi * Math.expm1(s * log) : pi ** (1 - s) * qi ** s - pi;
      return total + grown * log;
    }, 0);
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < 53; halving++) {
    const middle = (low + high) / 2;
    if (gain(middle) < fall) low = middle;
    else high = middle;
  }
  return Math.max(0, -logAffinity(p, q, (low + high) / 2));
}
