import {
  assertNotNegative,
  assertNotNegativeOrInfinite,
  assertPositive,
  assertRows,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertPrecision, type Precision } from './blahut-arimoto.ts';
import { assertDistribution, assertProbability, assertWeights, normalize, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';

/**
 * R(D) = h(p) − h(D) for D < min(p, 1 − p), else 0, in nats per symbol: the rate that describes tosses of a coin of bias p
 * with a share D of them wrong. Shannon 1959.
 */
export function rateDistortionCoin(p: number, distortion: number): number {
  assertProbability(p, 'p');
  assertProbability(distortion, 'distortion');
  const rarer = Math.min(p, 1 - p);
  if (distortion >= rarer) return 0;
  // h(p) − h(D) = D(D‖p) + (p − D) ln((1 − p)/p): for p ≤ ½ no term is negative, so that no digits are lost near D = p.
  const divergence = relativeEntropy([distortion, 1 - distortion], [rarer, 1 - rarer]);
  return divergence + (rarer - distortion) * Math.log((1 - rarer) / rarer);
}

/**
 * R(D) = max(0, ½ ln σ²/D), in nats per symbol: the rate that describes a normal variable within a mean squared error D.
 * Infinite at D = 0. Shannon 1949.
 */
export function rateDistortionGaussian(variance: number, distortion: number): number {
  assertPositive(variance, 'variance');
  assertNotNegative(distortion, 'distortion');
  return Math.max(0, Math.log(variance / distortion) / 2);
}

/** D(R) = σ² e^(−2R): the least mean squared error at a rate in nats per symbol. Each bit divides it by four. */
export function distortionRateGaussian(variance: number, rate: number): number {
  assertPositive(variance, 'variance');
  assertNotNegativeOrInfinite(rate, 'rate');
  return variance * Math.exp(-2 * rate);
}

/** A point of a rate–distortion curve with the slope −s there, and its proof. */
export interface RateDistortionPoint {
  readonly distortion: number;
  /** I(X;Y) of the reproduction found: this rate suffices for this distortion. Nats per symbol. */
  readonly rate: number;
  /** No rate below this suffices for this distortion, whatever the reproduction. */
  readonly lowerBound: number;
  /** q(y|x), one row for each x. */
  readonly reproduction: readonly (readonly number[])[];
  /** q(y). */
  readonly output: readonly number[];
  readonly iterations: number;
}

/** The reproduction that belongs to an output law q(y), Z_x = Σ_y q(y) e^(−s d), and Σ_x p(x) e^(−s d)/Z_x for each y. */
function reproduce(p: readonly number[], factor: readonly (readonly number[])[], output: readonly number[]) {
  const normalizers = factor.map((row) => sum(row.map((f, y) => output[y] * f)));
  const growth = output.map((_, y) => sum(p.map((px, x) => (px > 0 ? (px * factor[x][y]) / normalizers[x] : 0))));
  return { normalizers, growth };
}

/**
 * The point of R(D) at slope −s (nats per unit of distortion) for a source p and distortions d[x][y] ≥ 0, by alternating
 * q(y|x) ∝ q(y) e^(−s d(x, y)) and q(y) ← Σ p(x) q(y|x). With c(y) = Σ p(x) e^(−s d)/Z_x the rate is at least
 * −sD − Σ p ln Z − ln max c, and every c ≤ 1 at the optimum: the iteration ends when that bound meets the rate. Throws
 * RangeError unless p is a distribution, d has a row for each x with finite entries ≥ 0, and s ≥ 0. Blahut 1972.
 */
export function rateDistortionAtSlope(
  p: readonly number[],
  distortion: readonly (readonly number[])[],
  slope: number,
  precision: Precision = { gap: 1e-13, iterations: 100_000 },
): RateDistortionPoint {
  assertDistribution(p, 'p');
  assertNotNegative(slope, 'slope');
  assertPrecision(precision);
  assertDistortion(distortion, p.length);
  // Taking the least distortion of each row out keeps every Z_x from vanishing; it cancels in q(y|x).
  const least = distortion.map((row) => Math.min(...row));
  const factor = distortion.map((row, x) => row.map((d) => Math.exp(-slope * (d - least[x]))));
  let output = normalize(distortion[0].map(() => 1));
  let iterations = 0;
  for (; ; iterations++) {
    const { normalizers, growth } = reproduce(p, factor, output);
    const reproduction = factor.map((row, x) => row.map((f, y) => (output[y] * f) / normalizers[x]));
    const excess = Math.log(Math.max(...growth));
    const dual = -sum(p.map((px, x) => (px > 0 ? px * (Math.log(normalizers[x]) - slope * least[x]) : 0)));
    // The output law lags one step behind the reproduction: Σ q c ln c is what that adds to the rate.
    const lag = sum(output.map((q, y) => (q > 0 && growth[y] > 0 ? q * growth[y] * Math.log(growth[y]) : 0)));
    if (excess + lag <= precision.gap || iterations === precision.iterations) {
      const meanDistortion = sum(p.map((px, x) => px * sum(reproduction[x].map((q, y) => q * distortion[x][y]))));
      const rate = Math.max(0, -slope * meanDistortion + dual - lag);
      const lowerBound = Math.max(0, -slope * meanDistortion + dual - excess);
      const finalOutput = output.map((q, y) => q * growth[y]);
      return { distortion: meanDistortion, rate, lowerBound, reproduction, output: finalOutput, iterations };
    }
    output = normalize(output.map((q, y) => q * growth[y]));
  }
}

function assertDistortion(distortion: readonly (readonly number[])[], rows: number): void {
  assertRows(distortion, 'distortion', assertWeights);
  if (distortion.length !== rows) refuse('distortion', `have ${rows} rows like p has entries`, distortion.length);
}
