import { assertWeights, sum } from '#theory/measures/distribution.ts';
import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { choleskyFactor, solveLower } from '#theory/numerics/matrix.ts';
import { drawNormal } from './samplers.ts';
import { uniforms } from './random.ts';

/** Vectors, or coordinates, at most. */
const most = 4096;

/** n vectors of d independent standard normal coordinates: a cloud that nobody has trained. Equal arguments give equal vectors. */
export function normalRows(n: number, d: number, seed: number): number[][] {
  assertWholeNumber(n, 'n', 1, most);
  assertWholeNumber(d, 'd', 1, most);
  const next = uniforms(seed, n, d);
  return Array.from({ length: n }, () => Array.from({ length: d }, () => drawNormal(next)));
}

/**
 * n vectors with mean zero of which ZᵀZ/n is diagonal with just these eigenvalues: normal ones, made exact by L⁻¹ of their own second
 * moments L Lᵀ. Throws RangeError unless there are more vectors than eigenvalues, which are at least 0.
 */
export function rowsOfSpectrum(eigenvalues: readonly number[], n: number, seed: number): number[][] {
  assertWeights(eigenvalues, 'eigenvalues');
  const d = eigenvalues.length;
  assertWholeNumber(n, 'n', d + 1, most);
  const rows = normalRows(n, d, seed);
  const mean = eigenvalues.map((_, j) => sum(rows.map((row) => row[j])) / n);
  const centered = rows.map((row) => row.map((value, j) => value - mean[j]));
  const moments = mean.map((_, i) => mean.map((_, j) => sum(centered.map((row) => row[i] * row[j])) / n));
  const factor = choleskyFactor(moments);
  return centered.map((row) => solveLower(factor, row).map((value, i) => value * Math.sqrt(eigenvalues[i])));
}
