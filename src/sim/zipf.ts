import { assertFunction, refuse } from '#theory/numerics/assert.ts';
import type { Uniform } from './random.ts';

/**
 * A rank k ≥ 1 with probability k^(−s)/ζ(s), s > 1, by Devroye's rejection (Non-uniform random variate generation, 1986, X.6.1). Ranks
 * beyond 2⁵³ are rounded. Throws RangeError unless s > 1.
 */
export function drawZipf(exponent: number, next: Uniform): number {
  if (!(Number.isFinite(exponent) && exponent > 1)) refuse('exponent', 'be greater than 1 and finite', exponent);
  assertFunction(next, 'next');
  const least = 2 ** (exponent - 1);
  for (;;) {
    const rank = Math.min(Math.floor((1 - next()) ** (-1 / (exponent - 1))), Number.MAX_VALUE);
    // (1 + 1/k)^(s − 1) − 1, which for large k is far below the digits of 1.
    const rise = Math.expm1((exponent - 1) * Math.log1p(1 / rank));
    if (next() * rank * rise * least <= (1 + rise) * (least - 1)) return rank;
  }
}
