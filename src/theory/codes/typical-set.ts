import { logSumExp } from '#theory/language-models/softmax.ts';
import { MOST_TOSSES, type CoinMixture } from '#theory/learning/coin-mixture.ts';
import { assertDistribution, assertProbability } from '#theory/measures/distribution.ts';
import {
  assertEach,
  assertFiniteNumbers,
  assertIndex,
  assertLength,
  assertList,
  assertNotNegative,
  assertObject,
  assertWholeNumber,
} from '#theory/numerics/assert.ts';
import { logGamma } from '#theory/numerics/special.ts';

/*
 * Sequences of n tosses by their number of heads (their type), all in logarithms, so that nothing underflows: sizes and
 * probabilities in nats. Cover and Thomas, chapters 3 and 11.
 */

/** Entry k of each list is about the sequences with k heads, k = 0 … n. */
export interface TossTypes {
  /** ln C(n, k): how many there are. */
  readonly logNumber: readonly number[];
  /** ln of the probability of one of them. */
  readonly logEach: readonly number[];
}

/** A set of sequences: ln of how many it holds, −∞ for none, and how probable it is that one of them comes. */
export interface SequenceSet {
  readonly logSize: number;
  readonly probability: number;
}

function assertTypes(types: TossTypes): void {
  assertObject(types, 'types');
  assertFiniteNumbers(types.logNumber, 'logNumber');
  assertFiniteNumbers(types.logEach, 'logEach');
  assertLength(types.logEach, 'logEach', types.logNumber.length, 'like logNumber');
}

/**
 * The types of n tosses of a coin that is drawn once from several. Throws RangeError unless every coin can show both sides.
 */
export function tossTypes(coins: CoinMixture, tosses: number): TossTypes {
  assertObject(coins, 'coins');
  const { biases, weights } = coins;
  assertDistribution(weights, 'weights');
  assertList(biases, 'biases');
  assertLength(biases, 'biases', weights.length, 'like weights');
  assertEach(biases, 'biases', (bias, name) => {
    assertProbability(bias, name);
    if (bias === 0 || bias === 1) throw new RangeError(`${name} must be between 0 and 1 and neither, got ${bias}`);
  });
  assertWholeNumber(tosses, 'tosses', 1, MOST_TOSSES);
  const heads = Array.from({ length: tosses + 1 }, (_, k) => k);
  const logFactorials = heads.map((k) => logGamma(k + 1));
  return {
    logNumber: heads.map((k) => Math.max(0, logFactorials[tosses] - logFactorials[k] - logFactorials[tosses - k])),
    logEach: heads.map((k) => {
      const byCoin = biases.flatMap((bias, i) =>
        weights[i] > 0 ? [Math.log(weights[i]) + k * Math.log(bias) + (tosses - k) * Math.log1p(-bias)] : [],
      );
      return byCoin.length === 1 ? byCoin[0] : logSumExp(byCoin);
    }),
  };
}

/** ln of the sum over some types. */
const logTotal = (logs: readonly number[]) => (logs.length === 0 ? -Infinity : logSumExp(logs));

const setOf = ({ logNumber, logEach }: TossTypes, holds: (k: number) => boolean): SequenceSet => {
  const members = Array.from(logNumber.keys()).filter(holds);
  const others = Array.from(logNumber.keys()).filter((k) => !holds(k));
  const [inside, outside] = [members, others].map((all) =>
    Math.exp(logTotal(all.map((k) => logNumber[k] + logEach[k]))),
  );
  return {
    logSize: logTotal(members.map((k) => logNumber[k])),
    // From the smaller side, which has no rounding of sums near 1.
    probability: inside < outside ? inside : 1 - outside,
  };
};

/** Whether −(1/n) ln P of a sequence with k heads is within the tolerance of the rate, up to rounding. */
const isTypical = ({ logEach }: TossTypes, k: number, rate: number, tolerance: number) =>
  Math.abs(-logEach[k] / (logEach.length - 1) - rate) <= tolerance + 1e-12;

/**
 * The sequences whose surprisal per toss, −(1/n) ln P, is within the tolerance of the rate, all in nats, and those that are not.
 * The typical set if the rate is the entropy of a toss. Cover and Thomas, section 3.1.
 */
export function typicalSet(
  types: TossTypes,
  rate: number,
  tolerance: number,
): { readonly typical: SequenceSet; readonly others: SequenceSet; readonly heads: readonly number[] } {
  assertTypes(types);
  assertNotNegative(rate, 'rate');
  assertNotNegative(tolerance, 'tolerance');
  const holds = types.logEach.map((_, k) => isTypical(types, k, rate, tolerance));
  return {
    typical: setOf(types, (k) => holds[k]),
    others: setOf(types, (k) => !holds[k]),
    heads: Array.from(holds.keys()).filter((k) => holds[k]),
  };
}

/** All sequences that are at least as probable as one with so many heads. */
export function atLeastAsLikely(types: TossTypes, heads: number): SequenceSet {
  assertTypes(types);
  assertIndex(heads, 'heads', types.logEach.length);
  return setOf(types, (k) => types.logEach[k] >= types.logEach[heads] - 1e-12 * Math.abs(types.logEach[heads]));
}

/**
 * How many sequences must be kept at least so that what comes is among them with this probability: the likeliest ones, and of
 * the last type only as many as it takes, a whole number where that can be said.
 */
export function smallestSet(
  types: TossTypes,
  probability: number,
): SequenceSet & {
  /** ln of the probability of the least likely sequence in it; 0 if there is none. */
  readonly logLeast: number;
} {
  assertTypes(types);
  assertProbability(probability, 'probability');
  const { logNumber, logEach } = types;
  const kept: number[] = [];
  let [reached, logLeast] = [0, 0];
  for (const k of Array.from(logEach.keys()).sort((a, b) => logEach[b] - logEach[a])) {
    const missing = probability - reached;
    if (missing <= 1e-15) break;
    const total = Math.exp(logNumber[k] + logEach[k]);
    logLeast = logEach[k];
    if (total < missing) {
      kept.push(logNumber[k]);
      reached += total;
      continue;
    }
    // missing / each of them, in logarithms.
    const logPart = Math.log(missing) - logEach[k];
    const part = Math.exp(logPart);
    const whole = part < 2 ** 50 ? Math.log(Math.max(1, Math.ceil(part * (1 - 1e-9)))) : logPart;
    kept.push(Math.min(logNumber[k], whole));
    reached += Math.exp(kept[kept.length - 1] + logEach[k]);
    break;
  }
  return { logSize: logTotal(kept), probability: Math.min(1, reached), logLeast };
}
