import { assertProbability } from '#theory/measures/distribution.ts';
import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { assertJointTable, transpose, type JointTable } from '#theory/measures/joint.ts';

/**
 * Probability Σ_y max_x p(x, y) that the best guess of X from Y is right: for each y, guess the x that is likeliest then. One
 * minus the Bayes error. It never falls short of max_x p(x), the best guess without y. Throws RangeError unless the table is a
 * joint distribution.
 */
export function accuracyOfBestGuess(joint: JointTable): number {
  assertJointTable(joint);
  return transpose(joint).reduce((total, column) => total + Math.max(...column), 0);
}

/**
 * Fano's bound h(e) + e ln(|X| − 1) on H(X|Y), in nats, for any way of guessing X from Y that is wrong with probability e: who is
 * seldom wrong cannot be very uncertain. Equal if all wrong values are equally likely. Throws RangeError unless e is a
 * probability and X has at least one value. Fano 1952.
 */
export function fanoBound(error: number, outcomes: number): number {
  assertProbability(error, 'error');
  assertWholeNumber(outcomes, 'outcomes', 1);
  const spread = error > 0 ? error * Math.log(outcomes - 1) : 0;
  return binaryEntropy(error) + spread;
}
