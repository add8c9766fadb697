import {
  assertEach,
  assertFiniteNumbers,
  assertLength,
  assertList,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';

/** Power series with complex coefficients, cut off at some power: real and imaginary parts in turn. */
export type Complex = Float64Array;
export type Point = readonly [re: number, im: number];

/** Most coefficients of a series. */
const MOST_POWERS = 1e6;

/** Throws RangeError unless x is a pair of finite numbers. */
export function assertPoint(x: Point, name: string): void {
  assertFiniteNumbers(x, name);
  assertLength(x, name, 2, ', a real and an imaginary part');
}

/** e^(2πi m/order), m = 0, 1, … */
export function rootsOfUnity(order: number): Complex {
  assertWholeNumber(order, 'order', 1, MOST_POWERS);
  return Float64Array.from({ length: 2 * order }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / order;
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
}

/** The product of two series, as far as they go. */
export function product(a: Complex, b: Complex): Complex {
  assertList(a, 'a');
  assertLength(b, 'b', a.length, 'like a');
  if (a.length % 2 > 0) refuse('a', 'be of pairs', a.length);
  const c = new Float64Array(a.length);
  for (let t = 0; t < a.length; t += 2) {
    let re = 0;
    let im = 0;
    for (let n = 0, m = t; n <= t; n += 2, m -= 2) {
      re += a[n] * b[m] - a[n + 1] * b[m + 1];
      im += a[n] * b[m + 1] + a[n + 1] * b[m];
    }
    c[t] = re;
    c[t + 1] = im;
  }
  return c;
}

/** 1, x, x², … */
export function powersOf(x: Point, count: number): Complex {
  assertPoint(x, 'x');
  assertWholeNumber(count, 'count', 1, MOST_POWERS);
  const powers = new Float64Array(2 * count);
  powers[0] = 1;
  for (let n = 2; n < powers.length; n += 2) {
    powers[n] = powers[n - 2] * x[0] - powers[n - 1] * x[1];
    powers[n + 1] = powers[n - 2] * x[1] + powers[n - 1] * x[0];
  }
  return powers;
}

export function times(u: Point, v: Point): Point {
  assertPoint(u, 'u');
  assertPoint(v, 'v');
  return [u[0] * v[0] - u[1] * v[1], u[0] * v[1] + u[1] * v[0]];
}

/** A polynomial times 1 − x z. */
export function timesLinear(polynomial: readonly Point[], x: Point): Point[] {
  assertEach(polynomial, 'polynomial', assertPoint);
  assertPoint(x, 'x');
  return [...polynomial, [0, 0] as const].map(([re, im], i) => {
    const [p, q] = i > 0 ? times(polynomial[i - 1], x) : [0, 0];
    return [re - p, im - q];
  });
}
