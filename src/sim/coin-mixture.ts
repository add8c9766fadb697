import { assertEach, assertObject, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, normalize, sum } from '#theory/measures/distribution.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';

/** Somebody picks a coin by these weights, once, and then tosses it again and again. */
export interface CoinMixture {
  /** Probability of heads of each coin. */
  readonly heads: readonly number[];
  /** Probability that the coin is picked. */
  readonly weights: readonly number[];
}

/** The source that runs through the book: heads 0.7 or 0.4, picked with equal chances. */
export const twoCoins: CoinMixture = { heads: [0.7, 0.4], weights: [0.5, 0.5] };

function assertCoins(coins: CoinMixture): void {
  assertObject(coins, 'coins');
  const { heads, weights } = coins;
  assertEach(heads, 'heads', assertProbability);
  assertDistribution(weights, 'weights');
  if (heads.length !== weights.length)
    throw new RangeError(`heads and weights must be equally many, got ${heads.length} and ${weights.length}`);
}

/** Most tosses of a curve: its time grows with their square. */
const MOST_TOSSES = 10_000;

/** n ln p with 0 ln 0 = 0. */
const times = (n: number, logarithm: number) => (n === 0 ? 0 : n * logarithm);

/** ln p(a given sequence with so many heads and tails | coin), in nats, for each coin. The order of the tosses does not matter. */
export function logLikelihoods(coins: CoinMixture, headsSeen: number, tailsSeen: number): number[] {
  assertCoins(coins);
  assertWholeNumber(headsSeen, 'headsSeen');
  assertWholeNumber(tailsSeen, 'tailsSeen');
  return coins.heads.map((p) => times(headsSeen, Math.log(p)) + times(tailsSeen, Math.log1p(-p)));
}

/**
 * Probability of each coin after so many heads and tails, by Bayes' rule in logarithms: no sequence is too long. Throws
 * RangeError if none of the coins could have made it.
 */
export function coinPosterior(coins: CoinMixture, headsSeen: number, tailsSeen: number): number[] {
  assertCoins(coins);
  const logs = logLikelihoods(coins, headsSeen, tailsSeen).map((log, j) => log + Math.log(coins.weights[j]));
  const largest = Math.max(...logs);
  if (largest === -Infinity)
    throw new RangeError(`none of the coins can make ${headsSeen} heads and ${tailsSeen} tails`);
  return normalize(logs.map((log) => Math.exp(log - largest)));
}

/** Probability that the next toss is heads: the mean of the coins' own, weighted by the posterior. Errors as coinPosterior. */
export const predictHeads = (coins: CoinMixture, headsSeen: number, tailsSeen: number): number =>
  coinPosterior(coins, headsSeen, tailsSeen).reduce((total, w, j) => total + w * coins.heads[j], 0);

/** Σ wⱼ h(pⱼ), in nats a toss: the entropy rate, which is the loss of one who knows the coin. Nothing lowers it. */
export function coinEntropyRate(coins: CoinMixture): number {
  assertCoins(coins);
  return coins.heads.reduce((total, p, j) => total + coins.weights[j] * binaryEntropy(p), 0);
}

/**
 * p(coin, k heads among n tosses), one row a coin, for n = 0, 1, …, `most`: binomial laws grown toss by toss, since
 * k heads among n are k among n − 1 and a tail, or k − 1 and a head.
 */
function* countsByCoin({ heads, weights }: CoinMixture, most: number): Generator<readonly Float64Array[]> {
  let rows = weights.map((w) => Float64Array.of(w));
  yield rows;
  for (let n = 1; n <= most; n++) {
    rows = rows.map((row, j) =>
      Float64Array.from({ length: n + 1 }, (_, k) => (row[k] ?? 0) * (1 - heads[j]) + (row[k - 1] ?? 0) * heads[j]),
    );
    yield rows;
  }
}

/**
 * Σ over the numbers of heads k of what `of` says of a count that has probability p, and probability `together[j]` together with coin j.
 * Counts that cannot be add nothing.
 */
const overCounts = (rows: readonly Float64Array[], of: (together: readonly number[], p: number) => number): number =>
  sum(
    Array.from(rows[0], (_, k) => {
      const together = rows.map((row) => row[k]);
      const p = sum(together);
      return p === 0 ? 0 : of(together, p);
    }),
  );

/** Probability that the next toss is heads, given such a count. */
const nextHeads = ({ heads }: CoinMixture, together: readonly number[], p: number) =>
  Math.min(1, sum(together.map((share, j) => share * heads[j])) / p);

/**
 * H(Xₜ₊₁ | X₁ … Xₜ) in nats for t = 0, …, `tosses` − 1: the expected log-loss of the best predictor, exactly. The number
 * of heads is all that the past tells of the coin, so that t + 1 cases are enough. Never rises, and tends to
 * coinEntropyRate. By symmetry it is as well the entropy of a toss given any other t. Throws RangeError on anything else.
 */
export function predictiveEntropies(coins: CoinMixture, tosses: number): number[] {
  assertCoins(coins);
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  if (tosses === 0) return [];
  return Array.from(countsByCoin(coins, tosses - 1), (rows) =>
    overCounts(rows, (together, p) => p * binaryEntropy(nextHeads(coins, together, p))),
  );
}

/** I(X₁ … Xₙ; coin) in nats for n = 0, …, `tosses`: what the tosses tell of the coin, by the entropy of its posterior. At most the coin's entropy. */
export function learnedOfCoin(coins: CoinMixture, tosses: number): number[] {
  assertCoins(coins);
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  const before = entropy(coins.weights);
  return Array.from(countsByCoin(coins, tosses), (rows) =>
    Math.max(0, before - overCounts(rows, (together, p) => p * entropy(normalize(together)))),
  );
}

/**
 * I(Xₙ₊₁; coin | X₁ … Xₙ) in nats for n = 0, …, `tosses` − 1: what one more toss is expected to tell of the coin. It is the mean, over
 * the coin and the number of heads so far, of D(the coin’s own law ‖ the law predicted for the toss); nothing of entropies.
 */
export function informationOfNextToss(coins: CoinMixture, tosses: number): number[] {
  assertCoins(coins);
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  if (tosses === 0) return [];
  return Array.from(countsByCoin(coins, tosses - 1), (rows) =>
    overCounts(rows, (together, p) => {
      const predicted = nextHeads(coins, together, p);
      const told = coins.heads.map((heads) => relativeEntropy([heads, 1 - heads], [predicted, 1 - predicted]));
      return sum(together.map((share, j) => (share > 0 ? share * told[j] : 0)));
    }),
  );
}
