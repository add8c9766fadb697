import { assertSameOutcomes } from '#theory/measures/distribution.ts';

/**
 * Chernoff information −min over 0 < s < 1 of ln Σ p^s q^(1−s), in nats: the best exponent at which the probability
 * of mistaking p for q falls with the number of samples. Infinite if the two share no outcome. Symmetric. Chernoff
 * 1952.
 *
 * The function of s is convex, and its derivative is the mean of ln(p/q) under the tilted law ∝ p^s q^(1−s):
 * bisection on its sign halves the interval until it is one float wide. Only outcomes that both laws have enter,
 * which makes the ends s = 0 and s = 1 limits from inside, as they should be.
 */
export function chernoffInformation(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  const shared = Array.from(p, (pi, i) => [pi, q[i]] as const).filter(([pi, qi]) => pi > 0 && qi > 0);
  if (shared.length === 0) return Infinity;
  const affinity = (s: number) => shared.reduce((total, [pi, qi]) => total + pi ** s * qi ** (1 - s), 0);
  const slope = (s: number) =>
    shared.reduce((total, [pi, qi]) => total + pi ** s * qi ** (1 - s) * (Math.log(pi) - Math.log(qi)), 0);
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < 53; halving++) {
    const middle = (low + high) / 2;
    if (slope(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.max(0, -Math.log(affinity((low + high) / 2)));
}
