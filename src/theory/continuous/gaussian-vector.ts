import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertLength,
  assertObject,
  shown,
} from '#theory/numerics/assert.ts';
import { sum } from '#theory/measures/distribution.ts';
import { differentialEntropyGaussian } from './gaussian.ts';
import {
  choleskyFactor,
  logDeterminantOfFactor,
  multiply,
  solveLower,
  symmetricEigenvalues,
  type Matrix,
} from '#theory/numerics/matrix.ts';

/** A normal law on vectors. The covariance is symmetric and positive definite. */
export interface GaussianVector {
  readonly mean: readonly number[];
  readonly covariance: Matrix;
}

function assertMean({ mean, covariance }: GaussianVector, name: string): void {
  assertLength(mean, `${name}.mean`, covariance.length, 'like covariance has rows');
  assertFiniteNumbers(mean, `${name}.mean`);
}

/** The Cholesky factors of both covariances. Throws RangeError unless p and q are normal laws in one dimension. */
function factorsOf(p: GaussianVector, q: GaussianVector): { factorP: number[][]; factorQ: number[][] } {
  assertObject(p, 'p');
  assertObject(q, 'q');
  const factorP = choleskyFactor(p.covariance, 'p.covariance');
  const factorQ = choleskyFactor(q.covariance, 'q.covariance');
  assertMean(p, 'p');
  assertMean(q, 'q');
  if (p.mean.length !== q.mean.length) {
    throw new RangeError(`p and q must have one dimension, got ${p.mean.length} and ${q.mean.length}`);
  }
  return { factorP, factorQ };
}

/** Differential entropy ½ ln det 2πe Σ, in nats. Throws RangeError unless the covariance is positive definite. */
export function differentialEntropyGaussianVector(covariance: Matrix): number {
  const factor = choleskyFactor(covariance, 'covariance');
  return sum(factor.map((row, i) => differentialEntropyGaussian(row[i])));
}

/** D(p‖q) = ½[tr Σ_q⁻¹Σ_p + Δᵀ Σ_q⁻¹ Δ − n + ln det Σ_q/det Σ_p] with Δ = μ_p − μ_q, in nats. */
export function relativeEntropyGaussianVector(p: GaussianVector, q: GaussianVector): number {
  const { factorP, factorQ } = factorsOf(p, q);
  const squaredNorm = (x: readonly number[]) => sum(x.map((xi) => xi * xi));
  const trace = sum(
    factorP.map((_, j) =>
      squaredNorm(
        solveLower(
          factorQ,
          factorP.map((row) => row[j]),
        ),
      ),
    ),
  );
  const shift = squaredNorm(
    solveLower(
      factorQ,
      p.mean.map((m, i) => m - q.mean[i]),
    ),
  );
  const logRatio = logDeterminantOfFactor(factorQ) - logDeterminantOfFactor(factorP);
  return Math.max(0, (trace + shift - p.mean.length + logRatio) / 2);
}

/**
 * Squared Bures distance tr Σ_p + tr Σ_q − 2 tr (Σ_p^½ Σ_q Σ_p^½)^½ of two covariances. With Σ_p = L Lᵀ the eigenvalues under
 * the root are those of Lᵀ Σ_q L. Bures 1969.
 */
export function buresSquared(p: Matrix, q: Matrix): number {
  const factor = choleskyFactor(p, 'p');
  choleskyFactor(q, 'q');
  if (p.length !== q.length) throw new RangeError(`p and q must have one size, got ${p.length} and ${q.length}`);
  const turned = factor[0].map((_, j) => factor.map((row) => row[j]));
  const product = multiply(turned, multiply(q, factor));
  const symmetric = product.map((row, i) => row.map((value, j) => (value + product[j][i]) / 2));
  const roots = symmetricEigenvalues(symmetric).map((value) => Math.sqrt(Math.max(0, value)));
  const trace = (m: Matrix) => sum(m.map((row, i) => row[i]));
  return Math.max(0, trace(p) + trace(q) - 2 * sum(roots));
}

/** Squared Wasserstein-2 distance |μ_p − μ_q|² + Bures²(Σ_p, Σ_q). Dowson and Landau 1982. */
export function wasserstein2SquaredGaussianVector(p: GaussianVector, q: GaussianVector): number {
  factorsOf(p, q);
  return sum(p.mean.map((m, i) => (m - q.mean[i]) ** 2)) + buresSquared(p.covariance, q.covariance);
}

/** Rows and columns of the covariance that belong to some of the coordinates. */
function part(covariance: Matrix, coordinates: readonly number[]): number[][] {
  return coordinates.map((i) => coordinates.map((j) => covariance[i][j]));
}

/** Total correlation Σ h(X_i) − h(X) = ½ ln Π Σ_ii/det Σ ≥ 0, in nats. Watanabe 1960. */
export function totalCorrelationGaussian(covariance: Matrix): number {
  const logDeterminant = logDeterminantOfFactor(choleskyFactor(covariance, 'covariance'));
  return Math.max(0, (sum(covariance.map((row, i) => Math.log(row[i]))) - logDeterminant) / 2);
}

/**
 * I between some coordinates of a normal vector and all others, ½ ln det Σ_A det Σ_B/det Σ, in nats. Throws RangeError unless
 * the coordinates are different, at least one, and not all.
 */
export function informationBetweenCoordinates(covariance: Matrix, coordinates: readonly number[]): number {
  const whole = choleskyFactor(covariance, 'covariance');
  assertEach(coordinates, 'coordinates', (i, name) => assertIndex(i, name, covariance.length));
  const others = covariance.map((_, i) => i).filter((i) => !coordinates.includes(i));
  const valid = coordinates.every((i) => Number.isInteger(i) && i >= 0 && i < covariance.length);
  if (
    !valid ||
    coordinates.length === 0 ||
    others.length + coordinates.length !== covariance.length ||
    !others.length
  ) {
    throw new RangeError(
      `coordinates must be some but not all of 0 to ${covariance.length - 1}, got ${shown(coordinates)}`,
    );
  }
  const logDeterminant = (own: readonly number[]) => logDeterminantOfFactor(choleskyFactor(part(covariance, own)));
  return Math.max(0, (logDeterminant(coordinates) + logDeterminant(others) - logDeterminantOfFactor(whole)) / 2);
}
