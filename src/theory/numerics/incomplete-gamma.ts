import { assertBetween, assertNotNegative, assertPositive } from './assert.ts';
import { logGamma } from './special.ts';

/**
 * The regularized incomplete gamma function P(a, x) = ∫₀^x t^(a−1) e^(−t) dt / Γ(a), to about 1e-10: the distribution function of a
 * gamma variable with shape a and scale 1, and for a whole number a the chance that a Poisson variable with mean x is at least a.
 * Series of Abramowitz and Stegun 6.5.29 below the mean, the continued fraction 6.5.31 in Lentz's form above it. Throws RangeError
 * unless a is positive and x at least 0.
 */
export function regularizedGamma(a: number, x: number): number {
  assertPositive(a, 'a');
  assertNotNegative(x, 'x');
  if (x === 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < 1_000_000 && term > 1e-16 * sum; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, front * sum);
  }
  let b = x + 1 - a;
  let [c, d] = [1e300, 1 / b];
  let value = d;
  for (let n = 1; n < 1_000_000; n++) {
    const by = -n * (n - a);
    b += 2;
    d = 1 / (by * d + b);
    c = b + by / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return Math.max(0, 1 - front * value);
}

/**
 * The x with P(a, x) = level: a quantile of a gamma variable with shape a and scale 1. By Newton’s steps on ln x, halved where they would leave
 * what is known to hold it. Throws RangeError unless a is positive and level between 0 and 1.
 */
export function gammaQuantile(level: number, a: number): number {
  assertBetween(level, 'level', 0, 1);
  assertPositive(a, 'a');
  if (level === 0) return 0;
  if (level === 1) return Infinity;
  // P(a, x) ≤ x^a / Γ(a + 1), and beyond the mean, 40 deviations and 40 more the upper tail is nothing.
  let [low, high] = [(Math.log(level) + logGamma(a + 1)) / a, Math.log(a + 40 * Math.sqrt(a) + 40)];
  let u = Math.min(high, Math.max(low, Math.log(a)));
  for (let step = 0; step < 200 && high - low > 1e-13; step++) {
    const x = Math.exp(u);
    const over = regularizedGamma(a, x) - level;
    if (over < 0) low = u;
    else high = u;
    const newton = u - over / Math.exp(a * u - x - logGamma(a));
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - u) < 1e-13) break;
    u = next;
  }
  return Math.exp(u);
}
