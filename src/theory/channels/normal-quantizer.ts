import { assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { normalProbability } from '#theory/numerics/error-function.ts';
import { fixedPoint } from '#theory/numerics/fixed-point.ts';
import { sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';

/** A standard normal number told as the cell in which it lies, and told back as the mean of that cell. */
export interface NormalQuantizer {
  /** Where one cell ends and the next begins, rising. */
  readonly edges: readonly number[];
  /** The mean of each cell. */
  readonly points: readonly number[];
  /** How likely each cell is. */
  readonly chances: readonly number[];
  /** E(X − point)² = 1 − Σ chance · point². */
  readonly distortion: number;
  /** H(cell), nats: what a code for many cells needs for each. */
  readonly entropy: number;
}

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

function quantizerWith(edges: readonly number[]): NormalQuantizer {
  const all = [-Infinity, ...edges, Infinity];
  const spans = all.slice(1).map((to, i) => [all[i], to] as const);
  const chances = spans.map(([from, to]) => normalProbability(from, to));
  const points = spans.map(([from, to], i) => (density(from) - density(to)) / chances[i]);
  const distortion = 1 - sum(points.map((point, i) => chances[i] * point * point));
  return { edges, points, chances, distortion, entropy: entropy(chances) };
}

const MOST_LEVELS = 32;

/**
 * The quantizer of a standard normal number with so many cells that has the least mean squared error: edges halfway between the points,
 * points at the means of their cells. For a log-concave density only one quantizer is so (Fleischer 1964). Throws RangeError
 * unless `levels` is a whole number from 1 to 32. Lloyd 1957, printed 1982; Max 1960.
 */
export function lloydMaxNormal(levels: number): NormalQuantizer {
  assertWholeNumber(levels, 'levels', 1, MOST_LEVELS);
  // Quantiles of a logistic law, wider than the normal one: walls of good quantizers are spread like that (Panter and Dite 1951).
  const start = Array.from({ length: levels - 1 }, (_, i) => 1.9 * Math.atanh((2 * (i + 1)) / levels - 1));
  if (start.length === 0) return quantizerWith([]);
  const halfway = (edges: readonly number[]) => {
    const { points } = quantizerWith(edges);
    return edges.map((_, i) => (points[i] + points[i + 1]) / 2);
  };
  // A few of Lloyd's steps bring the edges near enough for Newton's.
  let edges: readonly number[] = start;
  for (let step = 0; step < 40; step++) edges = halfway(edges);
  const found = fixedPoint(halfway, edges, { tolerance: 1e-13, steps: 60 });
  if (!found) throw new Error(`no quantizer with ${levels} cells was found`);
  return quantizerWith(found);
}

/**
 * The quantizer of a standard normal number with cells of one width, the middle one around 0, told back by their means. The cells
 * beyond eight standard deviations are one on either side. Throws RangeError unless the width is from 0.01 to 16.
 */
export function uniformQuantizerNormal(width: number): NormalQuantizer {
  assertPositive(width, 'width');
  if (width < 0.01 || width > 16) refuse('width', 'be between 0.01 and 16', width);
  const half = Math.max(1, Math.ceil(8 / width - 0.5));
  return quantizerWith(Array.from({ length: 2 * half }, (_, i) => (i - half + 0.5) * width));
}
