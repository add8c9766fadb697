import {
  assertEach,
  assertNotEmpty,
  assertObject,
  assertPositive,
  assertWholeNumber,
  refuse,
} from '#theory/numerics/assert.ts';
import { assertDistribution, assertProbability, normalize } from '#theory/measures/distribution.ts';
import { excessOfExpm1, excessOverLog1p } from '#theory/measures/near-equal.ts';

/*
 * Somebody predicts the tosses of a coin by Bayes' rule, from a prior that need not be the law by which the coin was drawn. With the truth
 * P and the belief Q, both laws of sequences, it costs D(P‖Q) beyond one whose prior is right, in expectation.
 */

/** One coin of a known bias, or one whose bias is drawn from Beta(a, b). */
export type CoinPart =
  | { readonly weight: number; readonly bias: number }
  | { readonly weight: number; readonly a: number; readonly b: number };

/** What is believed of the bias of a coin before the first toss: a mixture. */
export type CoinPrior = readonly CoinPart[];

/** Most tosses: sums over all of them and all numbers of heads have tosses²/2 terms. */
const MOST_TOSSES = 2000;

function assertPart(part: CoinPart, name: string): void {
  assertObject(part, name);
  if ('bias' in part) return assertProbability(part.bias, `${name}.bias`);
  assertPositive(part.a, `${name}.a`);
  assertPositive(part.b, `${name}.b`);
}

function assertPrior(prior: CoinPrior, name: string): void {
  assertNotEmpty(prior, name);
  assertEach(prior, name, assertPart);
  assertDistribution(
    prior.map(({ weight }) => weight),
    `weights of ${name}`,
  );
}

/** 0, term(0), term(0) + term(1), …: `count` sums. */
function sums(count: number, term: (i: number) => number): Float64Array {
  const all = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) all[i + 1] = all[i] + term(i);
  return all;
}

/** Bayes' rule for a prior, asked again and again. */
export interface CoinPredictor {
  /** ln of the probability of a given sequence with so many heads and tails; −∞ if it cannot be. */
  logOf(heads: number, tails: number): number;
  /** Probability that the next toss is heads, and that it is tails, each with its digits. */
  next(heads: number, tails: number): readonly [heads: number, tails: number];
  /** Whether a sequence with so many heads and tails can be. */
  allows(heads: number, tails: number): boolean;
  /** Of each part of the prior that has weight, after so many heads and tails. */
  posterior(heads: number, tails: number): number[];
}

/**
 * The Bayesian with this prior, for up to so many tosses; probabilities in logarithms, so that no sequence is too long. `next` and
 * `posterior` throw RangeError after what the prior excludes. Throws RangeError unless it is a prior and tosses a whole number up to 2000.
 */
export function coinPredictor(prior: CoinPrior, tosses: number): CoinPredictor {
  assertPrior(prior, 'prior');
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
  const parts = prior
    .filter(({ weight }) => weight > 0)
    .map((part) => {
      const logWeight = Math.log(part.weight);
      if ('bias' in part) {
        const both = [part.bias, 1 - part.bias] as const;
        const [logP, logQ] = [Math.log(part.bias), Math.log1p(-part.bias)];
        return {
          log: (heads: number, tails: number) => logWeight + (heads && heads * logP) + (tails && tails * logQ),
          next: () => both,
        };
      }
      const { a, b } = part;
      const [rise, fall, all] = [a, b, a + b].map((from) => sums(tosses, (i) => Math.log(from + i)));
      return {
        log: (heads: number, tails: number) => logWeight + rise[heads] + fall[tails] - all[heads + tails],
        next: (heads: number, tails: number) => [(a + heads) / (a + b + heads + tails), (b + tails) / (a + b + heads + tails)] as const, // prettier-ignore
      };
    });
  const logs = new Float64Array(parts.length);
  /** Fills the logarithms; the largest of them. */
  function weigh(heads: number, tails: number): number {
    let most = -Infinity;
    for (let i = 0; i < parts.length; i++) most = Math.max(most, (logs[i] = parts[i].log(heads, tails)));
    return most;
  }
  function weighPossible(heads: number, tails: number): number {
    const most = weigh(heads, tails);
    if (most === -Infinity) refuse('prior', 'allow what was seen', `${heads} heads and ${tails} tails`);
    return most;
  }
  return {
    logOf(heads, tails) {
      const most = weigh(heads, tails);
      if (most === -Infinity || parts.length === 1) return most;
      let total = 0;
      for (const log of logs) total += Math.exp(log - most);
      return most + Math.log(total);
    },
    next(heads, tails) {
      const most = weighPossible(heads, tails);
      if (parts.length === 1) return parts[0].next(heads, tails);
      let [total, up, down] = [0, 0, 0];
      for (let i = 0; i < parts.length; i++) {
        const share = logs[i] === most ? 1 : Math.exp(logs[i] - most);
        const both = parts[i].next(heads, tails);
        total += share;
        up += share * both[0];
        down += share * both[1];
      }
      return [up / total, down / total];
    },
    allows: (heads, tails) => weigh(heads, tails) > -Infinity,
    posterior(heads, tails) {
      const most = weighPossible(heads, tails);
      return normalize(Array.from(logs, (log) => Math.exp(log - most)));
    },
  };
}

