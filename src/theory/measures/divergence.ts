import { assertSameOutcomes, mixture } from './distribution.ts';

/** ln(p/q) for p > 0: infinite at q = 0 only, not where the ratio of two floats overflows. */
function logRatio(p: number, q: number): number {
  const ratio = p / q;
  return ratio === Infinity ? Math.log(p) - Math.log(q) : Math.log(ratio);
}

/**
 * Relative entropy (Kullback–Leibler divergence) D(p‖q) = Σ p ln(p/q), in nats: what believing q costs on average
 * when p is true. The average is under the first argument. 0 ln(0/q) = 0; infinite if q misses an outcome that p has.
 * It is never negative (Gibbs), so the small negative numbers that rounding makes are returned as 0. Kullback and
 * Leibler 1951.
 */
export function relativeEntropy(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) total += p[i] * logRatio(p[i], q[i]);
  return Math.max(0, total);
}

/**
 * Σ p ln((p + ε)/(q + ε)), in nats: the relative entropy with a small number inside the logarithm, as much code has it. It is
 * finite where the truth is infinite, and then it is a statement about ε. It may be negative. At ε = 0 it is the truth.
 */
export function regularizedRelativeEntropy(p: ArrayLike<number>, q: ArrayLike<number>, epsilon: number): number {
  assertSameOutcomes(p, q);
  if (!(epsilon >= 0 && epsilon < Infinity)) {
    throw new RangeError(`epsilon must be at least 0 and finite, got ${epsilon}`);
  }
  let total = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) total += p[i] * logRatio(p[i] + epsilon, q[i] + epsilon);
  return total;
}

/**
 * Jensen–Shannon divergence w D(p‖m) + (1 − w) D(q‖m) with m = w p + (1 − w) q, in nats. It is the entropy of the
 * mixture minus the mean entropy, the information that a sample carries about which of the two made it: at most h(w)
 * ≤ ln 2. At w = ½ it is symmetric and its square root is a metric. Lin 1991; Endres and Schindelin 2003.
 */
export function jensenShannonDivergence(p: ArrayLike<number>, q: ArrayLike<number>, weight = 0.5): number {
  const m = mixture(p, q, weight);
  let total = 0;
  for (let i = 0; i < m.length; i++) {
    // Each share is part of m, so that m is positive wherever a share is, however small the weight.
    const [fromP, fromQ] = [weight * p[i], (1 - weight) * q[i]];
    if (fromP > 0) total += fromP * logRatio(p[i], m[i]);
    if (fromQ > 0) total += fromQ * logRatio(q[i], m[i]);
  }
  return Math.max(0, total);
}

/** χ² divergence Σ (p − q)²/q, without unit. Infinite if q misses an outcome that p has. Pearson 1900. */
export function chiSquaredDivergence(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) if (p[i] !== q[i]) total += (p[i] - q[i]) ** 2 / q[i];
  return total;
}

/**
 * Rényi divergence ln(Σ p^a q^(1−a))/(a − 1) of order a > 0, in nats; a = 1 is the relative entropy. Infinite if the
 * two share no outcome, and for a ≥ 1 if q misses an outcome that p has. Never negative. Rényi 1961.
 */
export function renyiDivergence(p: ArrayLike<number>, q: ArrayLike<number>, order: number): number {
  if (!(order > 0 && order < Infinity)) throw new RangeError(`order must be positive and finite, got ${order}`);
  if (order === 1) return relativeEntropy(p, q);
  assertSameOutcomes(p, q);
  let total = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) total += p[i] * Math.exp((order - 1) * logRatio(p[i], q[i]));
  return Math.max(0, Math.log(total) / (order - 1));
}
