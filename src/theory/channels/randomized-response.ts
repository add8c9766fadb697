import {
  assertBetween,
  assertNotNegative,
  assertNotNegativeOrInfinite,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { logGamma } from '#theory/numerics/special.ts';
import { binarySymmetric, jointOfChannel } from './channel.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';

/** What an answer given through a coin tells about the bit behind it. Information in nats. */
export interface RandomizedResponse {
  /** 1/(1 + e^ε): with this probability the opposite of the truth is said. */
  readonly flip: number;
  /** I(bit; answer) for a fair bit. */
  readonly information: number;
  /** ε: no ε-private mechanism tells more about one record, whatever is known of the others. */
  readonly bound: number;
  /** ε²/2, smaller than ε for ε < 2. Bun and Steinke 2016. */
  readonly quadraticBound: number;
  /** Total variation of the answers to the two bits, tanh(ε/2): how much better than chance the bit can be guessed. */
  readonly totalVariation: number;
}

/**
 * Randomized response with privacy ε: e^ε is the largest ratio of the probabilities of one answer under two bits, and this is
 * the mechanism that attains it. Throws RangeError unless ε is at least 0. Warner 1965; Dwork and Roth 2014.
 */
export function randomizedResponse(epsilon: number): RandomizedResponse {
  assertNotNegativeOrInfinite(epsilon, 'epsilon');
  const flip = 1 / (1 + Math.exp(epsilon));
  return {
    flip,
    information: mutualInformation(jointOfChannel([0.5, 0.5], binarySymmetric(flip))),
    bound: epsilon,
    quadraticBound: epsilon ** 2 / 2,
    totalVariation: Math.tanh(epsilon / 2),
  };
}

/** What several independent answers about one bit tell of it. Amounts in nats. */
export interface RepeatedResponse {
  /** P(j of the answers say yes) for j = 0 … k, if the bit is a yes and if it is a no. */
  readonly ifYes: readonly number[];
  readonly ifNo: readonly number[];
  /** P(the bit is a yes) after j answers that say yes. */
  readonly posterior: readonly number[];
  /** I(bit; answers). */
  readonly information: number;
  /** k ε: the privacy of all answers together. */
  readonly bound: number;
  /** D(answers of a yes ‖ answers of a no) = k ε tanh(ε/2), the same in the other direction. Never less than the information. */
  readonly divergence: number;
  /** The largest ln P(answers | bit)/P(answers): what is told in the worst case and not on average. */
  readonly worst: number;
}

/** Of k answers the largest number that is allowed. */
const MOST_ANSWERS = 1000;

/**
 * k answers by randomized response, each with privacy ε and a coin of its own, about a bit that is a yes with probability `prior`. Throws
 * RangeError unless prior is between 0 and 1, ε at least 0, and k a whole number up to 1000. Composition: Dwork and Roth 2014.
 */
export function repeatedResponse(prior: number, epsilon: number, answers: number): RepeatedResponse {
  assertBetween(prior, 'prior', 0, 1);
  assertNotNegative(epsilon, 'epsilon');
  assertWholeNumber(answers, 'answers', 1, MOST_ANSWERS);
  const [logSame, logFlip] = [-Math.log1p(Math.exp(-epsilon)), -epsilon - Math.log1p(Math.exp(-epsilon))];
  const logChoose = (j: number) => logGamma(answers + 1) - logGamma(j + 1) - logGamma(answers - j + 1);
  const counts = Array.from({ length: answers + 1 }, (_, j) => j);
  const ifYes = counts.map((j) => Math.exp(logChoose(j) + j * logSame + (answers - j) * logFlip));
  const ifNo = [...ifYes].reverse();
  // The odds of a yes change by e^ε with each answer that says yes, and by e^(−ε) with each other.
  const evidence = counts.map((j) => (2 * j - answers) * epsilon);
  const posterior = evidence.map((nats) => (prior === 0 ? 0 : 1 / (1 + ((1 - prior) / prior) * Math.exp(-nats))));
  // ln P(j | bit)/P(j) for a yes is −ln(prior + (1 − prior) e^(−evidence)); likewise for a no.
  const told = (share: number, nats: number) => -Math.log(share + (1 - share) * Math.exp(-nats));
  const [yes, no] = [evidence.map((nats) => told(prior, nats)), evidence.map((nats) => told(1 - prior, -nats))];
  const mean = (law: readonly number[], values: readonly number[]) => law.reduce((sum, p, j) => sum + (p > 0 ? p * values[j] : 0), 0); // prettier-ignore
  return {
    ...{ ifYes, ifNo, posterior },
    information: (prior > 0 ? prior * mean(ifYes, yes) : 0) + (prior < 1 ? (1 - prior) * mean(ifNo, no) : 0),
    bound: answers * epsilon,
    divergence: answers * epsilon * Math.tanh(epsilon / 2),
    worst: Math.max(0, ...(prior > 0 ? yes : []), ...(prior < 1 ? no : [])),
  };
}

/**
 * Standard error of the share of yeses among n patients, estimated from k answers of each: the mean answer, less the flips, divided by 1 − 2
 * flip. Exact, for patients drawn at random from many with this share: √((share(1 − share) + flip(1 − flip)/(k (1 − 2 flip)²))/n).
 * Throws RangeError unless share is between 0 and 1, ε positive, and k and n whole numbers from 1 on. Warner 1965 for k = 1.
 */
export function errorOfShare(share: number, epsilon: number, answers: number, patients: number): number {
  assertBetween(share, 'share', 0, 1);
  assertPositive(epsilon, 'epsilon');
  assertWholeNumber(answers, 'answers', 1);
  assertWholeNumber(patients, 'patients', 1);
  const sinh = Math.sinh(epsilon / 2);
  if (sinh === 0) refuse('epsilon', 'be large enough to divide by its square', epsilon);
  return Math.sqrt((share * (1 - share) + 1 / (4 * sinh * sinh) / answers) / patients);
}
