import { assertProbability } from '#theory/measures/distribution.ts';
import { assertNotNegative, refuse } from '#theory/numerics/assert.ts';
import { erf } from '#theory/numerics/error-function.ts';

/** Whether the noise of an answer is the same everywhere, or has a variance that grows in proportion to the answer. */
export type AnswerNoise = 'steady' | 'counts';

/** Below this price its law is that of no price, to the last digit. */
const NO_PRICE = 1e-14;

/**
 * How often an answer between 0 and 1 is at most `answer` under the law that brings in most where the noise is small: its density is
 * ∝ e^(−price·r)/σ(r), with `price` nats for a full answer, because I ≈ h(R) − E ln σ(R) − ½ ln 2πe. Steady noise and no price give the
 * uniform law, and then the best response curve is the cumulative law of the stimuli (Laughlin 1981); counts and no price make the root
 * of the answer uniform. Throws RangeError unless 0 ≤ answer ≤ 1 and price ≥ 0. Wang, Wei, Stocker and Lee 2016.
 */
export function smallNoiseLaw(answer: number, noise: AnswerNoise, price: number): number {
  assertProbability(answer, 'answer');
  assertNotNegative(price, 'price');
  if (noise !== 'steady' && noise !== 'counts') refuse('noise', 'be steady or counts', noise);
  if (noise === 'steady') return price < NO_PRICE ? answer : Math.expm1(-price * answer) / Math.expm1(-price);
  // With s = √r the density is e^(−price s²).
  return price < NO_PRICE ? Math.sqrt(answer) : erf(Math.sqrt(price * answer)) / erf(Math.sqrt(price));
}
