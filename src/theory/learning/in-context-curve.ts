import {
  assertEach,
  assertLength,
  assertList,
  assertObject,
  assertWholeNumber,
  assertWholeNumberOrInfinite,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';

/** ψ is one of finitely many worlds; in world i a document is tosses of coin j with probability worlds[i][j]. */
export interface CoinWorlds {
  /** Probability of each world. */
  readonly prior: readonly number[];
  readonly worlds: readonly (readonly number[])[];
  /** Chance of heads of each coin. */
  readonly coins: readonly number[];
}

/** Entry τ is about the first τ tosses of a new document, all together, in nats; τ = 0, 1, …, T. */
export interface InContextCurve {
  /** I(D^τ; Θ | H): what the optimal predictor pays beyond one who knows the document's coin, after reading M documents H. */
  readonly excess: readonly number[];
  /** I(D^τ; Θ | ψ): what of it no number of documents takes away. */
  readonly intra: readonly number[];
  /** I(H; ψ)/M + I(D^τ; Θ | ψ) ≥ excess, for τ ≤ T; infinite if M is 0, and equal to intra if M is infinite. */
  readonly bound: readonly number[];
  /** I(H; ψ) of the M documents of T tosses. */
  readonly meta: number;
}

const surprise = (p: number) => (p > 0 ? -p * Math.log(p) : 0);

/** C(n, k) for k = 0 … n. */
function binomials(n: number): number[] {
  const row = [1];
  for (let k = 1; k <= n; k++) row.push((row[k - 1] * (n - k + 1)) / k);
  return row;
}

/** Most tosses of a document: there is a law for every pair of a length and a number of heads. */
const MOST_TOSSES = 1000;

/** Most cases that are enumerated. */
const MOST_CASES = 1e7;

/** Throws RangeError if M documents of T tosses make more than ten million multisets of numbers of heads, C(M + T, T). */
export function assertCases(documents: number, tosses: number): void {
  assertWholeNumber(documents, 'documents');
  assertWholeNumber(tosses, 'tosses');
  let cases = 1;
  for (let i = 1; i <= Math.min(documents, tosses); i++) {
    cases *= (Math.max(documents, tosses) + i) / i;
    if (cases > MOST_CASES) refuse('documents', `make at most ${MOST_CASES} cases with ${tosses} tosses`, documents);
  }
  if (tosses > MOST_CASES) refuse('tosses', `be at most ${MOST_CASES}`, tosses);
}

function assertCoinWorlds(source: CoinWorlds): void {
  assertObject(source, 'source');
  const { prior, worlds, coins } = source;
  assertDistribution(prior, 'prior');
  assertList(worlds, 'worlds');
  if (worlds.length !== prior.length)
    throw new RangeError(`worlds must be one for each of the ${prior.length} entries of prior, got ${worlds.length}`);
  assertEach(coins, 'coins', assertProbability);
  assertEach(worlds, 'worlds', (weights, name) => {
    assertDistribution(weights, name);
    assertLength(weights, name, coins.length, 'like coins');
  });
}

/**
 * In-context learning after M documents of T tosses, exactly: what the first τ tosses of one document more cost beyond the entropy of
 * its coin, for every τ ≤ T at once. `splitMetaAndIntra` is the same for one τ and other hierarchies. By enumeration of the C(M + T, T)
 * multisets of numbers of heads; their cost does not depend on the number of coins. M is a whole number from 0, or Infinity: ψ is known.
 * Throws RangeError on anything else, or unless T ≥ 1. Jeon, Lee, Lei and Van Roy 2024, theorem 4.7.
 */
export function inContextCurve(source: CoinWorlds, documents: number, tosses: number): InContextCurve {
  assertCoinWorlds(source);
  assertWholeNumberOrInfinite(documents, 'documents');
  assertWholeNumber(tosses, 'tosses', 1, MOST_TOSSES);
  if (documents !== Infinity) assertCases(documents, tosses);
  const { prior, worlds, coins } = source;
  const counts = Array.from({ length: tosses + 1 }, (_, t) => t);
  const orders = counts.map(binomials);
  // laws[t][k][i]: probability, in world i, of one sequence of t tosses with k heads.
  const laws = counts.map((t) =>
    orders[t].map((_, k) =>
      worlds.map((weights) => sum(coins.map((b, j) => weights[j] * b ** k * (1 - b) ** (t - k)))),
    ),
  );
  const entropyOfToss = sum(prior.map((p, i) => p * sum(coins.map((b, j) => worlds[i][j] * binaryEntropy(b)))));
  const entropyGivenPsi = counts.map((t) =>
    sum(prior.map((p, i) => p * sum(orders[t].map((ways, k) => ways * surprise(laws[t][k][i]))))),
  );
  const intra = counts.map((t) => Math.max(0, entropyGivenPsi[t] - t * entropyOfToss));
  if (documents === Infinity) return { excess: intra, intra, bound: intra, meta: 0 };

  const withNew = counts.map(() => 0);
  /** `ways` sequences have this evidence, prior times likelihood of each world; the last `repeats` documents have `least` heads. */
  const visit = (evidence: readonly number[], left: number, least: number, repeats: number, ways: number) => {
    if (left === 0) {
      for (let t = 0; t <= tosses; t++)
        for (let k = 0; k <= t; k++) {
          const law = laws[t][k];
          let p = 0;
          for (let i = 0; i < law.length; i++) p += evidence[i] * law[i];
          withNew[t] += ways * orders[t][k] * surprise(p);
        }
      return;
    }
    for (let heads = least; heads <= tosses; heads++) {
      const same = heads === least ? repeats + 1 : 1;
      const next = evidence.map((p, i) => p * laws[tosses][heads][i]);
      visit(next, left - 1, heads, same, (ways * orders[tosses][heads] * (documents - left + 1)) / same);
    }
  };
  visit(prior, documents, 0, 0, 1);
  const excess = counts.map((t) => Math.max(0, withNew[t] - withNew[0] - t * entropyOfToss));
  const meta = Math.max(0, withNew[0] - documents * entropyGivenPsi[tosses]);
  const perDocument = documents > 0 ? meta / documents : Infinity;
  return { excess, intra, bound: intra.map((nats) => nats + perDocument), meta };
}
