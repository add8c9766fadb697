import { assertBetween, assertPositive } from './assert.ts';
import { logGamma } from './special.ts';

/**
 * The regularized incomplete beta function I_x(a, b) = ∫₀^x t^(a−1) (1 − t)^(b−1) dt / B(a, b), to about 1e-12, by the continued
 * fraction of Abramowitz and Stegun 26.5.8 in Lentz's form. Throws RangeError unless 0 ≤ x ≤ 1 and a, b > 0.
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  assertBetween(x, 'x', 0, 1);
  assertPositive(a, 'a');
  assertPositive(b, 'b');
  if (x === 0 || x === 1) return x;
  // The fraction converges fast on the near side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - fraction(1 - x, b, a, Math.log1p(-x), Math.log(x));
  return fraction(x, a, b, Math.log(x), Math.log1p(-x));
}

const tiny = 1e-300;
const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);

function fraction(x: number, a: number, b: number, logX: number, logRest: number): number {
  const front = Math.exp(a * logX + b * logRest - logBeta(a, b)) / a;
  let [c, d] = [1, 1 / away(1 - ((a + b) * x) / (a + 1))];
  let value = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const step of [even, odd]) {
      d = 1 / away(1 + step * d);
      c = away(1 + step / c);
      value *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * value;
}

/** ln B(a, b), with the larger argument's difference of ln Γ by Stirling's series where it would lose digits. */
function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < 1e4) return logGamma(a) + logGamma(b) - logGamma(a + b);
  const stirling = (z: number) => 1 / (12 * z) - 1 / (360 * z ** 3);
  const rise = small * Math.log(large) + (large + small - 0.5) * Math.log1p(small / large) - small + stirling(large + small) - stirling(large); // prettier-ignore
  return logGamma(small) - rise;
}
