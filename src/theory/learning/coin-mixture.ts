import { assertEach, assertList, assertObject, assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { binaryEntropy, entropy } from '#theory/measures/entropy.ts';
import { DivergenceSum } from '#theory/measures/near-equal.ts';

/** One of several coins is chosen in secret and then tossed again and again. */
export interface CoinMixture {
  /** Probability of heads of each coin. */
  readonly biases: readonly number[];
  /** Probability that the coin is chosen. */
  readonly weights: readonly number[];
}

/** Most tosses whose law is made: a list with one entry more. */
export const MOST_TOSSES = 1e6;

function assertCoins(coins: CoinMixture): void {
  assertObject(coins, 'coins');
  const { biases, weights } = coins;
  assertDistribution(weights, 'weights');
  assertList(biases, 'biases');
  if (biases.length !== weights.length) {
    throw new RangeError(`biases must have one entry per weight, ${weights.length}, got ${biases.length}`);
  }
  assertEach(biases, 'biases', assertProbability);
}

/**
 * Law of the number of heads in n tosses, C(n, k) b^k (1 − b)^(n − k), by ratios of neighbors from its mode outwards, so that
 * even the smallest entries have nearly all their digits. Throws RangeError unless n is a whole number and b a probability.
 */
export function binomialLaw(tosses: number, bias: number): number[] {
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  assertProbability(bias, 'bias');
  const law = new Array<number>(tosses + 1).fill(0);
  const mode = Math.min(tosses, Math.floor((tosses + 1) * bias));
  law[mode] = 1;
  for (let k = mode; k < tosses; k++) law[k + 1] = ((law[k] * (tosses - k)) / (k + 1)) * (bias / (1 - bias));
  for (let k = mode; k > 0; k--) law[k - 1] = ((law[k] * k) / (tosses - k + 1)) * ((1 - bias) / bias);
  const total = sum(law);
  return law.map((p) => p / total);
}

/** Law of the number of heads, for each coin and on the whole. The order of the tosses tells nothing about the coin. */
function countLaws({ biases, weights }: CoinMixture, tosses: number) {
  const byCoin = biases.map((bias) => binomialLaw(tosses, bias));
  const overall = byCoin[0].map((_, k) => sum(byCoin.map((law, i) => weights[i] * law[k])));
  return { byCoin, overall };
}

/**
 * I(X_1 … X_T; coin) in nats: what T tosses tell about which coin it is. At most H(weights), which it approaches if the coins
 * differ. It is also the predictive information H(X_1 … X_T) − T h.
 */
export function informationAboutCoin(coins: CoinMixture, tosses: number): number {
  assertCoins(coins);
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  const { biases, weights } = coins;
  const { byCoin, overall } = countLaws(coins, tosses);
  const divergences = byCoin.map((law, i) => {
    const divergence = new DivergenceSum();
    law.forEach((p, k) => {
      // So small that its share of the mixture has underflowed.
      if (overall[k] === 0) return;
      const shift = sum(
        byCoin.map((other, j) => weights[j] * (p * relativeShift(biases[i], biases[j], tosses, k) || other[k] - p)),
      );
      divergence.add(p, overall[k], shift);
    });
    return divergence.value();
  });
  return sum(divergences.map((divergence, i) => (weights[i] > 0 ? weights[i] * divergence : 0)));
}

/**
 * P_to(k)/P_from(k) − 1 of k heads, from the difference of the biases, so that it keeps its digits where they are nearly equal. 0 where
 * the ratio is not near 1, or does not exist.
 */
function relativeShift(from: number, to: number, tosses: number, heads: number): number {
  if (from === 0 || from === 1) return 0;
  const logRatio = heads * Math.log1p((to - from) / from) + (tosses - heads) * Math.log1p((from - to) / (1 - from));
  return Math.abs(logRatio) < 0.1 ? Math.expm1(logRatio) : 0;
}

/** h = Σ weight · h(bias), in nats per toss: what is left to learn from a toss when the coin is known. */
export function entropyRateOfCoins(coins: CoinMixture): number {
  assertCoins(coins);
  return sum(coins.biases.map((bias, i) => coins.weights[i] * binaryEntropy(bias)));
}

/** H(X_1 … X_T) = T h + I(X_1 … X_T; coin), in nats. */
export function entropyOfTosses(coins: CoinMixture, tosses: number): number {
  return tosses * entropyRateOfCoins(coins) + informationAboutCoin(coins, tosses);
}

/** Σ over the numbers of heads k of Σ_i weight_i P_i(k) cost(posterior, i), with the posterior of the coins given k. */
function expectedCost(coins: CoinMixture, tosses: number, cost: (posterior: readonly number[], i: number) => number) {
  assertCoins(coins);
  const { byCoin, overall } = countLaws(coins, tosses);
  return overall.reduce((total, p, k) => {
    if (p === 0) return total;
    const shares = byCoin.map((law, i) => coins.weights[i] * law[k]);
    const posterior = shares.map((share) => share / p);
    return total + sum(shares.map((share, i) => (share > 0 ? share * cost(posterior, i) : 0)));
  }, 0);
}

/** 1 − posterior_i as the sum of the others: exact where the posterior is 1 to the last digit. */
const others = (posterior: readonly number[], i: number) => sum(posterior.map((v, j) => (j === i ? 0 : v)));

/** H(coin | w tosses), in nats: falls exponentially, at the rate of the Chernoff information of the two closest coins. */
export function entropyOfCoinGivenTosses(coins: CoinMixture, tosses: number): number {
  return expectedCost(coins, tosses, (posterior, i) => {
    const rest = others(posterior, i);
    return rest < 0.5 ? -Math.log1p(-rest) : -Math.log(posterior[i]);
  });
}

/** b ln(b/(b + shift)) with `changed` = b + shift, each from a sum of its own: neither a small shift nor a small rest rounds away. */
function shiftedTerm(b: number, shift: number, changed: number): number {
  if (b === 0) return 0;
  return Math.abs(shift) < b / 2 ? -b * Math.log1p(shift / b) : -b * Math.log(changed / b);
}

/**
 * Excess log-loss per toss, in nats, of a predictor that sees only the last w tosses, against one that sees all and so knows the
 * coin: E D(coin‖posterior mean) = I(X_(w+1); coin | X_1 … X_w). Never more than H(coin)/w.
 */
export function excessLossOfWindow(coins: CoinMixture, window: number): number {
  assertCoins(coins);
  assertWholeNumber(window, 'window', 0, MOST_TOSSES);
  const { biases } = coins;
  const loss = expectedCost(coins, window, (posterior, i) => {
    const mean = (of: (bias: number) => number) => sum(posterior.map((v, j) => v * of(biases[j])));
    const shift = mean((b) => b - biases[i]);
    const heads = shiftedTerm(
      biases[i],
      shift,
      mean((b) => b),
    );
    return (
      heads +
      shiftedTerm(
        1 - biases[i],
        -shift,
        mean((b) => 1 - b),
      )
    );
  });
  return Math.max(0, loss);
}

/**
 * The smallest window whose excess loss is at most `loss` nats per toss: at most ⌈H(coin)/loss⌉, because the excess loss never
 * rises with the window. Throws RangeError unless loss is positive.
 */
export function smallestWindow(coins: CoinMixture, loss: number): number {
  assertPositive(loss, 'loss');
  assertCoins(coins);
  if (excessLossOfWindow(coins, 0) <= loss) return 0;
  let enough = 1;
  const most = Math.ceil(entropy(coins.weights) / loss);
  while (enough < most && excessLossOfWindow(coins, enough) > loss) enough = Math.min(most, 2 * enough);
  let tooFew = Math.floor(enough / 2);
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    if (excessLossOfWindow(coins, middle) <= loss) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
