import { assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { binomialLaw, MOST_TOSSES } from '#theory/learning/coin-mixture.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';

/**
 * Probability that more than `correctable` of `length` bits are flipped by a binary symmetric channel: the block error of a
 * code that corrects so many and no more.
 */
export function blockError(length: number, correctable: number, flip: number): number {
  assertWholeNumber(length, 'length', 1, MOST_TOSSES);
  assertWholeNumber(correctable, 'correctable');
  assertProbability(flip, 'flip');
  return sum(binomialLaw(length, flip).slice(correctable + 1));
}

/** Block error of sending every bit n times, n odd, and taking the majority. Its rate is 1/n: reliability at any price. */
export function repetitionBlockError(repetitions: number, flip: number): number {
  assertWholeNumber(repetitions, 'repetitions', 1, MOST_TOSSES);
  if (repetitions % 2 === 0) refuse('repetitions', 'be odd', repetitions);
  return blockError(repetitions, (repetitions - 1) / 2, flip);
}

/** Block error of the Hamming (7,4) code, which corrects one flip in seven bits at rate 4/7. */
export function hammingBlockError(flip: number): number {
  return blockError(7, 1, flip);
}
