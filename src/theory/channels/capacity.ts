import { assertProbability } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { DivergenceSum } from '#theory/measures/near-equal.ts';

/** Capacity ln 2 − h(f) of the binary symmetric channel, in nats per use; fair inputs attain it. Shannon 1948. */
export function capacityBinarySymmetric(flip: number): number {
  assertProbability(flip, 'flip');
  // With e = 1 − 2f it is ½ Σ (1 ± e) ln(1 ± e), about e²/2, which keeps its digits where the channel is nearly useless.
  const e = 1 - 2 * flip;
  if (Math.abs(e) > 0.5) return Math.LN2 - binaryEntropy(flip);
  const divergence = new DivergenceSum();
  divergence.add((1 + e) / 2, 0.5, -e / 2);
  divergence.add((1 - e) / 2, 0.5, e / 2);
  return divergence.value();
}

/** Capacity (1 − e) ln 2 of the binary erasure channel, in nats per use; fair inputs attain it. Elias 1955. */
export function capacityBinaryErasure(erasure: number): number {
  assertProbability(erasure, 'erasure');
  return (1 - erasure) * Math.LN2;
}

/** Capacity ln(1 + (1 − f) f^(f/(1 − f))) of the Z channel, in nats per use; 0 at f = 1, the limit. */
export function capacityZChannel(flip: number): number {
  assertProbability(flip, 'flip');
  return flip === 1 ? 0 : Math.log1p((1 - flip) * flip ** (flip / (1 - flip)));
}

/**
 * Probability of sending 1 that attains the capacity of the Z channel: 1/((1 − f)(1 + e^(h(f)/(1 − f)))), less than ½
 * because 1 is the symbol that suffers. At f = 1 every input does equally badly; returned is the limit 1/e.
 */
export function optimalInputZChannel(flip: number): number {
  assertProbability(flip, 'flip');
  // The same with e^(h/(1 − f)) = f^(−f/(1 − f))/(1 − f), which does not overflow as f → 1.
  return flip === 1 ? 1 / Math.E : 1 / (1 - flip + flip ** (-flip / (1 - flip)));
}
