import {
  assertEach,
  assertFunction,
  assertLength,
  assertList,
  assertNotEmpty,
  assertPositive,
} from '#theory/numerics/assert.ts';
import { binomialLaw } from './coin-mixture.ts';
import { logEvidence } from './dirichlet.ts';
import { assertDistribution, assertProbability, sum } from '#theory/measures/distribution.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { integrateUnitInterval } from '#theory/numerics/quadrature.ts';
import { logGamma } from '#theory/numerics/special.ts';

/**
 * A law of documents in two steps: ψ, shared by all of them, is drawn once; given ψ each document draws its own coin Θ and consists
 * of tosses of it. Here is what the exact split of its information needs.
 */
export interface DocumentHierarchy {
  /** Everything that the documents read so far tell; that of no document. */
  readonly start: readonly number[];
  /** With one document more, of so many tosses in which heads came so often. */
  extend(evidence: readonly number[], tosses: number, heads: number): number[];
  /** Probability of the documents, toss for toss. */
  probability(evidence: readonly number[]): number;
  /** E H(D | ψ) of a document of so many tosses, in nats. */
  entropyGivenPsi(tosses: number): number;
  /** E h(Θ), the entropy of a toss of a known coin, in nats. */
  readonly entropyOfToss: number;
}

/** Probability of one given sequence of tosses with so many heads. */
const ofSequence = (bias: number, tosses: number, heads: number) => bias ** heads * (1 - bias) ** (tosses - heads);

/**
 * Entropy of a document of a mixture of coins, toss for toss, as a function of their weights: −Σ_k C(T, k) f ln f with
 * f = Σ weight b^k (1 − b)^(T − k).
 */
function entropyOfDocument(coins: readonly number[], tosses: number): (weights: readonly number[]) => number {
  const byHeads = Array.from({ length: tosses + 1 }, (_, heads) => coins.map((b) => ofSequence(b, tosses, heads)));
  const laws = coins.map((bias) => binomialLaw(tosses, bias));
  return (weights) => {
    let total = 0;
    byHeads.forEach((sequence, heads) => {
      let [each, all] = [0, 0];
      weights.forEach((w, j) => {
        each += w * sequence[j];
        all += w * laws[j][heads];
      });
      if (each > 0) total -= all * Math.log(each);
    });
    return total;
  };
}

/**
 * ψ is one of finitely many worlds; in world i a document has coin j with probability worlds[i][j]. Throws RangeError unless
 * prior and worlds are laws of the right sizes.
 */
export function finiteWorlds(
  prior: readonly number[],
  worlds: readonly (readonly number[])[],
  coins: readonly number[],
): DocumentHierarchy {
  assertDistribution(prior, 'prior');
  assertList(worlds, 'worlds');
  if (worlds.length !== prior.length) {
    throw new RangeError(`worlds must be one for each of the ${prior.length} entries of prior, got ${worlds.length}`);
  }
  assertEach(coins, 'coins', assertProbability);
  assertEach(worlds, 'worlds', (weights, name) => {
    assertDistribution(weights, name);
    assertLength(weights, name, coins.length, 'like coins');
  });
  return {
    start: prior,
    extend: (evidence, tosses, heads) => {
      const each = coins.map((bias) => ofSequence(bias, tosses, heads));
      return evidence.map((p, i) => p * sum(each.map((q, j) => q * worlds[i][j])));
    },
    probability: sum,
    entropyGivenPsi: (tosses) => {
      const given = entropyOfDocument(coins, tosses);
      return sum(worlds.map((weights, i) => prior[i] * given(weights)));
    },
    entropyOfToss: sum(worlds.map((weights, i) => prior[i] * sum(weights.map((w, j) => w * binaryEntropy(coins[j]))))),
  };
}

/** A pair of coins, and which of them a document has. */
export type CoinPair = readonly [number, number];

/**
 * The sparse mixture with two components: ψ is a pair of coins, any of `pairs` with the same chance (one pair if the coins are
 * known), and the weight α of its first coin, α ~ Beta(R/2, R/2). α is integrated out: the evidence holds, for each pair and each
 * number j of documents with the first coin, the sum over all such assignments of the probability of the tosses, the coefficient
 * of z^j in Π (z p₁ + p₂). Throws RangeError unless R is positive and all are probabilities.
 */
export function sparsePairs(R: number, pairs: readonly CoinPair[]): DocumentHierarchy {
  assertPositive(R, 'R');
  assertNotEmpty(pairs, 'pairs');
  assertEach(pairs, 'pairs', (pair, name) => {
    assertEach(pair, name, assertProbability);
    assertLength(pair, name, 2, ', one per coin');
  });
  const half = R / 2;
  const laws: number[][] = [];
  const mean = (of: (pair: CoinPair) => number) => sum(pairs.map(of)) / pairs.length;
  return {
    start: pairs.map(() => 1 / pairs.length),
    extend: (evidence, tosses, heads) => {
      const size = evidence.length / pairs.length;
      return pairs.flatMap(([first, second], i) => {
        const [p, q] = [ofSequence(first, tosses, heads), ofSequence(second, tosses, heads)];
        const at = (j: number) => (j >= 0 && j < size ? evidence[i * size + j] : 0);
        return Array.from({ length: size + 1 }, (_, j) => p * at(j - 1) + q * at(j));
      });
    },
    probability: (evidence) => {
      const documents = evidence.length / pairs.length - 1;
      // Probability of one given assignment, j of the documents to the first coin: E α^j (1 − α)^(M − j).
      const law = (laws[documents] ??= Array.from({ length: documents + 1 }, (_, j) =>
        Math.exp(logEvidence([j, documents - j], [half, half])),
      ));
      return sum(evidence.map((p, i) => p * law[i % (documents + 1)]));
    },
    entropyGivenPsi: (tosses) =>
      mean((pair) => {
        const given = entropyOfDocument(pair, tosses);
        return expectationUnderBeta(half, (alpha, rest) => given([alpha, rest]));
      }),
    entropyOfToss: mean(([first, second]) => (binaryEntropy(first) + binaryEntropy(second)) / 2),
  };
}

/**
 * E f(α, 1 − α) for α ~ Beta(a, a), about twelve digits for smooth f. Each half of the interval is stretched by α = ½ v^(1/a), which
 * takes the pole of the density away that it has at the end if a < 1.
 */
export function expectationUnderBeta(a: number, f: (alpha: number, rest: number) => number): number {
  assertPositive(a, 'a');
  assertFunction(f, 'f');
  const density = Math.exp(logGamma(2 * a) - 2 * logGamma(a) - a * Math.LN2) / a;
  return integrateUnitInterval((v) => {
    const alpha = 0.5 * v ** (1 / a);
    return density * (1 - alpha) ** (a - 1) * (f(alpha, 1 - alpha) + f(1 - alpha, alpha));
  });
}
