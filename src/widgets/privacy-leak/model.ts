import { errorOfShare, randomizedResponse, repeatedResponse, type RepeatedResponse } from '#theory/channels/randomized-response.ts'; // prettier-ignore
import { entropy } from '#theory/measures/entropy.ts';
import { params, type Asked } from './parameters.ts';

/** At one ε, in nats: what leaks, what is promised, and how well the share is known. */
export interface Point {
  readonly epsilon: number;
  readonly information: number;
  readonly bound: number;
  readonly divergence: number;
  /** Standard error of the estimated share. */
  readonly error: number;
}

export interface Leak extends RepeatedResponse {
  readonly flip: number;
  /** P(j answers say yes). */
  readonly chances: readonly number[];
  /** H(bit), more than which nothing tells. */
  readonly entropy: number;
  readonly error: number;
  /** The same if all told the truth. */
  readonly plainError: number;
  /** Over all ε, for the other parameters as they are. */
  readonly curve: readonly Point[];
}

const steps = 60;
const { min, max } = params.epsilon;
const grid = Array.from({ length: steps + 1 }, (_, i) => min * (max / min) ** (i / steps));

export function compute({ epsilon, prior, answers, patients }: Asked): Leak {
  const response = repeatedResponse(prior, epsilon, answers);
  const { ifYes, ifNo } = response;
  return {
    ...response,
    flip: randomizedResponse(epsilon).flip,
    chances: ifYes.map((p, j) => prior * p + (1 - prior) * ifNo[j]),
    entropy: entropy([prior, 1 - prior]),
    error: errorOfShare(prior, epsilon, answers, patients),
    plainError: Math.sqrt((prior * (1 - prior)) / patients),
    curve: grid.map((at) => {
      const { information, bound, divergence } = repeatedResponse(prior, at, answers);
      return { epsilon: at, information, bound, divergence, error: errorOfShare(prior, at, answers, patients) };
    }),
  };
}
