import { digamma, eulerGamma, logGamma, logRisingFactorial } from '#theory/numerics/special.ts';

/**
 * The symmetric Dirichlet distribution of N weights with parameter R/N each, the prior of the sparse mixture. R is its
 * scale: for small R nearly all weight lies on a few components. N may be Infinity, the limit of fixed R.
 */
function assertScale(R: number, N: number): void {
  if (!(R > 0) || R === Infinity) throw new RangeError(`R must be a positive number, got ${R}`);
  if (N !== Infinity && !(Number.isSafeInteger(N) && N >= 1))
    throw new RangeError(`N must be a whole number, at least 1, or Infinity, got ${N}`);
}

function assertDraws(M: number): void {
  if (!Number.isSafeInteger(M) || M < 0) throw new RangeError(`M must be a whole number, at least 0, got ${M}`);
}

function assertParameters(parameters: readonly number[]): void {
  const wrong = parameters.find((a) => !(a > 0) || a === Infinity);
  if (parameters.length === 0 || wrong !== undefined)
    throw new RangeError(`parameters must be positive numbers, got ${wrong ?? 'none'}`);
}

function assertCounts(counts: readonly number[], parameters: readonly number[]): void {
  assertParameters(parameters);
  if (counts.length !== parameters.length)
    throw new RangeError(`counts must be as many as parameters, got ${counts.length} and ${parameters.length}`);
  for (const n of counts)
    if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`counts must be whole numbers, at least 0, got ${n}`);
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * E H(α) = ψ(R + 1) − ψ(R/N + 1) in nats. It rises with N to ψ(R + 1) + γ, the harmonic number of R for a whole R, and
 * so has a bound that does not know N.
 */
export function expectedEntropy(R: number, N: number): number {
  assertScale(R, N);
  return digamma(R + 1) - (N === Infinity ? -eulerGamma : digamma(R / N + 1));
}

/** E H(α) = ψ(A + 1) − Σ (aᵢ/A) ψ(aᵢ + 1), in nats, for any parameters a with the sum A. */
export function expectedEntropyOf(parameters: readonly number[]): number {
  assertParameters(parameters);
  const A = total(parameters);
  return parameters.reduce((sum, a) => sum - (a / A) * digamma(a + 1), digamma(A + 1));
}

/** E Σ αᵢ² = (R/N + 1)/(R + 1): how often two documents have the same source. */
export function probabilityOfSameSource(R: number, N: number): number {
  assertScale(R, N);
  return (R / N + 1) / (R + 1);
}

/**
 * Expected number of different components among M draws: N (1 − Π (1 − (R/N)/(R + i))) over i < M, and for N = ∞ the sum of
 * R/(R + i), which is R (ψ(R + M) − ψ(R)). In log1p and expm1, so that N = 10⁶ costs no digits. O(M).
 */
export function expectedDistinct(R: number, N: number, M: number): number {
  assertScale(R, N);
  assertDraws(M);
  return expectedDistinctAlong(R, N, M)[M];
}

/** expectedDistinct for 0, 1, …, M draws: the whole curve in O(M). */
export function expectedDistinctAlong(R: number, N: number, M: number): Float64Array {
  assertScale(R, N);
  assertDraws(M);
  const along = new Float64Array(M + 1);
  let sum = 0;
  for (let i = 0; i < M; i++) {
    const share = R / (R + i);
    sum += N === Infinity ? share : Math.log1p(-share / N);
    along[i + 1] = N === Infinity ? sum : -N * Math.expm1(sum);
  }
  return along;
}

/**
 * R ln(1 + M/R), which a published theorem uses for the number of different components. It is of the right order, and
 * smaller than the expected number for N = ∞, so it bounds nothing from above.
 */
export function publishedDistinct(R: number, M: number): number {
  assertScale(R, Infinity);
  assertDraws(M);
  return R * Math.log1p(M / R);
}

/** min{N, M, 1 + R ln(1 + (M − 1)/R)}, at least the expected number of different components (sum against integral); M ≥ 1. */
export function boundOnDistinct(R: number, N: number, M: number): number {
  assertScale(R, N);
  assertDraws(M);
  if (M === 0) return 0;
  return Math.min(N, M, 1 + R * Math.log1p((M - 1) / R));
}

/**
 * H(Z₁ … Z_M), in nats, of M labels drawn from α, which itself is not known. By symmetry −E ln p(Z) needs only the law of
 * one count, which is beta-binomial. O(M). N must be finite: among endlessly many names the first is worth ∞.
 */
export function entropyOfDraws(R: number, N: number, M: number): number {
  assertScale(R, N);
  assertDraws(M);
  if (N === Infinity) throw new RangeError(`N must be finite, got ${N}`);
  if (N === 1 || M === 0) return 0;
  const [a, b] = [R / N, R - R / N];
  // Chances of k relative to that of none, and ln of a (a + 1) … (a + k − 1).
  const [logChance, logOfCount] = [new Float64Array(M + 1), new Float64Array(M + 1)];
  for (let k = 0; k < M; k++) {
    logOfCount[k + 1] = logOfCount[k] + Math.log(a + k);
    logChance[k + 1] = logChance[k] + Math.log(((M - k) * (a + k)) / ((k + 1) * (b + M - k - 1)));
  }
  const largest = logChance.reduce((most, value) => Math.max(most, value), 0);
  let [mass, expected] = [0, 0];
  for (let k = 0; k <= M; k++) {
    const chance = Math.exp(logChance[k] - largest);
    mass += chance;
    expected += chance * logOfCount[k];
  }
  return logRisingFactorial(R, M) - (N * expected) / mass;
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
