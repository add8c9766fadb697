import { assertSameOutcomes } from '#theory/measures/distribution.ts';
import { logAffinity, relativeEntropy } from '#theory/measures/divergence.ts';

/** The best exponent, and where between p (s = 0) and q (s = 1) it is. */
export interface ChernoffPoint {
  /** Chernoff information in nats. */
  readonly information: number;
  readonly s: number;
}

/**
 * Chernoff information −min over 0 < s < 1 of ln Σ p^(1 − s) q^s, in nats: the best exponent at which the probability
 * of mistaking p for q falls with the number of samples. Infinite if the two share no outcome. Symmetric. Chernoff
 * 1952.
 *
 * The function of s is convex, and the sign of its derivative is that of Σ p^(1 − s) q^s ln(q/p): bisection halves the interval
 * until it is one float wide. Only outcomes that both laws have enter, which makes the ends s = 0 and s = 1 limits from
 * inside, as they should be.
 */
export const chernoffInformation = (p: ArrayLike<number>, q: ArrayLike<number>): number =>
  chernoffPoint(p, q).information;

/**
 * The same with the s that it is taken at. For laws that share no outcome, or are the same, every s does, and it is ½. Σ p^(1 − s) q^s at this s, to the
 * power n, times prior^(1 − s) (1 − prior)^s is the Chernoff bound on the probability of a wrong guess after n samples.
 */
export function chernoffPoint(p: ArrayLike<number>, q: ArrayLike<number>): ChernoffPoint {
  assertSameOutcomes(p, q);
  const shared = Array.from(p, (pi, i) => [pi, q[i]] as const)
    .filter(([pi, qi]) => pi > 0 && qi > 0)
    .map(([pi, qi]) => ({
      pi,
      qi,
      log: qi < 2 * pi && qi > pi / 2 ? Math.log1p((qi - pi) / pi) : Math.log(qi) - Math.log(pi),
    }));
  if (shared.length === 0) return { information: Infinity, s: 0.5 };
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
  // Equal laws have a flat curve, and rounding would decide.
  const s = shared.every(({ log }) => log === 0) ? 0.5 : (low + high) / 2;
  return { information: Math.max(0, -logAffinity(p, q, s)), s };
}
