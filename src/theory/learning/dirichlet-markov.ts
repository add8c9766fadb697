import { assertPositive, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { expectedEntropyOf, posteriorPredictive } from './dirichlet.ts';
import { sum } from '#theory/measures/distribution.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';

/** Expected log-loss of one symbol, in nats, given those before it: of several who predict it. */
export interface InContextLoss {
  /** Of the posterior predictive (n_ij + α)/(n_i + Aα), the statistical induction head: nobody does better. */
  readonly bayes: number;
  /** Of (n_j + α)/(n + Aα), who counts symbols and not pairs. */
  readonly unigram: number;
  /** Of one who knows the chain. The first symbol is uniform for all. */
  readonly irreducible: number;
}

/** All sequences with the same transition counts and the same last symbol are alike. */
interface Type {
  readonly counts: readonly (readonly number[])[];
  readonly last: number;
  /** Their probability, all together. */
  readonly mass: number;
}

/** ln A for the first symbol, whoever predicts. */
const firstLoss = (symbols: number): InContextLoss => {
  const loss = Math.log(symbols);
  return { bayes: loss, unigram: loss, irreducible: loss };
};

/** Limits of the recursion, whose time grows with the number of types. */
const MOST_SYMBOLS = 10;
const MOST_TOKENS = 1000;
const MOST_TYPES = 2e8;

/**
 * In-context learning of a Markov chain whose rows are drawn from a symmetric Dirichlet law with parameter α: the expected losses of
 * symbol 1, 2, …, T, exactly. bayes sums to H(X_1 … X_T), and bayes − irreducible to I(X_1 … X_T; rows), the estimation error.
 * By recursion over transition counts and last symbol, which is all that the past tells of the chain; the first symbol may be
 * taken as 0, by symmetry. The number of types grows like T^(A² − A): meant for T up to 128 and two symbols, or 20 and three.
 * Throws RangeError unless A and T are whole numbers, A at least 2, and α is positive.
 */
export function inContextLosses(symbols: number, alpha: number, tokens: number): InContextLoss[] {
  assertWholeNumber(symbols, 'symbols', 2, MOST_SYMBOLS);
  assertPositive(alpha, 'alpha');
  assertWholeNumber(tokens, 'tokens', 0, MOST_TOKENS);
  if (tokens ** (symbols * (symbols - 1)) > MOST_TYPES) {
    refuse('tokens', `make at most ${MOST_TYPES} types with ${symbols} symbols`, tokens);
  }
  if (tokens === 0) return [];
  const prior = new Array<number>(symbols).fill(alpha);
  const none = prior.map(() => prior.map(() => 0));
  const losses = [firstLoss(symbols)];
  let types: readonly Type[] = [{ counts: none, last: 0, mass: 1 }];
  while (losses.length < tokens) {
    let [bayes, unigram, irreducible] = [0, 0, 0];
    const next = new Map<string, { -readonly [Key in keyof Type]: Type[Key] }>();
    for (const { counts, last, mass } of types) {
      const row = counts[last];
      const law = posteriorPredictive(row, prior);
      const symbolCounts = prior.map((_, j) => sum(counts.map((r) => r[j])) + (j === 0 ? 1 : 0));
      bayes += mass * entropy(law);
      unigram += mass * crossEntropy(law, posteriorPredictive(symbolCounts, prior));
      irreducible += mass * expectedEntropyOf(row.map((n) => n + alpha));
      law.forEach((p, y) => {
        const after = counts.map((r, x) => (x === last ? r.map((n, j) => (j === y ? n + 1 : n)) : r));
        const key = `${y}:${after.join()}`;
        const same = next.get(key);
        if (same) same.mass += mass * p;
        else next.set(key, { counts: after, last: y, mass: mass * p });
      });
    }
    losses.push({ bayes, unigram, irreducible });
    types = [...next.values()];
  }
  return losses;
}
