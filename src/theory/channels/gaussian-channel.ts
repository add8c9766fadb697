import {
  assertEach,
  assertNotEmpty,
  assertNotNegative,
  assertNotNegativeOrInfinite,
  assertPositive,
} from '#theory/numerics/assert.ts';
import { assertWeights, sum } from '#theory/measures/distribution.ts';
import { expectationUnderNormal } from '#theory/numerics/quadrature.ts';

/**
 * Capacity ½ ln(1 + P/N) of the channel Y = X + noise with normal noise of power N and inputs of mean power at most P,
 * in nats per use. A normal input attains it. `signalToNoise` is P/N, not in decibels. Shannon 1948.
 */
export function capacityGaussian(signalToNoise: number): number {
  assertNotNegativeOrInfinite(signalToNoise, 'signalToNoise');
  return Math.log1p(signalToNoise) / 2;
}

/** ln(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * I(X;Y) in nats if the input of the Gaussian channel can only be +a or −a with equal probability (binary phase-shift
 * keying), a² = P/N: E[ln 2 − ln(1 + e^(−2aY))] for Y ~ N(a, 1). At most ln 2, however strong the signal.
 */
export function informationBinaryInputGaussian(signalToNoise: number): number {
  assertNotNegative(signalToNoise, 'signalToNoise');
  const a = Math.sqrt(signalToNoise);
  return Math.max(
    0,
    expectationUnderNormal((z) => Math.LN2 - softplus(-2 * a * (a + z))),
  );
}

/** How a total power is best spread over parallel channels. */
export interface WaterFilling {
  /** Noise plus power in every channel that gets any. */
  readonly waterLevel: number;
  readonly powers: readonly number[];
  /** Σ ½ ln(1 + P_i/N_i), in nats per joint use. */
  readonly capacity: number;
}

/**
 * Capacity of parallel Gaussian channels with noise powers N_i and a total power: P_i = max(0, ν − N_i), as if water were
 * poured over the noise; the level ν is where the powers add up. The channels that are under water are the quietest
 * ones, so that ν = (total + Σ N_i)/m for the largest m with ν above the m-th noise. Throws RangeError on noise that is
 * not positive or power that is negative. Shannon 1949; Cover and Thomas, theorem 9.4.1.
 */
export function waterFilling(noise: readonly number[], totalPower: number): WaterFilling {
  assertNotEmpty(noise, 'noise');
  assertEach(noise, 'noise', assertPositive);
  assertNotNegative(totalPower, 'totalPower');
  const quietestFirst = [...noise].sort((a, b) => a - b);
  let waterLevel = 0;
  for (let m = 1; m <= noise.length; m++) {
    const level = (totalPower + sum(quietestFirst.slice(0, m))) / m;
    if (m === 1 || level > quietestFirst[m - 1]) waterLevel = level;
  }
  const powers = noise.map((n) => Math.max(0, waterLevel - n));
  return { waterLevel, powers, capacity: sum(powers.map((p, i) => capacityGaussian(p / noise[i]))) };
}

/** How a total distortion is best spread over independent normal sources. */
export interface ReverseWaterFilling {
  /** The distortion of every source whose variance exceeds it. */
  readonly waterLevel: number;
  readonly distortions: readonly number[];
  /** Σ ½ ln(σ_i²/D_i), in nats for one symbol of every source. */
  readonly rate: number;
}

/**
 * Rate that describes independent normal sources within a total mean squared error: D_i = min(λ, σ_i²), so that a
 * source with less variance than the level gets no bits at all. Rate ∞ at distortion 0. Throws RangeError on a negative
 * variance or distortion. Kolmogorov 1956; Cover and Thomas, theorem 10.3.3.
 */
export function reverseWaterFilling(variances: readonly number[], totalDistortion: number): ReverseWaterFilling {
  assertWeights(variances, 'variances');
  assertNotNegative(totalDistortion, 'totalDistortion');
  const smallestFirst = [...variances].sort((a, b) => a - b);
  // Sources below the level keep their variance; the others share what is left of the distortion.
  let waterLevel = smallestFirst[smallestFirst.length - 1];
  let left = totalDistortion;
  for (let i = 0; i < smallestFirst.length; i++) {
    const share = left / (smallestFirst.length - i);
    if (share <= smallestFirst[i]) {
      waterLevel = share;
      break;
    }
    left -= smallestFirst[i];
  }
  const distortions = variances.map((v) => Math.min(waterLevel, v));
  // A source of variance 0 needs no bits, even at distortion 0.
  const rate = sum(variances.map((v, i) => (v > distortions[i] ? Math.log(v / distortions[i]) / 2 : 0)));
  return { waterLevel, distortions, rate };
}
