/** What a number can be made of, and products of rows in float64. */

/** A number that a number was made of. */
export interface Term {
  readonly name: string;
  /** What it adds; or in a formula, what goes into it. */
  readonly value: number;
  /** The two numbers whose product it is. */
  readonly factors?: readonly [number, number];
  /** Where the term came from; and where its first or its second factor did, if that is another way. */
  readonly to?: string;
  readonly first?: string;
  readonly second?: string;
}

export interface Made {
  /** Of the network itself, as float32. */
  readonly value: number;
  /** `sum`: the terms add up to it. `formula`: they go into it. `learned`: there are none. */
  readonly by: 'sum' | 'formula' | 'learned';
  readonly terms: readonly Term[];
  /** For a formula, with its numbers. */
  readonly formula?: string;
}

export const show = (x: number) => String(Number(x.toPrecision(4))).replace('-', '−');
export const column = (k: number) => `column ${k + 1}`;

/** x · w over rows of numbers, with the way to each of x. */
export const products = (
  x: ArrayLike<number>,
  w: ArrayLike<number>,
  name: (k: number) => string,
  to: (k: number) => string,
  other: { first?: (k: number) => string; second?: (k: number) => string } = {},
): Term[] =>
  Array.from(x, (a, k) => ({
    name: name(k),
    value: a * w[k],
    factors: [a, w[k]] as const,
    to: to(k),
    ...(other.first && { first: other.first(k) }),
    ...(other.second && { second: other.second(k) }),
  }));

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, x, k) => sum + x * b[k], 0);

/** Σ_k w[k, j] u_k for columns `from` … `to` − 1 of a matrix [d, inner]: what a unit of input j adds along u. */
export function along(w: Float32Array, u: Float64Array, from: number, to: number): Float64Array {
  const inner = w.length / u.length;
  const sums = new Float64Array(to - from);
  for (let k = 0; k < u.length; k++) for (let j = from; j < to; j++) sums[j - from] += w[k * inner + j] * u[k];
  return sums;
}

/** Row `row` of an array of rows of `width` numbers, from column `from` on. */
export const rowOf = (x: Float32Array, row: number, width: number, from = 0, count = width) =>
  x.subarray(row * width + from, row * width + from + count);
