import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';
import { assertSameStates, stationaryLaw, type MarkovChain } from './markov-chain.ts';

/** More steps than a double has room for halvings. */
const HALVINGS = 80;
const LONGEST = 10_000;

/** −ln(1 + e^x), which is ln of the probability whose log-odds are −x. */
const logOf = (logOdds: number) => -Math.max(0, -logOdds) - Math.log1p(Math.exp(-Math.abs(logOdds)));

/**
 * The greatest value of h(v)/(v^s (1 − v)^(1 − s)) over probabilities v, in nats, with h the binary entropy: how far the entropy may lie above the
 * weighted geometric mean. At s = ½ it is 2 ln 2. Where it is greatest, the first of the two terms of h is the share s of it; that
 * share falls with v, so the log-odds of v are bisected. Throws RangeError unless 0 < s < 1.
 */
export function entropyOverGeometricMean(s: number): number {
  assertProbability(s, 's');
  if (s === 0 || s === 1) throw new RangeError(`s must be between 0 and 1 and neither, got ${s}`);
  const terms = (x: number) => [-Math.exp(logOf(x)) * logOf(x), -Math.exp(logOf(-x)) * logOf(-x)];
  let [low, high] = [-700, 700];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    const [first, second] = terms(middle);
    if (first > s * (first + second)) low = middle;
    else high = middle;
  }
  return sum(terms(low)) * Math.exp(-s * logOf(low) - (1 - s) * logOf(-low));
}

/**
 * Upper bounds on H(J | X_1 … X_w), in nats, for w = 1, 2, …, `longest`, where J is the first of two chains with probability `prior`, and the
 * window is out of a long text: with c(s) the greatest value of h(v)/(v^s (1 − v)^(1 − s)),
 *
 *     H(J | X_1 … X_w) ≤ c(s) prior^s (1 − prior)^(1 − s) Σ p(word)^s q(word)^(1 − s).
 *
 * It holds for every 0 < s < 1, and falls by e^(−C) per symbol in the long run at the s of `chernoffRate`. What a window loses per symbol is no
 * more. At s = ½ it is the Bhattacharyya bound. Throws RangeError unless both are chains on the same states with one stationary law each.
 */
export function chernoffBounds(
  first: MarkovChain,
  second: MarkovChain,
  prior: number,
  s: number,
  longest: number,
): number[] {
  assertSameStates(first, second);
  assertProbability(prior, 'prior');
  assertWholeNumber(longest, 'longest', 0, LONGEST);
  const factor = entropyOverGeometricMean(s) * prior ** s * (1 - prior) ** (1 - s);
  const tilt = (p: number, q: number) => p ** s * q ** (1 - s);
  const [start, other] = [stationaryLaw(first), stationaryLaw(second)];
  const steps = first.map((row, x) => row.map((p, y) => tilt(p, second[x][y])));
  let sums = start.map((p, x) => tilt(p, other[x]));
  return Array.from({ length: longest }, () => {
    const bound = factor * sum(sums);
    sums = sums.map((_, y) => sum(sums.map((share, x) => share * steps[x][y])));
    return bound;
  });
}
