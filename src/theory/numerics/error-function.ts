import { assertNumber, refuse } from '#theory/numerics/assert.ts';

const TWO_OVER_SQRT_PI = 2 / Math.sqrt(Math.PI);

/** Up to here erf comes from its series and beyond from 1 − erfc; erfc itself turns to its own fraction at half of it. */
const SERIES_BELOW = 1;

/** From here on erfc is less than any double. */
const NOTHING_LEFT = 28;

/**
 * e^(−x²) to full relative precision: the square of a number of 24 binary digits is exact, and what x has beyond those
 * goes into a second factor. Squaring x itself would lose the digits that x² has before its point.
 */
function expOfMinusSquare(x: number): number {
  const head = Math.fround(x);
  return Math.exp(-head * head) * Math.exp((head - x) * (head + x));
}

/** (2/√π) e^(−x²) Σ 2^n x^(2n+1)/(1·3·…·(2n+1)), all terms of one sign. Abramowitz and Stegun 7.1.6. */
function erfBySeries(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return TWO_OVER_SQRT_PI * expOfMinusSquare(x) * total;
}

/**
 * e^(−x²)/√π · 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + …)))) for x ≥ ½, evaluated from its tail, which begins late enough
 * for sixteen digits. Abramowitz and Stegun 7.1.14.
 */
function erfcByContinuedFraction(x: number): number {
  if (x >= NOTHING_LEFT) return 0;
  let tail = x;
  for (let n = Math.ceil(20 + 200 / (x * x)); n > 0; n--) tail = x + n / 2 / tail;
  return expOfMinusSquare(x) / (tail * Math.sqrt(Math.PI));
}

/** Error function (2/√π) ∫₀^x e^(−t²) dt, to a few units of the last place. Odd; ±1 at ±∞. RangeError on NaN. */
export function erf(x: number): number {
  assertNumber(x, 'x');
  if (Math.abs(x) < SERIES_BELOW) return x === 0 ? x : erfBySeries(x);
  return Math.sign(x) * (1 - erfcByContinuedFraction(Math.abs(x)));
}

/** 1 − erf x without the cancellation: keeps its relative precision until it underflows near x = 27. RangeError on NaN. */
export function erfc(x: number): number {
  assertNumber(x, 'x');
  if (x < SERIES_BELOW / 2) return 1 - erf(x);
  return erfcByContinuedFraction(x);
}

/** Probability that a standard normal variable is at most z: ½ erfc(−z/√2). RangeError on NaN. */
export function normalCdf(z: number): number {
  assertNumber(z, 'z');
  return erfc(-z / Math.SQRT2) / 2;
}

/**
 * Probability that a standard normal variable falls between a and b, a ≤ b, either of them possibly infinite. In a tail
 * it is the difference of two small tails, not of two numbers near 1. RangeError on NaN or if a > b.
 */
export function normalProbability(a: number, b: number): number {
  assertNumber(a, 'a');
  assertNumber(b, 'b');
  if (a > b) refuse('a', `be at most b = ${b}`, a);
  const [x, y] = [a / Math.SQRT2, b / Math.SQRT2];
  if (a > 0) return (erfc(x) - erfc(y)) / 2;
  if (b < 0) return (erfc(-y) - erfc(-x)) / 2;
  return (erf(y) - erf(x)) / 2;
}
