import { assertNotNegativeOrInfinite } from '#theory/numerics/assert.ts';
import { binarySymmetric, jointOfChannel } from './channel.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** What an answer given through a coin tells about the bit behind it. Information in nats. */
export interface RandomizedResponse {
  /** 1/(1 + e^ε): with this probability the opposite of the truth is said. */
  readonly flip: number;
  /** I(bit; answer) for a fair bit. */
  readonly information: number;
  /** ε: no ε-private mechanism tells more about one record, whatever is known of the others. */
  readonly bound: number;
  /** ε²/2, smaller than ε for ε < 2. Bun and Steinke 2016. */
  readonly quadraticBound: number;
  /** Total variation of the answers to the two bits, tanh(ε/2): how much better than chance the bit can be guessed. */
  readonly totalVariation: number;
}

/**
 * Randomized response with privacy ε: e^ε is the largest ratio of the probabilities of one answer under two bits, and this is
 * the mechanism that attains it. Throws RangeError unless ε is at least 0. Warner 1965; Dwork and Roth 2014.
 */
export function randomizedResponse(epsilon: number): RandomizedResponse {
  assertNotNegativeOrInfinite(epsilon, 'epsilon');
  const flip = 1 / (1 + Math.exp(epsilon));
  return {
    flip,
    information: mutualInformation(jointOfChannel([0.5, 0.5], binarySymmetric(flip))),
    bound: epsilon,
    quadraticBound: epsilon ** 2 / 2,
    totalVariation: Math.tanh(epsilon / 2),
  };
}
