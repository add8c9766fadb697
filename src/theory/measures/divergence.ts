import { assertFiniteNumber, assertNotNegative, assertPositive } from '#theory/numerics/assert.ts';
import { assertProbability, assertSameOutcomes } from './distribution.ts';
import { DivergenceSum, excessOfExpm1 } from './near-equal.ts';

/** ln(p/q) for p > 0: infinite at q = 0 only, not where the ratio of two floats overflows. */
function logRatio(p: number, q: number): number {
  const ratio = p / q;
  return ratio === Infinity ? Math.log(p) - Math.log(q) : Math.log(ratio);
}

/**
 * Relative entropy (Kullback–Leibler divergence) D(p‖q) = Σ p ln(p/q), in nats: what believing q costs on average
 * when p is true. The average is under the first argument. 0 ln(0/q) = 0; infinite if q misses an outcome that p has.
 * It is never negative (Gibbs). Summed as Σ (p ln(p/q) − p + q), which is the same and keeps its digits where p and q are
 * nearly equal. Kullback and Leibler 1951.
 */
export function relativeEntropy(p: ArrayLike<number>, q: ArrayLike<number>): number {
  assertSameOutcomes(p, q);
  const divergence = new DivergenceSum();
  for (let i = 0; i < p.length; i++) divergence.add(p[i], q[i]);
  return divergence.value();
}

/**
 * Σ p ln((p + ε)/(q + ε)), in nats: the relative entropy with a small number inside the logarithm, as much code has it. It is
 * finite where the truth is infinite, and then it is a statement about ε. It may be negative. At ε = 0 it is the truth.
 */
export function regularizedRelativeEntropy(p: ArrayLike<number>, q: ArrayLike<number>, epsilon: number): number {
  assertSameOutcomes(p, q);
  assertNotNegative(epsilon, 'epsilon');
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
  assertSameOutcomes(p, q);
  assertProbability(weight, 'weight');
  const [ofP, ofQ] = [new DivergenceSum(), new DivergenceSum()];
  for (let i = 0; i < p.length; i++) {
    const [fromP, fromQ, difference] = [weight * p[i], (1 - weight) * q[i], q[i] - p[i]];
    // Each share is part of the mixture, which so is positive wherever a share is, however small the weight.
    if (fromP > 0) ofP.add(p[i], fromP + fromQ, (1 - weight) * difference);
    else ofP.add(0, fromQ);
    if (fromQ > 0) ofQ.add(q[i], fromP + fromQ, -weight * difference);
    else ofQ.add(0, fromP);
  }
  return weight * ofP.value() + (1 - weight) * ofQ.value();
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
  assertPositive(order, 'order');
  if (order === 1) return relativeEntropy(p, q);
  return Math.max(0, logAffinity(p, q, 1 - order) / (order - 1));
}

/**
 * ln Σ p^(1 − s) q^s, the sum over outcomes that both have, for any real s; ∞ if s < 0 and q misses an outcome that p has, −∞ if they share
 * none. Where (q/p)^s is near 1 everywhere, as for equal laws or for s near 0, the sum is 1 plus a small number that is found by
 * itself; else the largest term is taken out, which would overflow. Throws RangeError unless p and q are distributions over
 * the same outcomes and s is finite.
 */
export function logAffinity(p: ArrayLike<number>, q: ArrayLike<number>, s: number): number {
  assertSameOutcomes(p, q);
  assertFiniteNumber(s, 's');
  const logs: number[] = [];
  let [most, far] = [-Infinity, 0];
  for (let i = 0; i < p.length; i++) {
    if (p[i] === 0) continue;
    const log = q[i] === 0 ? (s < 0 ? Infinity : -Infinity) : -s * logRatio(p[i], q[i]);
    far = Math.max(far, Math.abs(log));
    logs.push(Math.log(p[i]) + log);
    most = Math.max(most, logs[logs.length - 1]);
  }
  if (far < 1) return Math.log1p(affinityExcess(p, q, s));
  if (Math.abs(most) === Infinity) return most;
  return most + Math.log(logs.reduce((total, log) => total + Math.exp(log - most), 0));
}

/**
 * Σ p^(1 − s) q^s − 1 where every factor (q/p)^s = e^y is near 1: with y = s ln(q/p) it is
 * Σ p (e^y − 1 − y) − s Σ (p ln(p/q) − p + q), for Σ (q − p) = 0.
 */
function affinityExcess(p: ArrayLike<number>, q: ArrayLike<number>, s: number): number {
  const divergence = new DivergenceSum();
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    divergence.add(p[i], q[i]);
    if (p[i] === 0) continue;
    const u = (q[i] - p[i]) / p[i];
    total += p[i] * excessOfExpm1(s * (Math.abs(u) < 0.5 ? Math.log1p(u) : -logRatio(p[i], q[i])));
  }
  return total - s * divergence.value();
}
