import { assertBetween, assertFiniteNumber, assertObject, assertPositive, refuse } from '#theory/numerics/assert.ts';
import { excessOverLog1p } from '#theory/measures/near-equal.ts';

/** ln 2πe: twice the differential entropy of the standard normal law, in nats. */
const LN_TWO_PI_E = Math.log(2 * Math.PI) + 1;

/** A normal law on the line. The standard deviation is positive. */
export interface Gaussian {
  readonly mean: number;
  readonly deviation: number;
}

/** Throws RangeError unless the mean is finite and the standard deviation positive and finite. */
export function assertGaussian(law: Gaussian, name = 'law'): void {
  assertObject(law, name);
  assertFiniteNumber(law.mean, `${name}.mean`);
  assertPositive(law.deviation, `${name}.deviation`);
}

/** ln of the density −½((x − μ)/σ)² − ln σ√(2π). */
export function logDensityGaussian(law: Gaussian, x: number): number {
  assertGaussian(law, 'law');
  assertFiniteNumber(x, 'x');
  const { mean, deviation } = law;
  return -0.5 * ((x - mean) / deviation) ** 2 - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
}

/** Differential entropy ½ ln 2πe σ², in nats: the largest of all laws with this variance. Shannon 1948. */
export function differentialEntropyGaussian(deviation: number): number {
  assertPositive(deviation, 'deviation');
  return LN_TWO_PI_E / 2 + Math.log(deviation);
}

/**
 * D(p‖q) = ln(σ_q/σ_p) + (σ_p² + (μ_p − μ_q)²)/(2σ_q²) − ½, in nats, of two normal laws. Not symmetric: a wide p pays for a
 * narrow q much more than the other way round.
 */
export function relativeEntropyGaussian(p: Gaussian, q: Gaussian): number {
  assertGaussian(p, 'p');
  assertGaussian(q, 'q');
  // σ_p/σ_q = 1 + more, in which what is linear cancels: nearly equal laws keep their digits.
  const more = (p.deviation - q.deviation) / q.deviation;
  const shift = (p.mean - q.mean) / q.deviation;
  return (more * more) / 2 + excessOverLog1p(more) + (shift * shift) / 2;
}

/** Wasserstein-2 distance √((μ_p − μ_q)² + (σ_p − σ_q)²), in the unit of the variable. */
export function wasserstein2Gaussian(p: Gaussian, q: Gaussian): number {
  assertGaussian(p, 'p');
  assertGaussian(q, 'q');
  return Math.hypot(p.mean - q.mean, p.deviation - q.deviation);
}

/** Squared Hellinger distance 1 − √(2σ_pσ_q/(σ_p² + σ_q²)) e^(−(μ_p − μ_q)²/(4(σ_p² + σ_q²))), between 0 and 1. */
export function hellingerSquaredGaussian(p: Gaussian, q: Gaussian): number {
  assertGaussian(p, 'p');
  assertGaussian(q, 'q');
  const total = p.deviation ** 2 + q.deviation ** 2;
  // 2σ_pσ_q = σ_p² + σ_q² − (σ_p − σ_q)².
  const logOverlap =
    0.5 * Math.log1p(-((p.deviation - q.deviation) ** 2) / total) - (p.mean - q.mean) ** 2 / (4 * total);
  return Math.max(0, -Math.expm1(logOverlap));
}

/** I(X;Y) = −½ ln(1 − ρ²), in nats, of two jointly normal variables with correlation ρ; infinite at ρ = ±1. */
export function mutualInformationGaussian(correlation: number): number {
  assertBetween(correlation, 'correlation', -1, 1);
  const r = Math.abs(correlation);
  // 1 − |ρ| is exact near 1, where ρ² is not.
  return r < 0.5 ? -0.5 * Math.log1p(-r * r) + 0 : -0.5 * (Math.log(1 - r) + Math.log1p(r));
}

/**
 * ln p(x, y)/p(x) p(y) in nats of two standard normal variables with correlation ρ: what a pair of values tells. Its mean is their mutual
 * information. −1 < ρ < 1.
 */
export function pointwiseInformationGaussian(correlation: number, x: number, y: number): number {
  assertBetween(correlation, 'correlation', -1, 1);
  if (Math.abs(correlation) === 1) refuse('correlation', 'be between −1 and 1, both excluded', correlation);
  assertFiniteNumber(x, 'x');
  assertFiniteNumber(y, 'y');
  const rest = (1 - correlation) * (1 + correlation);
  return (
    (correlation * (2 * x * y - correlation * (x * x + y * y))) / (2 * rest) + mutualInformationGaussian(correlation)
  );
}
