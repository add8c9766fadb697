import { assertFiniteNumber, assertNotNegative, refuse } from '#theory/numerics/assert.ts';

/*
 * Differences near zero. Where two laws are nearly the same, ln(p/q) is made of rounding; with q = p (1 + u) the difference q − p is exact,
 * and what is linear in u can be left out, because Σ (q − p) = 0 for laws.
 */

/** Up to here the power series are used; beyond it the difference itself, which then loses a digit at most. */
const SERIES = 0.1;

/** u − ln(1 + u) ≥ 0, about u²/2, to rounding: with s = u/(2 + u) it is u s − 2 (s³/3 + s⁵/5 + …). Throws RangeError unless u ≥ −1. */
export function excessOverLog1p(u: number): number {
  if (!(Number.isFinite(u) && u >= -1)) refuse('u', 'be at least -1 and finite', u);
  if (Math.abs(u) > SERIES) return u - Math.log1p(u);
  const s = u / (2 + u);
  const q = s * s;
  return u * s - 2 * s * q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q / 13)))));
}

/** e^y − 1 − y ≥ 0, about y²/2, to rounding. Throws RangeError unless y is finite. */
export function excessOfExpm1(y: number): number {
  assertFiniteNumber(y, 'y');
  if (Math.abs(y) > SERIES) return Math.expm1(y) - y;
  let series = 1;
  for (let n = 12; n > 2; n--) series = 1 + (y / n) * series;
  return (y * y * series) / 2;
}

/**
 * Σ p ln(p/q) as Σ (p ln(p/q) − p + q), whose terms are never negative. Where p and q are nearly equal a term is taken as a whole; elsewhere
 * its two parts are added up apart, so that a sum that is a multiple of ln 2 comes out as one.
 */
export class DivergenceSum {
  private logs = 0;
  private shifts = 0;

  /**
   * Adds an outcome; `shift` is q − p, which the caller may know better than as a difference. Infinite at q = 0 < p. Throws RangeError
   * unless p ≥ 0 and q ≥ 0.
   */
  add(p: number, q: number, shift = q - p): void {
    assertNotNegative(p, 'p');
    assertNotNegative(q, 'q');
    assertFiniteNumber(shift, 'shift');
    if (Math.abs(shift) <= SERIES * p) {
      if (p > 0) this.logs += p * excessOverLog1p(shift / p);
      return;
    }
    this.shifts += shift;
    if (p === 0) return;
    const ratio = p / q;
    // Two logarithms where the ratio of two floats overflows.
    this.logs += p * (ratio === Infinity ? Math.log(p) - Math.log(q) : Math.log(ratio));
  }

  /** The sum so far, in nats. */
  value(): number {
    return Math.max(0, this.logs + this.shifts);
  }
}
