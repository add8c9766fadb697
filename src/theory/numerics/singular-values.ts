import { assertMatrix, type Matrix } from './matrix.ts';

const SWEEPS = 60;

const dot = (a: Float64Array, b: Float64Array) => {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += a[i] * b[i];
  return total;
};

function rotate(u: Float64Array, v: Float64Array, c: number, s: number): void {
  for (let i = 0; i < u.length; i++) {
    const a = u[i];
    const b = v[i];
    u[i] = c * a - s * b;
    v[i] = s * a + c * b;
  }
}

/** Rotations that make all pairs of vectors orthogonal, in place; the companions take part in them. One-sided Jacobi, Hestenes 1958. */
function orthogonalize(vectors: readonly Float64Array[], companions?: readonly Float64Array[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < vectors.length; p++) {
      for (let q = p + 1; q < vectors.length; q++) {
        const [u, v] = [vectors[p], vectors[q]];
        const [uu, vv, uv] = [dot(u, u), dot(v, v), dot(u, v)];
        if (Math.abs(uv) <= 1e-16 * Math.sqrt(uu) * Math.sqrt(vv)) continue;
        rotated = true;
        const theta = (vv - uu) / (2 * uv);
        // Where θ² overflows, t is 0, as it should be.
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(u, v, c, c * t);
        if (companions) rotate(companions[p], companions[q], c, c * t);
      }
    }
    if (!rotated) return;
  }
}

/** The rows, or the columns, whichever are fewer. */
const shorter = (matrix: Matrix) =>
  matrix.length >= matrix[0].length
    ? matrix[0].map((_, j) => Float64Array.from(matrix, (row) => row[j]))
    : matrix.map((row) => Float64Array.from(row));

const lengthOf = (vector: Float64Array) => Math.sqrt(dot(vector, vector));

/**
 * Singular values of a matrix, from large to small, as many as its shorter side is long. Rotations make pairs of columns
 * orthogonal until all are; what is left of a column is its singular value. Small ones keep their digits, which the roots
 * of the eigenvalues of AᵀA lose. One-sided Jacobi, Hestenes 1958. Throws RangeError unless the entries are finite.
 */
export function singularValues(matrix: Matrix, name = 'matrix'): number[] {
  assertMatrix(matrix, name);
  const vectors = shorter(matrix);
  orthogonalize(vectors);
  return vectors.map(lengthOf).sort((a, b) => b - a);
}

/**
 * Orthonormal directions, or zeros, of which the vectors are sums, and the coefficients of these sums: vectors as long as there are vectors.
 * Gram and Schmidt, each done twice, which is enough (Kahan; Giraud and others 2005).
 */
function triangular(vectors: readonly Float64Array[]): { directions: Float64Array[]; sums: Float64Array[] } {
  const directions: Float64Array[] = [];
  const sums = vectors.map((vector, i) => {
    const rest = Float64Array.from(vector);
    const row = new Float64Array(vectors.length);
    const whole = lengthOf(rest);
    for (let pass = 0; pass < 2; pass++)
      for (const [j, direction] of directions.entries()) {
        const along = dot(direction, rest);
        row[j] += along;
        for (let k = 0; k < rest.length; k++) rest[k] -= along * direction[k];
      }
    const left = lengthOf(rest);
    // What is left of a sum of those before is rounding.
    if (left > 1e-15 * whole) row[i] = left;
    directions.push(row[i] > 0 ? rest.map((x) => x / left) : rest.fill(0));
    return row;
  });
  return { directions, sums };
}

/** A singular value s with its directions of length 1: matrix · right = s · left. */
export interface SingularTriple {
  readonly value: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/**
 * Singular values from large to small with their directions: matrix = Σ s · left · rightᵀ. Of a value of 0 the direction on the longer side
 * is all zeros, for no sum asks for it. Throws RangeError unless the entries are finite.
 */
export function singularSystem(matrix: Matrix, name = 'matrix'): SingularTriple[] {
  assertMatrix(matrix, name);
  const tall = matrix.length >= matrix[0].length;
  const { directions, sums } = triangular(shorter(matrix));
  const turns = sums.map((_, i) => Float64Array.from(sums, (_, j) => (i === j ? 1 : 0)));
  orthogonalize(sums, turns);
  return sums
    .map((vector, i) => {
      const value = lengthOf(vector);
      const long = new Float64Array(directions[0].length);
      if (value > 0)
        directions.forEach((direction, j) => direction.forEach((x, k) => (long[k] += (vector[j] / value) * x)));
      return { value, left: tall ? long : turns[i], right: tall ? turns[i] : long };
    })
    .sort((a, b) => b.value - a.value);
}
