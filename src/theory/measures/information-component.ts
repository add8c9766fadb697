import { assertNotNegative } from '#theory/numerics/assert.ts';

/** ln(observed/expected) in nats: pointwise mutual information of two events counted together. −∞ for none observed. */
export function logObservedOverExpected(observed: number, expected: number): number {
  assertNotNegative(observed, 'observed');
  assertNotNegative(expected, 'expected');
  if (observed === 0 && expected === 0) throw new RangeError('observed and expected must not both be 0');
  return Math.log(observed / expected);
}

/**
 * Information component ln((observed + ½)/(expected + ½)) in nats: the same, drawn towards 0 where counts are small, so that a
 * single report of a rare pair is not the strongest signal of all. It still says nothing about causes. Norén, Hopstadius and Bate
 * 2013.
 */
export function informationComponent(observed: number, expected: number): number {
  assertNotNegative(observed, 'observed');
  assertNotNegative(expected, 'expected');
  return Math.log((observed + 0.5) / (expected + 0.5));
}
