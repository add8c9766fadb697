/**
 * ln x for x ≥ 1 in float64 from sums, products and quotients alone, as `exponential` is: x = 2ⁿ m with m ≤ √2, where halving is exact,
 * and ln m = 2 artanh s, s = (m − 1)/(m + 1), by its series up to s¹⁷, whose rest is below 10⁻¹⁵.
 */
export function logarithm(x: number): number {
  let n = 0;
  for (; x > 1.4142135623730951; x /= 2) n++;
  const s = (x - 1) / (x + 1);
  const square = s * s;
  let sum = 1 / 17;
  for (let k = 15; k > 0; k -= 2) sum = sum * square + 1 / k;
  return 2 * s * sum + n * 0.6931471805599453;
}
