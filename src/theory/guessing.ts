import { assertJointTable, transpose, type JointTable } from './joint.ts';

/**
 * Probability Σ_y max_x p(x, y) that the best guess of X from Y is right: for each y, guess the x that is likeliest then. One
 * minus the Bayes error. It never falls short of max_x p(x), the best guess without y. Throws RangeError unless the table is a
 * joint distribution.
 */
export function accuracyOfBestGuess(joint: JointTable): number {
  assertJointTable(joint);
  return transpose(joint).reduce((total, column) => total + Math.max(...column), 0);
}
