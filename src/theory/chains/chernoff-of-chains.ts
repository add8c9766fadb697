import { assertEach, refuse } from '#theory/numerics/assert.ts';
import { assertProbability, sum } from '#theory/measures/distribution.ts';
import { assertChain, assertSameStates, type MarkovChain } from './markov-chain.ts';
import { sharedCycle } from './support-graph.ts';

/** So many squarings reach the power 2⁵⁶, of which what is left over is less than rounding. */
const SQUARINGS = 56;

/** Below this the rounding of the many squares takes digits of the rate at s = ½, and soon all of the place where the curve has its minimum. */
const FLAT = 1e-12;

const areEqual = (first: MarkovChain, second: MarkovChain): boolean =>
  first.every((row, x) => row.every((p, y) => p === second[x][y]));

/** ln(p/q), which keeps its digits where p and q are nearly equal. */
const logRatio = (p: number, q: number): number =>
  p < 2 * q && p > q / 2 ? Math.log1p((p - q) / q) : Math.log(p) - Math.log(q);

/** Adds a b to `into`, all square and row by row. */
function addProduct(into: Float64Array, a: Float64Array, b: Float64Array, size: number): void {
  for (let x = 0; x < size; x++) {
    for (let k = 0; k < size; k++) {
      const factor = a[x * size + k];
      for (let y = 0; y < size; y++) into[x * size + y] += factor * b[k * size + y];
    }
  }
}

/**
 * ln ρ(s) and its slope, where ρ(s) is the spectral radius of the matrix of P(x, y)^s Q(x, y)^(1 − s) over the transitions that both
 * chains make. By power iteration with squares, ln ρ = lim ln ‖Aⁿ‖/n (Gelfand), which needs no irreducibility and minds no
 * period; rounding does not grow, because what the k-th square adds is divided by 2ᵏ. The slope goes along by the product rule.
 */
function logRadius(first: MarkovChain, second: MarkovChain, s: number): { value: number; slope: number } {
  const n = first.length;
  let [matrix, change] = [new Float64Array(n * n), new Float64Array(n * n)];
  first.forEach((row, x) =>
    row.forEach((p, y) => {
      const q = second[x][y];
      if (p === 0 || q === 0) return;
      matrix[x * n + y] = p ** s * q ** (1 - s);
      change[x * n + y] = matrix[x * n + y] * logRatio(p, q);
    }),
  );
  let [value, slope] = [0, 0];
  for (let k = 0; k <= SQUARINGS; k++) {
    const size = sum(matrix);
    if (size === 0) return { value: -Infinity, slope: 0 };
    const grown = sum(change) / size;
    value += Math.log(size) / 2 ** k;
    slope += grown / 2 ** k;
    for (let i = 0; i < n * n; i++) {
      matrix[i] /= size;
      change[i] = change[i] / size - matrix[i] * grown;
    }
    const [square, slopes] = [new Float64Array(n * n), new Float64Array(n * n)];
    addProduct(square, matrix, matrix, n);
    addProduct(slopes, matrix, change, n);
    addProduct(slopes, change, matrix, n);
    [matrix, change] = [square, slopes];
  }
  return { value, slope };
}

/**
 * −ln ρ(s) ≥ 0, in nats per symbol: the exponent at which Σ p(word)^s q(word)^(1 − s) over all words falls with their length. s = ½ gives
 * the Bhattacharyya rate. Exactly 0 for equal chains; infinite if they have no cycle in common. Throws RangeError unless both are chains on
 * the same states and 0 ≤ s ≤ 1; the ends are limits from inside.
 */
export function tiltedRate(first: MarkovChain, second: MarkovChain, s: number): number {
  assertSameStates(first, second);
  assertProbability(s, 's');
  if (!sharedCycle(first, second)) return Infinity;
  if (areEqual(first, second)) return 0;
  return Math.max(0, -logRadius(first, second, s).value);
}

/**
 * Chernoff rate −min over s of ln ρ(s), in nats per symbol, and the s where it is: the exponent at which the probability of error of
 * the best guess between two chains falls with the length of the word. It is that of Chernoff for coins. ln ρ is convex in s
 * (Kingman 1961), so the sign of its slope is bisected. Equal chains have rate 0 and no cycle in common an infinite one, whatever s, and it is
 * ½. So it is where the chains are so nearly equal that rounding would decide; there ½ is right to within the difference of the chains.
 */
export function chernoffRate(first: MarkovChain, second: MarkovChain): { readonly rate: number; readonly s: number } {
  assertSameStates(first, second);
  const half = tiltedRate(first, second, 0.5);
  if (half < FLAT || half === Infinity) return { rate: half, s: 0.5 };
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 53; halving++) {
    const middle = (low + high) / 2;
    if (logRadius(first, second, middle).slope < 0) low = middle;
    else high = middle;
  }
  const s = (low + high) / 2;
  return { rate: tiltedRate(first, second, s), s };
}

/** The least Chernoff rate of two of the chains, in nats per symbol: it decides how fast a window tells which of them runs. */
export function worstChernoffRate(chains: readonly MarkovChain[]): number {
  assertEach(chains, 'chains', assertChain);
  if (chains.length < 2) refuse('chains', 'be at least two', chains.length);
  const pairs = chains.flatMap((first, i) => chains.slice(i + 1).map((second) => chernoffRate(first, second).rate));
  return Math.min(...pairs);
}
