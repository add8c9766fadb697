import { entropy } from '#theory/measures/entropy.ts';
import { assertProbability } from '#theory/measures/distribution.ts';
import { assertFiniteNumbers, assertLength, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { normalCdf, normalProbability } from '#theory/numerics/error-function.ts';

/** A standard normal number told by the cell that it lies in, and by one value for each cell. */
export interface NormalQuantizer {
  /** Between the cells, rising: one fewer than there are cells. */
  readonly edges: readonly number[];
  readonly chances: readonly number[];
  readonly values: readonly number[];
  /** H of the cell, in nats. */
  readonly entropy: number;
  /** E(X − value)². The number itself has variance 1. */
  readonly error: number;
}

const density = (x: number) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);
/** x φ(x), which is 0 at both ends. */
const moment = (x: number) => (Number.isFinite(x) ? x * density(x) : 0);

function assertRising(list: readonly number[], name: string): void {
  assertFiniteNumbers(list, name);
  list.forEach((at, i) => {
    if (i > 0 && !(at > list[i - 1])) refuse(`${name}[${i}]`, `be above the one before, ${list[i - 1]}`, at);
  });
}

/**
 * Cells between rising edges, with a value for each; without values each has its mean, which has the least squared error for these cells.
 * Throws RangeError unless there are edges, which rise, and there is one value more than there are edges, if any are given.
 */
export function quantizeNormal(edges: readonly number[], values?: readonly number[]): NormalQuantizer {
  assertRising(edges, 'edges');
  if (values !== undefined) {
    assertFiniteNumbers(values, 'values');
    assertLength(values, 'values', edges.length + 1, 'one more than edges');
  }
  const ends = [-Infinity, ...edges, Infinity];
  const cells = ends.slice(1).map((to, i) => ({ from: ends[i], to }));
  const chances = cells.map(({ from, to }) => normalProbability(from, to));
  // ∫ x φ = φ(from) − φ(to), ∫ x² φ = P + from φ(from) − to φ(to).
  const firsts = cells.map(({ from, to }) => density(from) - density(to));
  const chosen = values ?? firsts.map((first, i) => first / chances[i]);
  const error = cells.reduce((total, { from, to }, i) => {
    const second = chances[i] + moment(from) - moment(to);
    return total + second - 2 * chosen[i] * firsts[i] + chosen[i] ** 2 * chances[i];
  }, 0);
  return { edges, chances, values: chosen, entropy: entropy(chances), error };
}

/** Edges in the middle between rising values: the cell of each holds what it is nearest to. */
export function nearestEdges(values: readonly number[]): number[] {
  assertRising(values, 'values');
  return values.slice(1).map((value, i) => (value + values[i]) / 2);
}

/** The number below which a standard normal one lies with probability p; ±∞ at the ends. By bisection to the last digit. */
export function normalQuantile(p: number): number {
  assertProbability(p, 'p');
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  if (p > 0.5) return -normalQuantile(1 - p);
  let [least, most] = [-40, 0];
  for (let halving = 0; halving < 100; halving++) {
    const middle = (least + most) / 2;
    if (normalCdf(middle) < p) least = middle;
    else most = middle;
  }
  return most;
}

const MOST_CELLS = 256;

/** So many cells that are equally likely, each with its mean: log n nats, the most that n cells can tell. */
export function evenQuantizer(cells: number): NormalQuantizer {
  assertWholeNumber(cells, 'cells', 2, MOST_CELLS);
  return quantizeNormal(Array.from({ length: cells - 1 }, (_, i) => normalQuantile((i + 1) / cells)));
}

/**
 * So many cells with the least squared error: each value is the mean of its cell, and each edge in the middle between two values, in turn
 * until nothing moves. For the normal law that fixed point is the best there is. Lloyd 1957, printed 1982; Max 1960.
 */
export function leastSquaresQuantizer(cells: number): NormalQuantizer {
  let found = evenQuantizer(cells);
  for (let round = 0; round < 20_000; round++) {
    const next = quantizeNormal(nearestEdges(found.values));
    const moved = Math.max(...next.edges.map((edge, i) => Math.abs(edge - found.edges[i])));
    found = next;
    if (moved < 1e-12) break;
  }
  return found;
}
