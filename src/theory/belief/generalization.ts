import { assertNotNegative, assertNotNegativeOrInfinite, assertWholeNumber } from '#theory/numerics/assert.ts';

/**
 * √(2σ² I(S;W)/n): bound on the difference between expected test and training loss of an algorithm that makes W of n samples S,
 * if the loss is σ-sub-Gaussian under the law of a sample, as every loss between 0 and 1 is with σ = ½. Information in nats. It
 * says nothing where I is infinite, as for a deterministic W on a continuum. Xu and Raginsky 2017.
 */
export function generalizationBound(subGaussian: number, information: number, samples: number): number {
  assertNotNegative(subGaussian, 'subGaussian');
  assertNotNegativeOrInfinite(information, 'information');
  assertWholeNumber(samples, 'samples', 1);
  return subGaussian * Math.sqrt((2 * information) / samples);
}

/** What a noisy mean tells about its samples, and how well it generalizes. */
export interface NoisyMean {
  /** I(S;W) = ½ ln(1 + 1/(n s²)) in nats: infinite without noise. */
  readonly information: number;
  /** E(Z′ − W)² − mean E(Z_i − W)² = 2/n, whatever the noise. */
  readonly gap: number;
}

/**
 * W = mean of n standard normal samples + noise of standard deviation s: the gap between test and training error in squared loss
 * does not depend on s, while the information grows without bound as s → 0. Squared loss is not sub-Gaussian, so that
 * generalizationBound does not apply to it.
 */
export function noisyMean(samples: number, noise: number): NoisyMean {
  assertWholeNumber(samples, 'samples', 1);
  assertNotNegative(noise, 'noise');
  return { information: Math.log1p(1 / (samples * noise ** 2)) / 2, gap: 2 / samples };
}
