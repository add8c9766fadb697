/** LayerNorm, what it makes of a direction, and GELU: one row at a time, in float64. */
import { assertFiniteNumber, assertFiniteNumbers, assertLength } from '#theory/numerics/assert.ts';

type Numbers = ArrayLike<number>;

/** What is added to the variance, so that a constant row has a scale as well. */
const EPSILON = 1e-5;

/**
 * The mean of a row and the scale 1/√(variance + 10⁻⁵): LayerNorm without a bias is (x − mean) · scale · gain (Ba, Kiros, Hinton 2016).
 * Throws RangeError unless all are finite.
 */
export function layerNormOf(row: Numbers): { readonly mean: number; readonly scale: number } {
  assertFiniteNumbers(row, 'row');
  let mean = 0;
  for (let k = 0; k < row.length; k++) mean += row[k] / row.length;
  let variance = 0;
  for (let k = 0; k < row.length; k++) variance += (row[k] - mean) ** 2 / row.length;
  return { mean, scale: 1 / Math.sqrt(variance + EPSILON) };
}

/**
 * The direction u of the residual stream with x · u = LayerNorm(x) · weights for this row x: scale · (c − mean of c) with c = gain · weights,
 * number by number. With the scale held at that of the row it is linear: what each part that was added to x adds to the product is its own
 * product with u (Elhage et al. 2021). Throws RangeError unless the lists are of one length and finite.
 */
export function directionThroughNorm(row: Numbers, gain: Numbers, weights: Numbers): Float64Array {
  const { scale } = layerNormOf(row);
  assertFiniteNumbers(gain, 'gain');
  assertFiniteNumbers(weights, 'weights');
  assertLength(gain, 'gain', row.length, 'like row');
  assertLength(weights, 'weights', row.length, 'like row');
  const direction = Float64Array.from(gain, (g, k) => g * weights[k]);
  const mean = direction.reduce((sum, c) => sum + c, 0) / row.length;
  return direction.map((c) => scale * (c - mean));
}

/** GELU in its tanh form, ½x(1 + tanh(√(2/π)(x + 0.044715x³))) (Hendrycks and Gimpel 2016). Throws RangeError unless x is finite. */
export function gelu(x: number): number {
  assertFiniteNumber(x, 'x');
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
}