/** ln of a probability for each number of heads among n, from ln of the probability of one such sequence. */
const logCount = (logs: Float64Array, n: number, heads: number) => logs[n] - logs[heads] - logs[n - heads];

/** p ln(p/q) − p + q, which is never negative; with its digits where p and q are nearly equal. */
function excess(p: number, q: number): number {
  if (p === 0) return q;
  const shift = q - p;
  return Math.abs(shift) < 0.1 * p ? p * excessOverLog1p(shift / p) : p * Math.log(p / q) + shift;
}

function assertAsked(truth: CoinPrior, belief: CoinPrior, tosses: number): void {
  assertPrior(truth, 'truth');
  assertPrior(belief, 'belief');
  assertWholeNumber(tosses, 'tosses', 0, MOST_TOSSES);
}

/**
 * What a false prior costs at each toss t = 0 … tosses − 1 beyond the true one, expected, in nats: the mean, over the number of heads so
 * far, of D(what the truth predicts ‖ what the belief predicts). Infinite at a toss that may be one the belief excludes, and 0 after
 * it, since all is lost. Throws RangeError unless both priors are priors and tosses is a whole number up to 2000.
 */
export function costsOfWrongPrior(truth: CoinPrior, belief: CoinPrior, tosses: number): number[] {
  assertAsked(truth, belief, tosses);
  const [right, wrong] = [coinPredictor(truth, tosses), coinPredictor(belief, tosses)];
  // The law of the number of heads so far grows toss by toss, by what the truth predicts.
  let law = Float64Array.of(1);
  return Array.from({ length: tosses }, (_, t) => {
    const grown = new Float64Array(t + 2);
    let cost = 0;
    for (let heads = 0; heads <= t; heads++) {
      const chance = law[heads];
      if (chance === 0) continue;
      const [p, q] = right.next(heads, t - heads);
      grown[heads] += chance * q;
      grown[heads + 1] += chance * p;
      if (!wrong.allows(heads, t - heads)) continue;
      const [ofP, ofQ] = wrong.next(heads, t - heads);
      cost += chance * Math.max(0, excess(p, ofP) + excess(q, ofQ));
    }
    law = grown;
    return cost;
  });
}

/**
 * The same for all tosses together, D(P‖Q) in nats, with P and Q the laws of the sequence under either prior: no prediction enters. It never
 * falls with the number of tosses, and is at most the divergence of the priors (data processing). Throws RangeError as above.
 */
export function costOfWrongPrior(truth: CoinPrior, belief: CoinPrior, tosses: number): number {
  assertAsked(truth, belief, tosses);
  const [right, wrong] = [coinPredictor(truth, tosses), coinPredictor(belief, tosses)];
  const logs = sums(tosses, (i) => Math.log(i + 1));
  let total = 0;
  for (let heads = 0; heads <= tosses; heads++) {
    const [p, q] = [right, wrong].map((one) => one.logOf(heads, tosses - heads));
    // Like all sequences with as many heads.
    const orders = logCount(logs, tosses, heads);
    const [chance, believed] = [Math.exp(orders + p), Math.exp(orders + q)];
    if (chance > 0 && q === -Infinity) return Infinity;
    // P ln(P/Q) − P + Q, which is never negative and adds up to the same; in logarithms, where Q may be too small for a float.
    const near = Math.abs(q - p) < 0.1;
    total += chance === 0 ? believed : near ? chance * excessOfExpm1(q - p) : chance * (p - q) - chance + believed;
  }
  return Math.max(0, total);
}

/** One number of heads among the tosses so far. */
export interface Foreseen {
  readonly seen: number;
  /** How often it comes. */
  readonly chance: number;
  /** What somebody then gives to heads. */
  readonly heads: number;
}

/**
 * The law of what a belief gives to heads after so many tosses, if the truth draws them, by the number of heads. What never comes and what
 * the belief excludes is left out. Throws RangeError as above.
 */
export function foreseenHeads(truth: CoinPrior, belief: CoinPrior, tosses: number): Foreseen[] {
  assertAsked(truth, belief, tosses);
  const [right, wrong] = [coinPredictor(truth, tosses), coinPredictor(belief, tosses)];
  const logs = sums(tosses, (i) => Math.log(i + 1));
  return Array.from({ length: tosses + 1 }, (_, seen) => seen).flatMap((seen) => {
    const chance = Math.exp(logCount(logs, tosses, seen) + right.logOf(seen, tosses - seen));
    if (chance === 0 || !wrong.allows(seen, tosses - seen)) return [];
    return [{ seen, chance, heads: wrong.next(seen, tosses - seen)[0] }];
  });
}
