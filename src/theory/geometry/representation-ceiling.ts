import { assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';

/** The largest log-determinant entropy of embeddings and the number it is divided by, without a unit of their own. */
export interface RepresentationCeiling {
  /** r ln(1 + d/(rε²)), r = min(n, d): attained when the rows are spread evenly over all r directions there are. */
  readonly best: number;
  /** d ln(1 + 1/ε²), which is best only if n ≥ d. */
  readonly normalizer: number;
  /** best/normalizer ≤ 1. With n < d it falls as d grows, however well the embeddings are spread. */
  readonly normalized: number;
}

/**
 * The most that ln det(I + d/(nε²) ZᵀZ) can be for n rows of length 1 in d dimensions. Throws RangeError unless n and d are whole
 * numbers of at least 1 and ε is positive. Ma et al. 2007.
 */
export function representationCeiling(tokens: number, dimension: number, epsilon: number): RepresentationCeiling {
  assertWholeNumber(tokens, 'tokens', 1);
  assertWholeNumber(dimension, 'dimension', 1);
  assertPositive(epsilon, 'epsilon');
  const rank = Math.min(tokens, dimension);
  const best = rank * Math.log1p(dimension / (rank * epsilon ** 2));
  const normalizer = dimension * Math.log1p(1 / epsilon ** 2);
  return { best, normalizer, normalized: best / normalizer };
}
