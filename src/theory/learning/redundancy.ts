import {
  assertEach,
  assertFunction,
  assertLength,
  assertObject,
  assertPositive,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { binomialLaw, MOST_TOSSES } from './coin-mixture.ts';
import { assertDistribution, assertProbability, assertWeights, sum } from '#theory/measures/distribution.ts';
import { expectedEntropyOf } from './dirichlet.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';

/**
 * T tosses of a coin whose bias θ is drawn from a prior: what they tell about θ, I(X_1 … X_T; θ) in nats, is also the total
 * estimation error of the optimal predictor. It depends on the prior; how large can it get? The number of heads is all
 * that counts.
 */

/** ln C(T, k) for k = 0 … T. */
function logBinomials(tosses: number): number[] {
  const logs = [0];
  // By symmetry, so that C(T, T) is 1 whatever rounding there was on the way.
  for (let k = 1; k <= tosses; k++) {
    logs.push(2 * k > tosses ? logs[tosses - k] : logs[k - 1] + Math.log((tosses - k + 1) / k));
  }
  return logs;
}

/** I(X_1 … X_T; θ) in nats for θ ~ Beta(a, b): entropy of the number of heads minus its mean entropy given θ. */
export function informationOfBetaPrior(a: number, b: number, tosses: number): number {
  assertPositive(a, 'a');
  assertPositive(b, 'b');
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  // The law of the number of heads by ratios of neighbors; the logarithms keep extreme priors within range.
  const logs = [0];
  for (let k = 0; k < tosses; k++) {
    const ratio = ((tosses - k) * (a + k)) / ((k + 1) * (b + (tosses - k - 1)));
    logs.push(logs[k] + Math.log(ratio));
  }
  const most = logs.reduce((largest, log) => Math.max(largest, log), -Infinity);
  const mode = logs.indexOf(most);
  const weights = logs.map((log) => Math.exp(log - most));
  // The sum is 1 + others: its logarithm is small if nearly all is on one number of heads.
  const others = sum(weights.map((weight, k) => (k === mode ? 0 : weight)));
  // Given k heads all C(T, k) sequences are equally likely.
  const orders = logBinomials(tosses);
  const surprise = Math.log1p(others) + sum(weights.map((w, k) => w * (orders[k] - logs[k] + most))) / (1 + others);
  return Math.max(0, surprise - tosses * expectedEntropyOf([a, b]));
}

/** Most tosses where an integral is computed for each number of heads. */
const MOST_INTEGRALS = 1e4;

/** A bias as a function of a coordinate u in (0, 1), which is given with 1 − u; returns θ and 1 − θ, both in full precision. */
export type Coordinate = (u: number, oneMinusU: number) => readonly [theta: number, oneMinusTheta: number];

/** Bias and its complement at a place of the coordinate. Throws RangeError unless the bias is a probability. */
function biasAt(coordinate: Coordinate, u: number, left: number): readonly [theta: number, oneMinusTheta: number] {
  const [theta, rest] = coordinate(u, left);
  assertProbability(theta, 'theta');
  return [theta, rest];
}

/** ∫ θ^k (1 − θ)^(T − k) du for k = 0 … T, for a coordinate u of θ that is uniform on (0, 1): what one sequence with k heads has. */
function meansOfSequences(coordinate: Coordinate, tosses: number): number[] {
  assertFunction(coordinate, 'coordinate');
  assertWholeNumber(tosses, 'tosses', 0, MOST_INTEGRALS);
  const power = (base: number, exponent: number) => (exponent === 0 ? 0 : exponent * Math.log(base));
  return Array.from({ length: tosses + 1 }, (_, k) =>
    integrateUnitInterval((u, left) => {
      const [theta, rest] = biasAt(coordinate, u, left);
      return Math.exp(power(theta, k) + power(rest, tosses - k));
    }),
  );
}

/** The law of the number of heads in T tosses if the coordinate u of the bias is uniform on (0, 1). */
export function headsOfUniformCoordinate(coordinate: Coordinate, tosses: number): number[] {
  const means = meansOfSequences(coordinate, tosses);
  return logBinomials(tosses).map((log, k) => (means[k] > 0 ? Math.exp(log + Math.log(means[k])) : 0));
}

/**
 * I(X_1 … X_T; θ) in nats if the coordinate u of θ is uniform on (0, 1). "Uniform" has no meaning without a coordinate: other
 * coordinates of the same coin give other answers.
 */
export function informationOfUniformCoordinate(coordinate: Coordinate, tosses: number): number {
  const means = meansOfSequences(coordinate, tosses);
  const surprise = sum(
    logBinomials(tosses).map((log, k) => (means[k] > 0 ? -Math.exp(log + Math.log(means[k])) * Math.log(means[k]) : 0)),
  );
  const entropyGivenBias = integrateUnitInterval((u, left) => {
    // The smaller of the two carries the digits.
    return binaryEntropy(Math.min(...biasAt(coordinate, u, left)));
  });
  return Math.max(0, surprise - tosses * entropyGivenBias);
}

/** Jeffreys' prior as a uniform coordinate: θ = sin²(πu/2). */
export const jeffreysCoordinate: Coordinate = (u, left) => {
  assertProbability(u, 'u');
  assertProbability(left, 'left');
  return [Math.sin((Math.PI * u) / 2) ** 2, Math.sin((Math.PI * left) / 2) ** 2];
};

/** Coins on some biases with some weights: a prior with finitely many values. */
export interface AtomicPrior {
  readonly biases: readonly number[];
  readonly weights: readonly number[];
}

/**
 * D(P_θ‖Q) in nats for each θ, with Q the law of T tosses under the prior: what the optimal predictor for this prior loses in
 * all if the bias is θ. Its largest value is an upper bound on the capacity; it equals the capacity at every atom of the best
 * prior and nowhere exceeds it (Kuhn and Tucker).
 */
export function redundancyCurve(prior: AtomicPrior, tosses: number, thetas: readonly number[]): number[] {
  return redundanciesFrom(headsOfAtoms(prior, tosses), thetas);
}

/** The law of the number of heads in T tosses of a coin from a prior with finitely many values. */
export function headsOfAtoms(prior: AtomicPrior, tosses: number): number[] {
  assertObject(prior, 'prior');
  assertEach(prior.biases, 'biases', assertProbability);
  assertWeights(prior.weights, 'weights');
  assertLength(prior.weights, 'weights', prior.biases.length, 'like biases');
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  const laws = prior.biases.map((bias) => binomialLaw(tosses, bias));
  const overall = laws[0].map((_, k) => sum(laws.map((law, i) => prior.weights[i] * law[k])));
  const total = sum(overall);
  return overall.map((p) => p / total);
}

/**
 * D(P_θ‖Q) in nats for each θ, with Q given by the law of the number of heads in as many tosses as it has entries less one: what
 * a predictor with this Q loses in all if the bias is θ, whatever prior it had, if any. Sequences with as many heads are alike to Q.
 */
export function redundanciesFrom(heads: readonly number[], thetas: readonly number[]): number[] {
  assertDistribution(heads, 'heads');
  assertEach(thetas, 'thetas', assertProbability);
  return thetas.map((theta) => relativeEntropy(binomialLaw(heads.length - 1, theta), heads));
}

/** Regret ln Σ C(T, k) (k/T)^k (1 − k/T)^(T − k), in nats, of the normalized maximum likelihood law: the least in the worst case. */
export function minimaxRegret(tosses: number): number {
  assertWholeNumber(tosses, 'tosses', 1, MOST_TOSSES);
  // The entropy of a law that has k heads in T is what the best bias in hindsight gives.
  const best = logBinomials(tosses).map((log, k) => Math.exp(log - tosses * entropy([k / tosses, 1 - k / tosses])));
  return Math.log(sum(best));
}

/** ½ ln (T/2πe) + ln π: capacity for large T, in nats, up to a term that vanishes. Rissanen 1996; Xie and Barron 1997. */
export function asymptoticCapacity(tosses: number): number {
  assertPositive(tosses, 'tosses');
  return 0.5 * Math.log(tosses / (2 * Math.PI * Math.E)) + Math.log(Math.PI);
}
