import { uniforms } from '#sim/random.ts';
import { gainOfBeta, expectedGainOfBeta, type BetaGain } from '#theory/learning/beta-gain.ts';
import { dirichletDivergence } from '#theory/learning/dirichlet-divergence.ts';
import { informationOfBetaPrior } from '#theory/learning/redundancy.ts';
import { logGamma } from '#theory/numerics/special.ts';
import { last, type Asked } from './parameters.ts';

/** Somebody with a prior, after n tosses; amounts in nats. */
export interface Observer extends BetaGain {
  readonly before: readonly [a: number, b: number];
  readonly after: readonly [a: number, b: number];
  /** What the tosses are expected to teach, by those who know the coin; and what the observer expected before them. */
  readonly expected: number;
  readonly foreseen: number;
  /** Chance that is given to heads for the next toss. */
  readonly next: number;
  /** ln of the density of the prior at the true coin. */
  readonly logDensity: number;
  /** What was learned after each of the kept numbers of tosses, and at each doubling what was to be expected. */
  readonly curve: readonly { readonly n: number; readonly learned: number; readonly expected?: number }[];
}

export interface TwoPriors {
  readonly heads: number;
  readonly first: Observer;
  readonly second: Observer;
  /** What the tosses cost one who is certain of a bias. */
  readonly dogmatic: number;
  /** D(posterior of the first ‖ that of the second). */
  readonly apart: number;
  /** ln P(tosses | heads 0.7)/P(tosses | heads 0.4). */
  readonly ratio: number;
}

/** Numbers of tosses at which the curves are computed, about four for each doubling; the expectation, which takes longer, at each doubling. */
export const kept = [...new Set(Array.from({ length: 49 }, (_, i) => Math.round(2 ** (i / 4))))];
const isDoubling = (n: number) => Number.isInteger(Math.log2(n));

/** ln of the density of Beta(a, b). */
export const logDensityOf = (a: number, b: number) => {
  const logBeta = logGamma(a) + logGamma(b) - logGamma(a + b);
  return (x: number) => (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logBeta;
};

/** Numbers of heads after 0, 1, … tosses. */
function headsAlong(theta: number, seed: number): number[] {
  const next = uniforms(seed);
  const heads = [0];
  for (let t = 0; t < last; t++) heads.push(heads[t] + (next() < theta ? 1 : 0));
  return heads;
}

let curves = new Map<string, Observer['curve']>();
/** The curve of a prior, which stays as it is while the reader moves something else. */
function curveOf(a: number, b: number, theta: number, seed: number, heads: readonly number[]): Observer['curve'] {
  const asked = [a, b, theta, seed].join();
  const known = curves.get(asked);
  if (known) return known;
  const curve = kept.map((n) => ({
    n,
    learned: gainOfBeta(a, b, heads[n], n - heads[n]).learned,
    ...(isDoubling(n) && { expected: expectedGainOfBeta(a, b, n, theta) }),
  }));
  if (curves.size > 8) curves = new Map();
  curves.set(asked, curve);
  return curve;
}

export function compute(asked: Asked): TwoPriors {
  const { theta, tosses, firstA, firstB, secondA, secondB, dogma, seed } = asked;
  const along = headsAlong(theta, seed);
  const heads = along[tosses];
  const tails = tosses - heads;
  const observer = (a: number, b: number): Observer => ({
    ...gainOfBeta(a, b, heads, tails),
    ...{ before: [a, b], after: [a + heads, b + tails] },
    expected: expectedGainOfBeta(a, b, tosses, theta),
    foreseen: informationOfBetaPrior(a, b, tosses),
    next: (a + heads) / (a + b + tosses),
    logDensity: logDensityOf(a, b)(theta),
    curve: curveOf(a, b, theta, seed, along),
  });
  const [first, second] = [observer(firstA, firstB), observer(secondA, secondB)];
  return {
    ...{ heads, first, second },
    dogmatic: -heads * Math.log(dogma) - tails * Math.log1p(-dogma),
    apart: dirichletDivergence(first.after, second.after),
    ratio: heads * Math.log(0.7 / 0.4) + tails * Math.log(0.3 / 0.6),
  };
}
