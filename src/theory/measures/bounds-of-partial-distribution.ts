import { assertBoolean, assertEach, assertNotEmpty, assertNotNegative, assertObject } from '#theory/numerics/assert.ts';
import { assertProbability, sum } from './distribution.ts';

/** What a file of log-probabilities tells of one prediction: a few outcomes, usually the likeliest, and what came. */
export interface PartialDistribution {
  /** Probabilities of the listed alternatives, in any order, at least one. */
  readonly listed: readonly number[];
  /** Probability of the outcome that came, if it is not among the listed. */
  readonly observed?: number;
  /** How many outcomes there are in all, if known. */
  readonly vocabularySize?: number;
  /** Whether the listed are known to be the likeliest, so that no other outcome has more than the least of them. */
  readonly listedAreTop: boolean;
}

/** Bounds on the entropy of the whole distribution, in nats: the best there are, some distribution that fits attains each. */
export interface EntropyBounds {
  readonly lower: number;
  /** Infinite if probability is left over and the vocabulary size is unknown. */
  readonly upper: number;
  /** Probability that the file does not account for. */
  readonly rest: number;
}

/** −mass · ln p in nats, 0 for no mass: what outcomes of probability p each, together of this mass, add to the entropy. */
function entropyOfShares(mass: number, p: number): number {
  return mass > 0 ? -mass * Math.log(p) : 0;
}

/**
 * Bounds on the entropy of a distribution of which only some probabilities are known. The rest r lies on N
 * outcomes that the file does not name, each at most c: the least listed probability if the list is known to be the
 * top, else 1.
 *
 * Lower bound. −Σ q ln q is concave, so over {Σ q = r, 0 ≤ q ≤ c} it is least at a corner, and at a corner all but
 * one of the q are 0 or c: ⌊r/c⌋ outcomes at c and one with what remains. Without a ceiling that is one outcome with
 * all of r.
 * Upper bound. By concavity equal shares r/N are best, and they keep below the ceiling whenever anything does.
 *
 * Files round, so a total may exceed 1, or a rest its ceiling, by `rounding`. Beyond that, and if a probability is
 * out of range, the observed outcome exceeds the ceiling, or the vocabulary is smaller than the list, throws
 * RangeError.
 */
export function entropyBounds(partial: PartialDistribution, rounding = 1e-6): EntropyBounds {
  assertObject(partial, 'partial');
  assertNotNegative(rounding, 'rounding');
  const { listed, observed, vocabularySize, listedAreTop } = partial;
  assertNotEmpty(listed, 'listed');
  assertEach(listed, 'listed', assertProbability);
  assertBoolean(listedAreTop, 'listedAreTop');
  const ceiling = listedAreTop ? Math.min(...listed) : 1;
  if (observed !== undefined) {
    assertProbability(observed, 'observed');
    if (observed > ceiling + rounding) {
      throw new RangeError(`observed must be at most the least listed probability ${ceiling}, got ${observed}`);
    }
  }
  const known = observed === undefined ? listed : [...listed, observed];
  const others = outcomesLeft(known.length, vocabularySize);
  const rest = restMass(known, ceiling, others, rounding);
  const fromKnown = sum(known.map((p) => entropyOfShares(p, p)));
  const remainder = rest > 0 ? rest % ceiling : 0;
  return {
    lower: fromKnown + entropyOfShares(rest - remainder, ceiling) + entropyOfShares(remainder, remainder),
    upper: fromKnown + entropyOfShares(rest, rest / others),
    rest,
  };
}

/** Number of outcomes that the file does not name; infinite if the vocabulary size is unknown. */
function outcomesLeft(knownCount: number, vocabularySize: number | undefined): number {
  if (vocabularySize === undefined) return Infinity;
  if (!Number.isSafeInteger(vocabularySize) || vocabularySize < knownCount) {
    throw new RangeError(`vocabularySize must be a whole number of at least ${knownCount}, got ${vocabularySize}`);
  }
  return vocabularySize - knownCount;
}

/** 1 − Σ known, moved into what the others can hold if it misses that by rounding alone. */
function restMass(known: readonly number[], ceiling: number, others: number, rounding: number): number {
  const rest = 1 - sum(known);
  if (rest < -rounding) throw new RangeError(`listed probabilities must not exceed 1 together, got ${1 - rest}`);
  const room = ceiling === 0 ? 0 : others * ceiling;
  if (rest > room + rounding) {
    throw new RangeError(
      `listed must leave at most ${room} to the outcomes not listed, got ${rest}: this is not the top`,
    );
  }
  return Math.min(Math.max(0, rest), room);
}
