import { assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertWeights, normalize, sum } from '#theory/measures/distribution.ts';
import { entropy } from '#theory/measures/entropy.ts';
import type { Matrix } from '#theory/numerics/matrix.ts';
import { singularValues } from '#theory/numerics/singular-values.ts';

/*
 * How n token vectors of d coordinates fill their space, all from the spectrum of the matrix Z whose rows they are. In nats. None of
 * these is the Shannon entropy of the text: they change with the scale of the vectors, which text does not have.
 */

/** Eigenvalues of ZᵀZ/n, from large to small, one for each of the d coordinates; their sum is the mean squared length. */
export function representationSpectrum(tokens: Matrix): number[] {
  const roots = singularValues(tokens, 'tokens');
  return tokens[0].map((_, i) => (i < roots.length ? roots[i] ** 2 / tokens.length : 0));
}

/**
 * Von Neumann entropy −Σ p ln p of the eigenvalues divided by their sum, in nats: between 0 (all vectors on one line) and
 * ln d (spread evenly). Throws RangeError unless they are at least 0 and not all 0. Von Neumann 1927.
 */
export function vonNeumannEntropy(eigenvalues: readonly number[]): number {
  return entropy(normalize(eigenvalues, 'eigenvalues'));
}

/** e^S of the von Neumann entropy S: as many directions, evenly used, would have it. */
export function effectiveRank(eigenvalues: readonly number[]): number {
  return Math.exp(vonNeumannEntropy(eigenvalues));
}

/** The same of the singular values, roots of the eigenvalues, which counts weak directions for more. Roy and Vetterli 2007. */
export function effectiveRankOfSingularValues(values: readonly number[]): number {
  return Math.exp(entropy(normalize(values, 'values')));
}

/** (Σλ)²/Σλ², the number of directions by the Rényi entropy of order 2. */
export function participationRatio(eigenvalues: readonly number[]): number {
  const p = normalize(eigenvalues, 'eigenvalues');
  return 1 / sum(p.map((value) => value * value));
}

/** Σλ/max λ = ‖Z‖_F²/‖Z‖₂², which no small eigenvalue can change much. At most the rank. */
export function stableRank(eigenvalues: readonly number[]): number {
  return 1 / Math.max(...normalize(eigenvalues, 'eigenvalues'));
}

/** ln det(I + (d/ε²) ZᵀZ/n) of the spectrum. */
function logDeterminant(eigenvalues: readonly number[], precision: number): number {
  assertWeights(eigenvalues, 'eigenvalues');
  assertPositive(precision, 'precision');
  return sum(eigenvalues.map((value) => Math.log1p((eigenvalues.length * value) / precision ** 2)));
}

/**
 * Coding rate ½ ln det(I + d/(nε²) ZᵀZ), in nats for each vector: what a vector of a normal cloud shares with itself plus white noise of
 * mean squared length ε². Never less than the rate that such a cloud needs at mean squared error ε², and near it for small ε. It depends on ε and on the scale of the vectors. Ma, Derksen, Hong and Wright 2007.
 */
export function codingRate(eigenvalues: readonly number[], precision: number): number {
  return logDeterminant(eigenvalues, precision) / 2;
}

/** Coding length (n + d)/2 · ln det(I + d/(nε²) ZᵀZ), in nats for all n vectors and the directions they lie in. Ma et al. 2007. */
export function codingLength(eigenvalues: readonly number[], count: number, precision: number): number {
  assertWholeNumber(count, 'count', 1);
  assertWeights(eigenvalues, 'eigenvalues');
  return (count + eigenvalues.length) * codingRate(eigenvalues, precision);
}

/**
 * The coding rate divided by what it would be with the same mean squared length and all eigenvalues equal,
 * (d/2) ln(1 + Σλ/ε²): between 0 and 1. 1 cannot be reached with fewer vectors than coordinates: see representationCeiling.
 */
export function normalizedCodingRate(eigenvalues: readonly number[], precision: number): number {
  const value = logDeterminant(eigenvalues, precision);
  const most = eigenvalues.length * Math.log1p(sum(eigenvalues) / precision ** 2);
  if (most === 0) refuse('eigenvalues', 'not all be 0', most);
  return value / most;
}
