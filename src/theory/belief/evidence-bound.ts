import { assertLength, assertRows, assertWholeNumber, refuse } from '#theory/numerics/assert.ts';
import { expectationUnderMultinomial, MOST_DRAWS } from '#theory/numerics/multinomial.ts';
import { assertDistribution, assertWeights, sum } from '#theory/measures/distribution.ts';

/*
 * What can be said of ln p(x) = ln Σ_z p(x, z) with a law q of the hidden z, exactly, for a z of few values. `weights` are p(x, z) for the
 * observed x, one for each z; they add up to p(x), and not to 1. Everything in nats.
 */

function assertParts(weights: readonly number[], q: readonly number[]): void {
  assertWeights(weights, 'weights');
  assertDistribution(q, 'q');
  assertLength(weights, 'weights', q.length, 'like q');
}

/**
 * E_q ln p(x, z)/q(z): at most ln p(x), and less by D(q ‖ p(z | x)). −∞ if q gives something to a z that cannot have made x. Throws
 * RangeError unless weights are at least 0 and q is a distribution over as many values. Jordan, Ghahramani, Jaakkola and Saul 1999.
 */
export function evidenceLowerBound(weights: readonly number[], q: readonly number[]): number {
  assertParts(weights, q);
  return sum(q.map((p, z) => (p > 0 ? p * Math.log(weights[z] / p) : 0)));
}

/** Mean and standard deviation of ln (1/K) Σ_k p(x, z_k)/q(z_k), z_k independent from q. */
export interface SampledEvidence {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * The bound with K samples, exactly, a sum over all counts of values among the samples. Its mean is at most ln p(x), grows with K or stays,
 * is the bound above for K = 1, and tends to ln of the part of p(x) that q reaches. Throws RangeError where the bound above does, unless K is
 * a whole number from 1 to 1000, and if q gives something to a z that cannot have made x. Burda, Grosse and Salakhutdinov 2016.
 */
export function importanceWeightedBound(
  weights: readonly number[],
  q: readonly number[],
  samples: number,
): SampledEvidence {
  assertParts(weights, q);
  assertWholeNumber(samples, 'samples', 1, MOST_DRAWS);
  if (q.some((p, z) => p > 0 && weights[z] === 0)) refuse('weights', 'be positive where q is', weights);
  const ratios = q.map((p, z) => (p > 0 ? weights[z] / p : 0));
  const logMean = (counts: readonly number[]) => {
    let total = 0;
    for (let z = 0; z < counts.length; z++) total += counts[z] * ratios[z];
    return Math.log(total / samples);
  };
  const mean = expectationUnderMultinomial(q, samples, logMean);
  const square = expectationUnderMultinomial(q, samples, (counts) => (logMean(counts) - mean) ** 2);
  return { mean, deviation: Math.sqrt(square) };
}

/** A law of the second part of z, and the bound that it reaches together with the first. */
export interface BestPart {
  readonly part: readonly number[];
  readonly bound: number;
}

/**
 * The best law v of b for a given law u of a, if q(a, b) = u(a) v(b): v(b) ∝ exp Σ_a u(a) ln p(x, a, b), with the bound
 * H(u) + ln Σ_b exp Σ_a u(a) ln p(x, a, b). `weights` is p(x, a, b), a row for each a, all positive.
 */
export function bestSecondPart(weights: readonly (readonly number[])[], first: readonly number[]): BestPart {
  assertRows(weights, 'weights', assertWeights);
  assertDistribution(first, 'first');
  assertLength(weights, 'weights', first.length, 'like first');
  if (weights.some((row) => row.some((p) => p === 0))) refuse('weights', 'be positive', weights);
  const scores = weights[0].map((_, b) => sum(first.map((p, a) => p * Math.log(weights[a][b]))));
  const most = Math.max(...scores);
  const total = sum(scores.map((score) => Math.exp(score - most)));
  const entropy = -sum(first.map((p) => (p > 0 ? p * Math.log(p) : 0)));
  return { part: scores.map((score) => Math.exp(score - most) / total), bound: entropy + most + Math.log(total) };
}

export interface BestProduct {
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly bound: number;
}

/**
 * Each part in turn made the best for the other (mean field, coordinate ascent), from a first part on: a top of the bound among products,
 * which need not be the highest one. Stops when the bound no longer rises, after 10⁴ rounds at the latest.
 */
export function bestProductFrom(weights: readonly (readonly number[])[], first: readonly number[]): BestProduct {
  let best = bestSecondPart(weights, first);
  let [u, v] = [first, best.part];
  const turned = weights[0].map((_, b) => weights.map((row) => row[b]));
  for (let round = 0; round < 1e4; round++) {
    u = bestSecondPart(turned, v).part;
    const next = bestSecondPart(weights, u);
    v = next.part;
    const rise = next.bound - best.bound;
    best = next;
    if (rise < 1e-15) break;
  }
  return { first: u, second: v, bound: best.bound };
}
