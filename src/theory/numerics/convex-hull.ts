import { assertEach, assertFiniteNumbers } from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';

type Point = readonly number[];

const MOST_POINTS = 12;

/** Squares below this are rounding: points are laws, with entries of order one. */
const ROUNDING = 1e-24;

const minus = (a: Point, b: Point) => a.map((value, i) => value - b[i]);
const dot = (a: Point, b: Point) => sum(a.map((value, i) => value * b[i]));

/**
 * Euclidean distance of a point from the convex hull of others, 0 inside. By Carathéodory the nearest point is a mean of affinely
 * independent ones, and it is the projection on their plane: so all sets of points are tried and those kept whose projection
 * has no negative weight. O(2ⁿ): throws RangeError for more than 12 points, for none, and where the dimensions differ.
 */
export function distanceFromHull(point: Point, others: readonly Point[]): number {
  assertFiniteNumbers(point, 'point');
  assertEach(others, 'others', assertFiniteNumbers);
  if (others.length === 0 || others.length > MOST_POINTS) {
    throw new RangeError(`others must be 1 to ${MOST_POINTS} points, got ${others.length}`);
  }
  others.forEach((other, i) => {
    if (other.length !== point.length) {
      throw new RangeError(`others[${i}] must have ${point.length} coordinates like point, got ${other.length}`);
    }
  });
  let least = Infinity;
  for (let set = 1; set < 2 ** others.length; set++) {
    const corners = others.filter((_, i) => (set >> i) & 1);
    least = Math.min(least, distanceFromCorners(point, corners));
  }
  return least < Math.sqrt(ROUNDING) ? 0 : least;
}

/** Distance of the point from its projection on the plane through the corners; infinite if that lies outside or there is no plane. */
function distanceFromCorners(point: Point, [origin, ...rest]: readonly Point[]): number {
  const target = minus(point, origin);
  if (rest.length === 0) return Math.sqrt(dot(target, target));
  const edges = rest.map((corner) => minus(corner, origin));
  const basis = orthonormal(edges);
  if (!basis) return Infinity;
  const along = basis.map((direction) => dot(direction, target));
  // Weights of the corners: solve (edge · direction) for the projection, triangular because the basis grew edge by edge.
  const weights = along.map(() => 0);
  for (let i = edges.length - 1; i >= 0; i--) {
    const known = sum(weights.map((w, k) => (k > i ? w * dot(edges[k], basis[i]) : 0)));
    weights[i] = (along[i] - known) / dot(edges[i], basis[i]);
  }
  if (weights.some((w) => w < -1e-12) || sum(weights) > 1 + 1e-12) return Infinity;
  const left = target.map((value, c) => value - sum(basis.map((direction, i) => direction[c] * along[i])));
  return Math.sqrt(dot(left, left));
}

/** Gram and Schmidt, twice over for its digits; null if the vectors depend on each other. */
function orthonormal(vectors: readonly Point[]): Point[] | null {
  const basis: Point[] = [];
  for (const vector of vectors) {
    let rest = vector;
    for (const direction of [...basis, ...basis]) {
      const share = dot(rest, direction);
      rest = rest.map((value, c) => value - share * direction[c]);
    }
    const square = dot(rest, rest);
    if (square <= 1e-20 * dot(vector, vector) || square === 0) return null;
    basis.push(rest.map((value) => value / Math.sqrt(square)));
  }
  return basis;
}
