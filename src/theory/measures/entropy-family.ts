import { assertNotNegative, assertNotNegativeOrInfinite } from '#theory/numerics/assert.ts';
import { assertDistribution } from './distribution.ts';
import { entropy, surprisal } from './entropy.ts';

/** Varentropy, the variance of the surprisal Σ p (−ln p − H)², in nats squared. 0 for uniform and for certain laws. */
export function varentropy(p: ArrayLike<number>): number {
  const mean = entropy(p);
  let total = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) total += p[i] * (-Math.log(p[i]) - mean) ** 2;
  return total;
}

/** Where e^x is no double, but p e^x may be one. */
const LARGEST_LOG = 700;

/** Σ p ((p/scale)^a − 1) over the outcomes that occur, with its digits kept where the power is close to 1. */
function powerExcess(p: ArrayLike<number>, exponent: number, scale: number): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    if (p[i] === 0) continue;
    const log = exponent * (Math.log(p[i]) - Math.log(scale));
    total += log < LARGEST_LOG ? p[i] * Math.expm1(log) : Math.exp(Math.log(p[i]) + log) - p[i];
  }
  return total;
}

/**
 * Rényi entropy ln(Σ p^a)/(1 − a) of order a ≥ 0, in nats. The limits are values too: a = 0 counts the outcomes that
 * occur (Hartley), a = 1 is Shannon's entropy, a = ∞ is the surprisal of the likeliest outcome. Rényi 1961.
 * Computed as −ln m − ln(Σ p (p/m)^(a−1))/(a − 1) with m the largest p, which neither cancels near 1 nor underflows.
 */
export function renyiEntropy(p: ArrayLike<number>, order: number): number {
  assertDistribution(p, 'p');
  assertNotNegativeOrInfinite(order, 'order');
  if (order === 0) return Math.log(Array.from(p).filter((pi) => pi > 0).length);
  if (order === 1) return entropy(p);
  const largest = Array.from(p).reduce((a, b) => Math.max(a, b));
  const least = surprisal(Math.min(1, largest));
  return order === Infinity ? least : least - Math.log1p(powerExcess(p, order - 1, largest)) / (order - 1);
}

/** Tsallis entropy (1 − Σ p^a)/(a − 1) of order a ≥ 0, without unit; a = 1 is Shannon's, in nats. Tsallis 1988. */
export function tsallisEntropy(p: ArrayLike<number>, order: number): number {
  assertDistribution(p, 'p');
  assertNotNegative(order, 'order');
  return order === 1 ? entropy(p) : -powerExcess(p, order - 1, 1) / (order - 1);
}
