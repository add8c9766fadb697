import { mixture } from '#theory/measures/distribution.ts';
import { entropy, perplexity, surprisal } from '#theory/measures/entropy.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import { others, type Asked } from './parameters.ts';

/** Amounts in nats. */
export interface Bars {
  readonly p: readonly number[];
  /** Infinite for what cannot happen. */
  readonly surprisals: readonly number[];
  /** What each outcome adds to the entropy, p · s: 0 for what cannot happen. */
  readonly parts: readonly number[];
  readonly entropy: number;
  readonly perplexity: number;
  /** The most that so many outcomes can have, ln n. */
  readonly highest: number;
  /** How many outcomes have a positive probability. */
  readonly possible: number;
  /** The box with dice of two machines. */
  readonly box: {
    readonly law: readonly number[];
    readonly second: number;
    readonly entropy: number;
    /** (1 − share) H(first) + share H(second). */
    readonly average: number;
    /** What a throw tells about the machine. */
    readonly told: number;
  };
}

export function compute({ p, other, share }: Asked): Bars {
  const surprisals = p.map(surprisal);
  const own = entropy(p);
  const q = others[other](p);
  const second = entropy(q);
  const law = mixture(q, p, share);
  return {
    ...{ p, surprisals },
    parts: p.map((pi, i) => (pi > 0 ? pi * surprisals[i] : 0)),
    entropy: own,
    perplexity: perplexity(own),
    highest: Math.log(p.length),
    possible: p.filter((pi) => pi > 0).length,
    box: {
      ...{ law, second },
      entropy: entropy(law),
      average: (1 - share) * own + share * second,
      told: mutualInformation([p.map((pi) => (1 - share) * pi), q.map((qi) => share * qi)]),
    },
  };
}
