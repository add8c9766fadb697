import { uniforms, type Uniform } from '#sim/random.ts';
import { drawDirichlet, drawSticks, drawUrn } from '#sim/samplers.ts';
import {
  boundOnDistinct,
  entropyOfDraws,
  expectedDistinctAlong,
  expectedEntropy,
  informationAboutWeights,
  publishedDistinct,
} from '#theory/learning/dirichlet.ts';
import { digamma, eulerGamma } from '#theory/numerics/special.ts';
import type { MixtureValues } from './parameters.ts';
import { simulate, type Simulated } from './simulation.ts';

/** A source that is worth a bar: a letter's number, its share, and the documents that it has written. */
export interface Source {
  /** 0 is A. By share where shares are drawn, by first appearance in the urn. */
  readonly name: number;
  readonly share: number;
  readonly documents: number;
}

export interface Mixture {
  /** Largest share first. In the urn: the chance of each source to write the next document. */
  readonly shares: readonly Source[];
  /** All other sources together; in the urn those that have written nothing. */
  readonly rest: { readonly count: number; readonly share: number };
  /** Names of the sources of the documents, in order. */
  readonly labels: ArrayLike<number>;
  /** Different sources among the first m documents, m = 0 … M. */
  readonly distinctSoFar: Int32Array;
  /** Entropy of the shares shown, in nats. */
  readonly entropyShown: number;
  readonly exact: {
    /** E H(α), in nats. */
    readonly entropy: number;
    /** Its limit for N = ∞. */
    readonly entropyLimit: number;
    /** ψ(R/N + 1) + γ: what the limit is more than E H(α). */
    readonly entropyShort: number;
    readonly logSources: number;
    /** H of one label and what it tells about α, from the law of the urn. */
    readonly firstLabel: number;
    readonly firstLearned: number;
    /** I(α; Z₁ … Z_M): what all labels tell about α. */
    readonly learned: number;
    /** Expected number of different sources among m documents, m = 0 … 10,000, and at M. */
    readonly distinctAlong: Float64Array;
    readonly distinct: number;
    /** At M, for N = ∞. */
    readonly distinctLimit: number;
    readonly published: number;
    readonly bound: number;
  };
  readonly simulated: Simulated;
  /** For three sources with drawn shares: these shares as a point, by corner, and those of other draws. */
  readonly triangle?: Triangle;
}

export interface Triangle {
  /** The source that each corner stands for. */
  readonly corners: readonly Source[];
  readonly others: readonly (readonly number[])[];
}

/** What the sources without a stick weigh together at most. */
const precision = 1e-10;

/** The drawn shares, sorted, and documents drawn from them. */
function drawShares({ scale, sources, documents }: MixtureValues, next: Uniform) {
  const sticks = drawSticks(scale, sources, precision, next);
  const sorted = [...sticks.weights].sort((a, b) => b - a);
  const upTo = new Float64Array(sorted.length);
  let sum = 0;
  for (const [i, share] of sorted.entries()) upTo[i] = sum += share;
  const labels = new Int32Array(documents);
  let unlisted = sorted.length;
  for (let m = 0; m < documents; m++) {
    const place = firstAbove(upTo, next());
    // Beyond the last stick each document meets a source of its own, for certain to ten digits.
    labels[m] = place < sorted.length ? place : sticks.restCount > 0 ? unlisted++ : sorted.length - 1;
  }
  return { sorted, rest: sticks.rest, restCount: sticks.restCount, labels };
}

/** The first place whose sum is above u, by halving; the length if there is none. */
function firstAbove(sums: Float64Array, u: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > u) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many documents each name has, and how many names there were after each document. */
function tally(labels: ArrayLike<number>) {
  const documents = new Map<number, number>();
  const distinctSoFar = new Int32Array(labels.length + 1);
  for (let m = 0; m < labels.length; m++) {
    documents.set(labels[m], (documents.get(labels[m]) ?? 0) + 1);
    distinctSoFar[m + 1] = documents.size;
  }
  return { documents, distinctSoFar };
}

const term = (share: number) => (share > 0 ? -share * Math.log(share) : 0);
const entropyOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + term(share), 0);

function made(values: MixtureValues) {
  const next = uniforms(values.seed, values.mode === 'urn' ? 1 : 0);
  const { scale, sources, documents: M } = values;
  if (values.mode === 'weights') {
    const { sorted, rest, restCount, labels } = drawShares(values, next);
    const { documents, distinctSoFar } = tally(labels);
    const shares = sorted.map((share, name) => ({ name, share, documents: documents.get(name) ?? 0 }));
    return {
      ...{ labels, distinctSoFar, shares },
      rest: { count: restCount, share: rest },
      entropyShown: entropyOf(sorted),
    };
  }
  const labels = drawUrn(scale, sources, M, next);
  const { documents, distinctSoFar } = tally(labels);
  const shares = [...documents]
    .map(([name, count]) => ({ name, share: (count + scale / sources) / (M + scale), documents: count }))
    .sort((a, b) => b.documents - a.documents || a.name - b.name);
  const count = sources - shares.length;
  const each = scale / sources / (M + scale);
  const entropyShown = entropyOf(shares.map(({ share }) => share)) + count * term(each);
  return { labels, distinctSoFar, shares, rest: { count, share: count * each }, entropyShown };
}

const otherDraws = 80;

/** The corners in random order, so that the point lies anywhere, as those of the other draws do. */
function triangleOf(shares: readonly Source[], R: number, seed: number): Triangle {
  const next = uniforms(seed, 4);
  const order = shares.map((source) => ({ source, at: next() })).sort((a, b) => a.at - b.at);
  const others = Array.from({ length: otherDraws }, (_, i) =>
    drawDirichlet([R / 3, R / 3, R / 3], uniforms(seed, 5, i)),
  );
  return { corners: order.map(({ source }) => source), others };
}

/** The largest M that the curve is drawn for. */
export const mostDocuments = 10_000;

export function mixtureOf(values: MixtureValues): Mixture {
  const { scale: R, sources: N, documents: M } = values;
  const distinctAlong = expectedDistinctAlong(R, N, mostDocuments);
  const documents = made(values);
  return {
    ...documents,
    ...(N === 3 && values.mode === 'weights' && { triangle: triangleOf(documents.shares, R, values.seed) }),
    exact: {
      entropy: expectedEntropy(R, N),
      entropyLimit: expectedEntropy(R, Infinity),
      entropyShort: digamma(R / N + 1) + eulerGamma,
      logSources: Math.log(N),
      firstLabel: entropyOfDraws(R, N, 1),
      firstLearned: informationAboutWeights(R, N, 1),
      learned: informationAboutWeights(R, N, M),
      distinctAlong,
      distinct: distinctAlong[M],
      distinctLimit: R * (digamma(R + M) - digamma(R)),
      published: publishedDistinct(R, M),
      bound: boundOnDistinct(R, N, M),
    },
    simulated: simulate(R, N, M, values.seed),
  };
}
