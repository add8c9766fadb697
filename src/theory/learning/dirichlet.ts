import {
  assertEach,
  assertLength,
  assertNotEmpty,
  assertPositive,
  assertWholeNumber,
  assertWholeNumberOrInfinite,
  refuse,
} from '#theory/numerics/assert.ts';
import { digamma, digammaRise, eulerGamma, logGamma, logRisingFactorial } from '#theory/numerics/special.ts';

/**
 * The symmetric Dirichlet distribution of N weights with parameter R/N each, the prior of the sparse mixture. R is its
 * scale: for small R nearly all weight lies on a few components. N may be Infinity, the limit of fixed R.
 */
function assertScale(R: number, N: number): void {
  assertPositive(R, 'R');
  assertWholeNumberOrInfinite(N, 'N', 1);
}

/** Most draws where a sum over them, or a list of them, is made. */
const MOST_DRAWS = 1e7;

function assertParameters(parameters: readonly number[]): void {
  assertNotEmpty(parameters, 'parameters');
  assertEach(parameters, 'parameters', assertPositive);
}

function assertCounts(counts: readonly number[], parameters: readonly number[]): void {
  assertParameters(parameters);
  assertLength(counts, 'counts', parameters.length, 'like parameters');
  assertEach(counts, 'counts', (n, name) => assertWholeNumber(n, name, 0, MOST_DRAWS));
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * E H(α) = ψ(R + 1) − ψ(R/N + 1) in nats. It rises with N to ψ(R + 1) + γ, the harmonic number of R for a whole R, and
 * so has a bound that does not know N.
 */
export function expectedEntropy(R: number, N: number): number {
  assertScale(R, N);
  return N === Infinity ? digamma(R + 1) + eulerGamma : digammaRise(R / N + 1, R - R / N);
}

/** E H(α) = Σ (aᵢ/A) (ψ(A + 1) − ψ(aᵢ + 1)), in nats, for any parameters a with the sum A. */
export function expectedEntropyOf(parameters: readonly number[]): number {
  assertParameters(parameters);
  const A = total(parameters);
  // The others add up to more digits than A − a has.
  const others = (i: number) => parameters.reduce((sum, a, j) => (j === i ? sum : sum + a), 0);
  return parameters.reduce((sum, a, i) => sum + (a / A) * digammaRise(a + 1, others(i)), 0);
}

/** E Σ αᵢ² = (R/N + 1)/(R + 1): how often two documents have the same source. */
export function probabilityOfSameSource(R: number, N: number): number {
  assertScale(R, N);
  return (R / N + 1) / (R + 1);
}

/**
 * Expected number of different components among M draws: N (1 − Π (1 − (R/N)/(R + i))) over i < M, and for N = ∞ the sum of
 * R/(R + i), which is R (ψ(R + M) − ψ(R)). In log1p and expm1, so that N = 10⁶ costs no digits. For many draws in the time of few: from
 * term 256 on the sum is an integral with Euler and Maclaurin's correction.
 */
export function expectedDistinct(R: number, N: number, M: number): number {
  assertScale(R, N);
  assertWholeNumber(M, 'M');
  const few = Math.min(M, DIRECT_TERMS);
  let sum = 0;
  for (let i = 0; i < few; i++) sum += distinctTerm(R, N, i);
  sum += tailOfDistinct(R, N, R + few, M - few);
  return N === Infinity ? sum : -N * Math.expm1(sum);
}

/** expectedDistinct for 0, 1, …, M draws: the whole curve in O(M). Throws RangeError unless M is at most 10⁷. */
export function expectedDistinctAlong(R: number, N: number, M: number): Float64Array {
  assertScale(R, N);
  assertWholeNumber(M, 'M', 0, MOST_DRAWS);
  const along = new Float64Array(M + 1);
  let sum = 0;
  for (let i = 0; i < M; i++) {
    sum += distinctTerm(R, N, i);
    along[i + 1] = N === Infinity ? sum : -N * Math.expm1(sum);
  }
  return along;
}

const DIRECT_TERMS = 256;

/** R/(R + i), or for finite N the logarithm of the chance that a component that has not come yet stays away once more. */
const distinctTerm = (R: number, N: number, i: number) => (N === Infinity ? R / (R + i) : Math.log1p(-R / (R + i) / N));

/** Σ f(x) over x = from, from + 1, …, `count` terms, with f = R/x or ln(1 − a/x), a = R/N: ∫ f − ½ [f] + [f′]/12 − [f‴]/720. */
function tailOfDistinct(R: number, N: number, from: number, count: number): number {
  const to = from + count;
  const a = N === Infinity ? 0 : R / N;
  const ends = (f: (x: number) => number) => f(to) - f(from);
  const log = Math.log1p(count / (from - a));
  if (N === Infinity) return R * (log + ends((x) => -0.5 / x - 1 / (12 * x ** 2) + 1 / (120 * x ** 4)));
  const integral = ends((x) => x * Math.log1p(-a / x)) - a * log;
  const slope = (x: number) => a / x / (x - a);
  const third = (x: number) => (2 * a * (3 * x ** 2 - 3 * a * x + a ** 2)) / (x * (x - a)) ** 3;
  return integral + ends((x) => -0.5 * Math.log1p(-a / x) + slope(x) / 12 - third(x) / 720);
}

/**
 * R ln(1 + M/R), which a published theorem uses for the number of different components. For N = ∞ and a given R it is
 * smaller than the expected number, by less than one, so it bounds nothing from above; for a finite N it grows past N when M does, though for small R only for huge M.
 */
export function publishedDistinct(R: number, M: number): number {
  assertScale(R, Infinity);
  assertWholeNumber(M, 'M');
  return R * Math.log1p(M / R);
}

/** min{N, M, 1 + R ln(1 + (M − 1)/R)}, at least the expected number of different components (sum against integral); M ≥ 1. */
export function boundOnDistinct(R: number, N: number, M: number): number {
  assertScale(R, N);
  assertWholeNumber(M, 'M');
  if (M === 0) return 0;
  return Math.min(N, M, 1 + R * Math.log1p((M - 1) / R));
}

/**
 * H(Z₁ … Z_M), in nats, of M labels drawn from α, which itself is not known. By symmetry −E ln p(Z) needs only the law of
 * one count, which is beta-binomial. O(M), for M up to 10⁷. N must be finite: among endlessly many names the first is worth ∞.
 */
export function entropyOfDraws(R: number, N: number, M: number): number {
  assertScale(R, N);
  assertWholeNumber(M, 'M', 0, MOST_DRAWS);
  if (N === Infinity) refuse('N', 'be finite', N);
  if (N === 1 || M === 0) return 0;
  const [a, b] = [R / N, R - R / N];
  // Chances of k relative to that of none, ln of R (R + 1) … (R + k − 1), and by how much it exceeds ln of a (a + 1) … (a + k − 1).
  const logChance = new Float64Array(M + 1);
  const logOfAll = new Float64Array(M + 1);
  const logRatio = new Float64Array(M + 1);
  for (let k = 0; k < M; k++) {
    logOfAll[k + 1] = logOfAll[k] + Math.log(R + k);
    logRatio[k + 1] = logRatio[k] + Math.log1p(b / (a + k));
    logChance[k + 1] = logChance[k] + Math.log(((M - k) * (a + k)) / ((k + 1) * (b + (M - k - 1))));
  }
  const largest = logChance.reduce((most, value) => Math.max(most, value), 0);
  let [mass, expected] = [0, 0];
  for (let k = 0; k <= M; k++) {
    const chance = Math.exp(logChance[k] - largest);
    mass += chance;
    // On average a component has M/N draws: so ln of R … (R + M − 1) may be dealt out to components by their counts, and hardly cancels.
    expected += chance * (logRatio[k] + ((k / M) * logOfAll[M] - logOfAll[k]));
  }
  return (N * expected) / mass;
}

/** I(α; Z₁ … Z_M) = H(Z₁ … Z_M) − M E H(α), in nats: what M draws tell about the weights. */
export function informationAboutWeights(R: number, N: number, M: number): number {
  return entropyOfDraws(R, N, M) - M * expectedEntropy(R, N);
}

/** ln of the probability of one sequence with these counts, when the weights are Dirichlet with these parameters and unknown. */
export function logEvidence(counts: readonly number[], parameters: readonly number[]): number {
  assertCounts(counts, parameters);
  const each = counts.map((n, i) => logRisingFactorial(parameters[i], n));
  return total(each) - logRisingFactorial(total(parameters), total(counts));
}

/** ln of the probability of the counts, in whatever order they came. */
export function logEvidenceOfCounts(counts: readonly number[], parameters: readonly number[]): number {
  return logEvidence(counts, parameters) + logGamma(total(counts) + 1) - total(counts.map((n) => logGamma(n + 1)));
}

/** Probability of each component for the next draw, (nᵢ + aᵢ)/(M + A): the mean of the posterior, which is Dirichlet with nᵢ + aᵢ. */
export function posteriorPredictive(counts: readonly number[], parameters: readonly number[]): number[] {
  assertCounts(counts, parameters);
  const sum = total(counts) + total(parameters);
  return counts.map((n, i) => (n + parameters[i]) / sum);
}
