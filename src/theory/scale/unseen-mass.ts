import { assertWholeNumber, assertPositive, refuse } from '#theory/numerics/assert.ts';
import { regularizedBeta } from '#theory/numerics/incomplete-beta.ts';
import { hurwitzZeta, logGamma } from '#theory/numerics/special.ts';

/** Up to here skills are added one by one; the others follow from an integral. */
const DIRECT = 400;

function assertExponent(exponent: number): void {
  if (!(Number.isFinite(exponent) && exponent > 1)) refuse('exponent', 'be greater than 1 and finite', exponent);
}

/**
 * Σ_k p_k (1 − p_k)^D for p_k = k^(−s)/ζ(s): how much skills are expected to weigh that none of D independent samples has shown, each
 * sample showing one. The tail is ∫ p (1 − p)^D dk, an incomplete beta function in p, with Euler and Maclaurin's first corrections.
 * Throws RangeError unless s > 1 and D is a whole number. Hutter 2021.
 */
export function expectedUnseenMass(exponent: number, samples: number): number {
  assertExponent(exponent);
  assertWholeNumber(samples, 'samples');
  const scale = 1 / hurwitzZeta(exponent, 1);
  const term = (k: number) => {
    const p = scale * k ** -exponent;
    return p === 1 ? (samples === 0 ? 1 : 0) : p * Math.exp(samples * Math.log1p(-p));
  };
  let sum = 0;
  // Skills that are sure to have been seen add less than a rounding.
  for (let k = DIRECT - 1; k >= 1; k--) {
    const next = term(k);
    sum += next;
    if (next < 1e-20 * sum) break;
  }
  const p = scale * DIRECT ** -exponent;
  const shape = 1 - 1 / exponent;
  const integral = powerLawFactor(exponent, scale) * regularizedBeta(p, shape, samples + 1) * betaRatio(shape, samples);
  const slope = (-exponent / DIRECT) * term(DIRECT) * (1 - (samples * p) / (1 - p));
  return sum + integral + term(DIRECT) / 2 - slope / 12;
}

/** C^(1/s) Γ(1 − 1/s)/s, with C = 1/ζ(s). */
const powerLawFactor = (exponent: number, scale: number) =>
  (scale ** (1 / exponent) / exponent) * Math.exp(logGamma(1 - 1 / exponent));

/** Γ(D + 1)/Γ(D + 1 + shape) = B(shape, D + 1)/Γ(shape), for large D by a series in 1/D. */
function betaRatio(shape: number, samples: number): number {
  const b = samples + 1;
  if (b < 1e4) return Math.exp(logGamma(b) - logGamma(b + shape));
  const stirling = (z: number) => 1 / (12 * z) - 1 / (360 * z ** 3);
  return Math.exp(-shape * Math.log(b) - (b + shape - 0.5) * Math.log1p(shape / b) + shape + stirling(b) - stirling(b + shape)); // prettier-ignore
}

/** C^(1/s) Γ(1 − 1/s)/s · D^(−(1 − 1/s)): what it comes to for many samples. With s = 1 + a the exponent is a/(1 + a). */
export function unseenMassPowerLaw(exponent: number, samples: number): number {
  assertExponent(exponent);
  assertPositive(samples, 'samples');
  return powerLawFactor(exponent, 1 / hurwitzZeta(exponent, 1)) * samples ** -(1 - 1 / exponent);
}
