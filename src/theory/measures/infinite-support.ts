import { assertWholeNumberOrInfinite } from '#theory/numerics/assert.ts';
import { assertProbability } from './distribution.ts';
import { binaryEntropy } from './entropy.ts';

/*
 * Infinitely many outcomes do not make the entropy infinite, and a discrete law can have infinite entropy.
 */

/**
 * Entropy h(p)/p, in nats, of the number of trials up to the first success, p (1 − p)^(n − 1): infinitely many outcomes, and 2 ln 2 at
 * p = ½. Infinite at p = 0, the limit. Throws RangeError unless 0 ≤ p ≤ 1.
 */
export function entropyOfGeometric(p: number): number {
  assertProbability(p, 'p');
  return p === 0 ? Infinity : binaryEntropy(p) / p;
}

/** Up to here the sums are added one by one; the others follow from integrals. */
const DIRECT = 1000;

/**
 * Entropy, in nats, of p_n ∝ 1/(n ln² n) on n = 2, 3, …, N: grows like ln ln N, and is infinite for N = ∞, where the weights still have
 * a finite sum. With Z = Σ w and S = Σ w ln w it is ln Z − S/Z. Both sums have integrals in closed form, in u = ln n:
 * ∫ dn/(n ln² n) = −1/u and ∫ w ln w dn = −ln u + 2 (ln u + 1)/u; Euler and Maclaurin's correction takes them to sums.
 * Throws RangeError unless N is a whole number of at least 2, or Infinity.
 */
export function entropyOfLogarithmicTail(N: number): number {
  assertWholeNumberOrInfinite(N, 'N', 2, Number.MAX_VALUE);
  if (N === Infinity) return Infinity;
  let [weight, weighted] = [0, 0];
  for (let n = 2; n <= Math.min(N, DIRECT); n++) {
    const log = logWeight(Math.log(n));
    weight += Math.exp(log);
    weighted += Math.exp(log) * log;
  }
  if (N > DIRECT) {
    const [from, to] = [tailTerms(DIRECT), tailTerms(N)];
    weight += to.weight - from.weight;
    weighted += to.weighted - from.weighted;
  }
  return Math.log(weight) - weighted / weight;
}

const logWeight = (u: number) => -u - 2 * Math.log(u);

/** Integral + half the last term + a twelfth of its slope, of w and of w ln w: differences of these are the sums after the first. */
function tailTerms(n: number): { weight: number; weighted: number } {
  const u = Math.log(n);
  const log = logWeight(u);
  const w = Math.exp(log);
  // d ln w/dn
  const slope = -(1 + 2 / u) / n;
  return {
    weight: -1 / u + w / 2 + (w * slope) / 12,
    weighted: -Math.log(u) + (2 * (Math.log(u) + 1)) / u + (w * log) / 2 + (w * slope * (log + 1)) / 12,
  };
}
