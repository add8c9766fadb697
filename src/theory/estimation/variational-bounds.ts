import { assertEach, assertLength, assertList, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { assertDistribution, assertWeights, sum } from '#theory/measures/distribution.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { assertJointTable, marginalX, marginalY, transpose, type JointTable } from '#theory/measures/joint.ts';
import { expectationUnderMultinomial, MOST_DRAWS } from '#theory/numerics/multinomial.ts';

/*
 * Lower bounds on I(X;Y) in nats that hold for every critic, a table of scores f(x, y), and that training makes larger. They
 * are computed here for a known joint table, exactly; from a sample they hold on average, for a critic that was chosen
 * without it.
 */

/** Scores f(x, y), in nats, one row for each x. −∞ says that a pair is impossible. */
export type Critic = readonly (readonly number[])[];

/** Throws RangeError unless there is a score for each cell, a number below ∞, and joint is a joint table. */
function assertCritic(joint: JointTable, critic: Critic): void {
  assertJointTable(joint);
  assertList(critic, 'critic');
  if (critic.length !== joint.length) refuse('critic', `have ${joint.length} rows like joint`, critic.length);
  assertEach(critic, 'critic', (row, name) => {
    assertLength(row, name, joint[0].length, 'like joint');
    assertEach(row, name, (score, scoreName) => {
      if (typeof score !== 'number' || !(score < Infinity)) refuse(scoreName, 'be a number below infinity', score);
    });
  });
}

/** E f(X, Y) under the joint table, with 0 · −∞ = 0. */
function meanScore(joint: JointTable, critic: Critic): number {
  return sum(joint.flatMap((row, x) => row.map((p, y) => (p > 0 ? p * critic[x][y] : 0))));
}

/** E e^(f(X, Y) − shift) under the product of the marginals. */
function meanExponential(joint: JointTable, critic: Critic, shift: number): number {
  const [px, py] = [marginalX(joint), marginalY(joint)];
  return sum(px.flatMap((p, x) => py.map((q, y) => p * q * Math.exp(critic[x][y] - shift))));
}

/**
 * E f − ln E₀ e^f, where E₀ is for independent X and Y with the same marginals: at most I(X;Y), and equal to it if
 * f = ln p(x, y)/p(x) p(y) + constant. −∞ if f is −∞ on a pair that occurs. Donsker and Varadhan 1983.
 */
export function donskerVaradhanBound(joint: JointTable, critic: Critic): number {
  assertCritic(joint, critic);
  const mean = meanScore(joint, critic);
  // The largest score is taken out of the exponentials, which would overflow beyond 709.
  const most = critic.flat().reduce((largest, score) => Math.max(largest, score), -Infinity);
  return mean === -Infinity ? mean : mean - most - Math.log(meanExponential(joint, critic, most));
}

/**
 * E f − E₀ e^(f − 1): at most the bound of Donsker and Varadhan with the same critic, and equal to I(X;Y) only if
 * f = 1 + ln p(x, y)/p(x) p(y). Nguyen, Wainwright and Jordan 2010.
 */
export function nguyenWainwrightJordanBound(joint: JointTable, critic: Critic): number {
  assertCritic(joint, critic);
  return meanScore(joint, critic) - meanExponential(joint, critic, 1);
}

/** ln of the mean of e^score over `others`, which counts how often each column came, and column y. */
function logMeanExponential(scores: readonly number[], others: readonly number[], y: number): number {
  let most = scores[y];
  others.forEach((count, i) => {
    if (count > 0) most = Math.max(most, scores[i]);
  });
  let total = Math.exp(scores[y] - most);
  others.forEach((count, i) => {
    if (count > 0) total += count * Math.exp(scores[i] - most);
  });
  return most + Math.log(total / (sum(others) + 1));
}

/**
 * InfoNCE, E ln e^f(x, y₁) / [(1/K) Σ_k e^f(x, y_k)] with y₁ from p(y | x) and K − 1 others from p(y): how well the critic
 * picks the right one of K candidates. At most I(X;Y), and at most ln K however large I is. The best critic for every K is
 * ln p(x, y)/p(x) p(y). Exact, a sum over all (K + m − 2 choose m − 1) sets of others for m columns. −∞ if f is −∞ on a
 * pair that occurs. Van den Oord, Li and Vinyals 2018.
 */
export function infoNceBound(joint: JointTable, critic: Critic, candidates: number): number {
  assertCritic(joint, critic);
  assertWholeNumber(candidates, 'candidates', 1, MOST_DRAWS + 1);
  const py = marginalY(joint);
  const perRow = critic.map((scores, x) => {
    const rowTotal = sum(joint[x]);
    if (rowTotal === 0) return 0;
    if (joint[x].some((p, y) => p > 0 && scores[y] === -Infinity)) return -Infinity;
    return expectationUnderMultinomial(py, candidates - 1, (counts) =>
      sum(joint[x].map((p, y) => (p > 0 ? p * (scores[y] - logMeanExponential(scores, counts, y)) : 0))),
    );
  });
  return sum(perRow);
}

/** The most that InfoNCE can say with so many candidates: ln K, in nats. */
export function infoNceCeiling(candidates: number): number {
  assertWholeNumber(candidates, 'candidates', 1);
  return Math.log(candidates);
}

/**
 * H(X) − E[−ln q(X | Y)] for any decoder q, one row for each x and one column, a distribution, for each y: at most I(X;Y),
 * and less by E D(p(x | Y) ‖ q(x | Y)). Training a predictor of X by cross-entropy raises this bound; it does not change I.
 * −∞ if q excludes a pair that occurs. Barber and Agakov 2003.
 */
export function barberAgakovBound(joint: JointTable, decoder: JointTable): number {
  assertJointTable(joint);
  const columns = transpose(joint);
  assertEach(decoder, 'decoder', (row, name) => {
    assertLength(row, name, columns.length, 'like joint');
    assertWeights(row, name);
  });
  if (decoder.length !== joint.length) {
    throw new RangeError(`decoder must have one row for each row of joint, ${joint.length}, got ${decoder.length}`);
  }
  const decoderColumns = transpose(decoder);
  decoderColumns.forEach((column, y) => assertDistribution(column, `decoder column ${y}`));
  const loss = columns.map((column, y) => {
    const py = sum(column);
    if (py === 0) return 0;
    return (
      py *
      crossEntropy(
        column.map((p) => p / py),
        decoderColumns[y],
      )
    );
  });
  return entropy(marginalX(joint)) - sum(loss);
}
