/**
 * eˣ for x ≤ 0 in float64 from sums and products alone, which IEEE 754 fixes to the last bit; Math.exp is only nearly the same
 * everywhere (ECMA-262 leaves it to the implementation). x = n ln 2 + r with |r| ≤ ½ ln 2, and eʳ by its series up to r¹³, whose
 * rest is below 10⁻¹⁷. Zero below −700.
 */
export function exponential(x: number): number {
  if (!(x > -700)) return 0;
  const n = Math.floor(x * 1.4426950408889634 + 0.5);
  // ln 2 in two parts, of which the first times n is exact.
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 0.5;
  return (sum * r * r + r + 1) * powers[-n];
}

/** 2⁻ⁿ, halved again and again, which is exact: ECMA-262 leaves powers to the implementation, as it does exponentials. */
const powers = new Float64Array(1012).fill(1);
for (let n = 1; n < powers.length; n++) powers[n] = powers[n - 1] / 2;

/** eˣ, also for x > 0. */
export const power = (x: number): number => (x > 0 ? 1 / exponential(-x) : exponential(x));
