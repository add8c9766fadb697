import { assertPositive, assertWholeNumber } from '#theory/numerics/assert.ts';
import { assertProbability } from '#theory/measures/distribution.ts';
import { digamma } from '#theory/numerics/special.ts';
import { binomialLaw } from './coin-mixture.ts';

/*
 * What tosses of a coin told somebody whose prior for its bias is Beta(a, b): D(posterior ‖ prior). It depends on the prior, and so do its two
 * expectations: before the tosses by the prior itself, where it is I(tosses; bias), and by the true coin.
 */

/** Most tosses: lists with one entry more. */
const MOST_TOSSES = 1e5;

/** 0, term(0), term(0) + term(1), … */
function sums(count: number, term: (i: number) => number): Float64Array {
  const all = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) all[i + 1] = all[i] + term(i);
  return all;
}

/** What belongs to the prior and the number of tosses. */
function tablesOf(a: number, b: number, tosses: number) {
  assertPositive(a, 'a');
  assertPositive(b, 'b');
  const logs = (from: number) => sums(tosses, (i) => Math.log(from + i));
  const slopes = (from: number) => sums(tosses, (i) => 1 / (from + i));
  const [rise, fall, whole] = [logs(a), logs(b), logs(a + b)];
  const [ofA, ofB, ofBoth] = [slopes(a), slopes(b), slopes(a + b)];
  const [startA, startB, startBoth] = [a, b, a + b].map(digamma);
  return {
    /** −ln of the probability of a sequence with so many heads among all tosses. */
    bill: (heads: number) => whole[tosses] - rise[heads] - fall[tosses - heads],
    /** The mean under the posterior of −ln of the probability that a coin gives to such a sequence. */
    fit(heads: number) {
      const center = startBoth + ofBoth[tosses];
      const tails = tosses - heads;
      return heads * (center - startA - ofA[heads]) + tails * (center - startB - ofB[tails]);
    },
  };
}

/** What one sequence of tosses did to a belief, in nats. */
export interface BetaGain {
  /** D(posterior ‖ prior): what was learned. */
  readonly learned: number;
  /** −ln P(tosses): what they cost one who predicts by this prior. */
  readonly bill: number;
  /** The mean of −ln P(tosses | bias) under the posterior. bill = fit + learned. */
  readonly fit: number;
}

/**
 * After so many heads and tails from Beta(a, b). learned = bill − fit: Bayes' rule says posterior/prior = P(tosses | bias)/P(tosses). Throws
 * RangeError unless a, b > 0 and heads and tails are whole numbers up to 10⁵ together.
 */
export function gainOfBeta(a: number, b: number, heads: number, tails: number): BetaGain {
  assertWholeNumber(heads, 'heads', 0, MOST_TOSSES);
  assertWholeNumber(tails, 'tails', 0, MOST_TOSSES - heads);
  const { bill, fit } = tablesOf(a, b, heads + tails);
  return { learned: Math.max(0, bill(heads) - fit(heads)), bill: bill(heads), fit: fit(heads) };
}

/**
 * E D(posterior ‖ prior) in nats for tosses of a coin whose bias is known to us, and not to the one who learns. Under the predictive law of
 * the prior itself the expectation would be I(tosses; bias). Throws RangeError unless a, b > 0, tosses is a whole number up to 10⁵ and bias
 * a probability.
 */
export function expectedGainOfBeta(a: number, b: number, tosses: number, bias: number): number {
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  assertProbability(bias, 'bias');
  const { bill, fit } = tablesOf(a, b, tosses);
  const law = binomialLaw(tosses, bias);
  return law.reduce((sum, p, heads) => (p > 0 ? sum + p * Math.max(0, bill(heads) - fit(heads)) : sum), 0);
}
