import { assertFiniteNumbers, assertWholeNumber } from '#theory/numerics/assert.ts';

/** Most waves: rows of a design. */
const MOST_WAVES = 1e4;

const feature = (j: number, x: number) => (j === 0 ? 1 : (Math.SQRT2 * Math.cos(Math.PI * j * x)) / (Math.PI * j));

/**
 * The first `width` cosines at places in [0, 1], a row for each place: 1, then √2 cos(πjx)/(πj) of j half waves. With these sizes the squared
 * length of the coefficients of f is (∫f)² + ∫f′², so that a short solution is one that moves little. Throws RangeError unless width is a
 * whole number from 1 to 10⁴ and there are places, all finite.
 */
export function cosinesAt(width: number, places: readonly number[]): number[][] {
  assertWholeNumber(width, 'width', 1, MOST_WAVES);
  assertFiniteNumbers(places, 'places');
  return places.map((x) => Array.from({ length: width }, (_, j) => feature(j, x)));
}

/**
 * The dot products of endlessly many such cosines at each of `places` with each of `others`, all in [0, 1], in closed form:
 * 1 + 1/3 − max(x, z) + (x² + z²)/2, from the Fourier series of the Bernoulli polynomial of degree 2. Throws RangeError unless there are some of
 * both, all finite.
 */
export function endlessCosines(places: readonly number[], others: readonly number[]): number[][] {
  assertFiniteNumbers(places, 'places');
  assertFiniteNumbers(others, 'others');
  return places.map((x) => others.map((z) => 4 / 3 - Math.max(x, z) + (x * x + z * z) / 2));
}
