import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertLength,
  assertRows,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { ranksOf } from './rank-correlation.ts';

/*
 * How far the distances of n objects follow other distances of the same objects. A list of distances has an entry for each of the
 * n(n − 1)/2 pairs, in the order (0, 1), (0, 2), …, (1, 2), …. Pairs share objects and are not independent: what could be by chance is seen by
 * renaming objects, not pairs.
 */

export interface DistanceCorrelation {
  /** −1 … 1, of the ranks; 0 where one of the two does not vary. */
  readonly correlation: number;
  /** By the jackknife: each object left out once. */
  readonly standardError: number;
  /** Root mean square of the correlation when the objects of one list are renamed; Mantel 1967. */
  readonly byChance: number;
}

/** Place of the pair i, j in a list of distances of n objects. Throws RangeError unless both are objects, and different. */
export function placeOfPair(i: number, j: number, n: number): number {
  assertWholeNumber(n, 'n', 2);
  assertIndex(i, 'i', n);
  assertIndex(j, 'j', n);
  if (i === j) refuse('j', 'be another object than i', j);
  const [a, b] = [Math.min(i, j), Math.max(i, j)];
  return a * n - (a * (a + 1)) / 2 + b - a - 1;
}

/** Less the mean, and divided by the length; all 0 where nothing varies but by rounding. */
function standardized(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.hypot(...values.map((value) => value - mean));
  return values.map((value) => (length > 1e-9 ? (value - mean) / length : 0));
}

const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, value, i) => sum + value * y[i], 0);

/** Standardized ranks, less what is linear in those that are held fixed. */
function score(values: readonly number[], held?: readonly number[]): number[] {
  const own = standardized(ranksOf(values));
  if (held === undefined) return own;
  const fixed = standardized(ranksOf(held));
  const share = dot(own, fixed);
  // What is left of a rank that is the held one itself is rounding.
  return share * share > 1 - 1e-12 ? own.map(() => 0) : standardized(own.map((value, i) => value - share * fixed[i]));
}

/**
 * Spearman's correlation of two lists of distances of n objects, or with a third list the partial one: of what is left of the ranks when those of
 * `held` are taken off by least squares. `renamings` are permutations of 0 … n − 1. Throws RangeError on fewer than 4 objects, on
 * lists of other lengths, and on what is no permutation. Mantel 1967; Smouse, Long and Sokal 1986.
 */
export function correlationOfDistances(
  n: number,
  x: readonly number[],
  y: readonly number[],
  renamings: readonly (readonly number[])[],
  held?: readonly number[],
): DistanceCorrelation {
  assertWholeNumber(n, 'n', 4, 1000);
  const lists = { x, y, ...(held !== undefined && { held }) };
  for (const [name, list] of Object.entries(lists)) {
    assertFiniteNumbers(list, name);
    assertLength(list, name, (n * (n - 1)) / 2, 'like there are pairs');
  }
  assertRows(renamings, 'renamings', (row, name) => {
    assertEach(row, name, (value, at) => assertIndex(value, at, n));
    assertLength(row, name, n, 'like there are objects');
    if (new Set(row).size < n) refuse(name, 'be a permutation', row.join(', '));
  });
  const pairs = Array.from({ length: n }, (_, i) => i).flatMap((i) =>
    Array.from({ length: n - 1 - i }, (_, k) => [i, i + 1 + k] as const),
  );
  const [a, b] = [score(x, held), score(y, held)];
  const places = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : placeOfPair(i, j, n))),
  );
  const chance = renamings.map((to) => pairs.reduce((sum, [i, j], p) => sum + a[p] * b[places[to[i]][to[j]]], 0) ** 2);
  const without = Array.from({ length: n }, (_, left) => {
    const kept = (list: readonly number[]) => list.filter((_, p) => !pairs[p].includes(left));
    return dot(score(kept(x), held && kept(held)), score(kept(y), held && kept(held)));
  });
  const middle = without.reduce((sum, r) => sum + r, 0) / n;
  return {
    correlation: Math.min(1, Math.max(-1, dot(a, b))),
    standardError: Math.sqrt((without.reduce((sum, r) => sum + (r - middle) ** 2, 0) * (n - 1)) / n),
    byChance: Math.sqrt(chance.reduce((sum, square) => sum + square, 0) / chance.length),
  };
}
