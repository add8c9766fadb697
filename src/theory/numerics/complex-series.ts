/** Power series with complex coefficients, cut off at some power: real and imaginary parts in turn. */
export type Complex = Float64Array;
export type Point = readonly [re: number, im: number];

/** e^(2πi m/order), m = 0, 1, … */
export function rootsOfUnity(order: number): Complex {
  return Float64Array.from({ length: 2 * order }, (_, i) => {
    const angle = (2 * Math.PI * (i >> 1)) / order;
    return i % 2 === 0 ? Math.cos(angle) : Math.sin(angle);
  });
}

/** The product of two series, as far as they go. */
export function product(a: Complex, b: Complex): Complex {
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
  const powers = new Float64Array(2 * count);
  powers[0] = 1;
  for (let n = 2; n < powers.length; n += 2) {
    powers[n] = powers[n - 2] * x[0] - powers[n - 1] * x[1];
    powers[n + 1] = powers[n - 2] * x[1] + powers[n - 1] * x[0];
  }
  return powers;
}

export const times = (u: Point, v: Point): Point => [u[0] * v[0] - u[1] * v[1], u[0] * v[1] + u[1] * v[0]];

/** A polynomial times 1 − x z. */
export const timesLinear = (polynomial: readonly Point[], x: Point): Point[] =>
  [...polynomial, [0, 0] as const].map(([re, im], i) => {
    const [p, q] = i > 0 ? times(polynomial[i - 1], x) : [0, 0];
    return [re - p, im - q];
  });
