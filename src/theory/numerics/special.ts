import { assertNotNegative, assertPositive as assertFinitePositive, assertWholeNumber, refuse } from './assert.ts';

/** Throws RangeError unless x > 0; it may be infinite. */
function assertPositive(x: number, name: string): void {
  if (typeof x !== 'number' || !(x > 0)) refuse(name, 'be a positive number', x);
}

/** Euler’s constant γ = −ψ(1). */
export const eulerGamma = 0.5772156649015329;

/**
 * Hurwitz zeta Σ_{k≥0} (a + k)^(−s) for s > 1 and a > 0, to 1e-14 of its value: the terms below 12 + 3s one by one, until the rest is
 * rounding, and Euler and Maclaurin's correction for the others (Olver et al. 2010, 25.11), whose terms fall as (s/2πa)². ζ(s) is the
 * value at a = 1. Throws RangeError unless s > 1 and a > 0, both finite.
 */
export function hurwitzZeta(s: number, a: number): number {
  if (!(Number.isFinite(s) && s > 1)) refuse('s', 'be greater than 1 and finite', s);
  assertFinitePositive(a, 'a');
  const first: number[] = [];
  let from = a;
  for (; from < 12 + 3 * s; from++) {
    first.push(from ** -s);
    // The rest is at most an integral, from^(1 − s)/(s − 1).
    if (first[first.length - 1] * (from / (s - 1)) <= 1e-18 * first[0])
      return first.reduceRight((sum, term) => sum + term);
  }
  let tail = from ** (1 - s) / (s - 1) + from ** -s / 2;
  // Bernoulli numbers over factorials times s (s + 1) … of the odd derivatives.
  let rising = s * from ** (-s - 1);
  for (const [j, coefficient] of [1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160].entries()) {
    tail += coefficient * rising;
    rising *= ((s + 2 * j + 1) * (s + 2 * j + 2)) / from ** 2;
  }
  return first.reduceRight((sum, term) => sum + term, tail);
}

/** (−1)ⁿ (ζ(n) − 1)/n, the coefficients of ln Γ(2 + z) from n = 2 on; those after the thirtieth are nothing for |z| ≤ ½. */
const aroundTwo = Array.from({ length: 30 }, (_, i) => ((i % 2 === 0 ? 1 : -1) * hurwitzZeta(i + 2, 2)) / (i + 2));

/** ln Γ(2 + z) for |z| ≤ ½: the factor z keeps the digits beside its zero. */
function logGammaAroundTwo(z: number): number {
  return z * (1 - eulerGamma + z * aroundTwo.reduceRight((sum, coefficient) => coefficient + z * sum, 0));
}

/**
 * ln Γ(x) for x > 0, to 1e-13 of its value everywhere: a series around 2, recurrences to reach it, and Stirling's series from 10 on
 * (Abramowitz and Stegun 6.1.33, 6.1.41). Differences of two large values lose digits: see logRisingFactorial.
 * Throws RangeError unless x > 0.
 */
export function logGamma(x: number): number {
  assertPositive(x, 'x');
  if (x === Infinity) return Infinity;
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  if (x < 1.5) return logGammaAroundTwo(x - 1) - Math.log1p(x - 1);
  if (x < 10) {
    let [argument, product] = [x, 1];
    while (argument > 2.5) product *= --argument;
    return logGammaAroundTwo(argument - 2) + Math.log(product);
  }
  const s = 1 / (x * x);
  const series = 1 / 12 + s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * (1 / 1188 - (s * 691) / 360360))));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x;
}

/**
 * Digamma ψ(x) = d ln Γ(x)/dx for x > 0, to 1e-13 of the larger of its value and 1: the recurrence ψ(x + 1) = ψ(x) + 1/x up to 12, then
 * the asymptotic series (Abramowitz and Stegun 6.3.5, 6.3.18). ψ(n + 1) + γ is the harmonic number of n.
 * Throws RangeError unless x > 0.
 */
export function digamma(x: number): number {
  assertPositive(x, 'x');
  if (x === Infinity) return Infinity;
  let [argument, shift] = [x, 0];
  for (; argument < 12; argument++) shift += 1 / argument;
  const s = 1 / (argument * argument);
  const series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - (s * 691) / 32760)))));
  return Math.log(argument) - 0.5 / argument - series - shift;
}

/**
 * ψ(x + rise) − ψ(x), to 1e-13 of its value also where it is tiny: Σ rise/((x + k)(x + rise + k)) up to 12, then the difference of the
 * asymptotic series term by term. Throws RangeError unless x > 0 and rise ≥ 0, both finite.
 */
export function digammaRise(x: number, rise: number): number {
  assertFinitePositive(x, 'x');
  assertNotNegative(rise, 'rise');
  let [argument, sum] = [x, 0];
  for (; argument < 12; argument++) sum += rise / argument / (argument + rise);
  const [u, v] = [1 / argument, 1 / (argument + rise)];
  const [s, t] = [u * u, v * v];
  const slope = rise * u * v;
  // s^n − t^n = (s − t) Σ s^i t^(n − 1 − i), and s − t = slope (u + v).
  let [powers, quotients, last] = [0, 0, 1];
  for (const coefficient of [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760]) {
    powers = powers * s + last;
    last *= t;
    quotients += coefficient * powers;
  }
  return sum + Math.log1p(rise * u) + slope / 2 + slope * (u + v) * quotients;
}

/** Most factors that are taken one by one. */
const MOST_FACTORS = 1e8;

/**
 * ln of x (x + 1) … (x + n − 1) = ln Γ(x + n) − ln Γ(x), as a sum of n logarithms, so that no digits cancel.
 * Throws RangeError unless x > 0 and n is a whole number from 0 to 10⁸.
 */
export function logRisingFactorial(x: number, n: number): number {
  assertFinitePositive(x, 'x');
  assertWholeNumber(n, 'n', 0, MOST_FACTORS);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(x + i);
  return sum;
}
