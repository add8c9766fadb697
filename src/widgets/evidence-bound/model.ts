import { drawCategorical } from '#sim/samplers.ts';
import { uniforms } from '#sim/random.ts';
import {
  bestProductFrom,
  bestSecondPart,
  evidenceLowerBound,
  importanceWeightedBound,
  type SampledEvidence,
} from '#theory/belief/evidence-bound.ts';
import { tilt } from '#theory/language-models/tilting.ts';
import { crossEntropy, entropy } from '#theory/measures/entropy.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { mostSamples, sentences, shownDraws, type Asked } from './parameters.ts';

export const readings = ['fish, river', 'fish, money', 'guitar, river', 'guitar, money'] as const;

/** The law of the four readings for three cuts: the first word, and the second for either meaning of the first. */
export const lawOf = (fish: number, river: number, other: number): number[] => [
  fish * river,
  fish * (1 - river),
  (1 - fish) * other,
  (1 - fish) * (1 - other),
];

/** p(z), p(x | z) and p(x, z) of the four readings. */
export function worldOf({ tie, favor }: Pick<Asked, 'tie' | 'favor'>) {
  const prior = [tie / 2, (1 - tie) / 2, (1 - tie) / 2, tie / 2];
  const likelihood = [favor, 1, 1, 1].map((times) => times / sentences);
  return { prior, likelihood, weights: prior.map((p, z) => p * likelihood[z]) };
}

/** Everything in nats. */
export interface EvidenceBound {
  readonly prior: readonly number[];
  readonly likelihood: readonly number[];
  readonly posterior: readonly number[];
  /** The cuts of the posterior. */
  readonly fish: number;
  readonly river: number;
  readonly other: number;
  readonly q: readonly number[];
  readonly evidence: number;
  readonly bound: number;
  readonly gap: number;
  /** D(p(z | x) ‖ q): infinite if q rules a reading out. */
  readonly covering: number;
  /** E_q ln p(x | z) and D(q ‖ p(z)). */
  readonly fit: number;
  readonly price: number;
  /** What a sender pays: for z, for x given z, and what comes back. */
  readonly naming: number;
  readonly sentence: number;
  readonly back: number;
  /** max_q E ln p(x | z) − D(q ‖ p(z)), as a tilt of the prior. */
  readonly tilted: number;
  /** The best that q can do with this q(fish): by any cuts, and by one that goes straight across. */
  readonly profile: readonly { readonly fish: number; readonly free: number; readonly level: number }[];
  /** The best product, and where it cuts. */
  readonly best: number;
  readonly bestFish: number;
  readonly bestRiver: number;
  /** The highest and the lowest top that the ascent finds from either side; the same if there is one. */
  readonly lesser: number;
  /** The bound of the product with the posterior’s own chances for each word. */
  readonly ofMarginals: number;
  readonly marginalRiver: number;
  /** Over K. */
  readonly sampled: readonly (SampledEvidence & { readonly samples: number })[];
  readonly now: SampledEvidence;
  /** ln of the part of p(x) that q reaches. */
  readonly reach: number;
  /** ln of the mean ratio in each draw of K samples. */
  readonly draws: readonly number[];
}

const counts = [1, 2, 3, 4, 6, 8, 12, 16, 24, mostSamples];

export function compute(asked: Asked): EvidenceBound {
  const { cuts, fish, river, samples, seed } = asked;
  const { prior, likelihood, weights } = worldOf(asked);
  const total = weights.reduce((a, b) => a + b, 0);
  const posterior = weights.map((w) => w / total);
  const evidence = Math.log(total);
  const q = lawOf(fish, river, cuts === 'level' ? river : asked.other);
  const table = [weights.slice(0, 2), weights.slice(2)];
  const tops = [0.99, 0.01].map((u) => bestProductFrom(table, [u, 1 - u]));
  const [top, lesser] = tops[0].bound >= tops[1].bound ? tops : [...tops].reverse();
  const [posteriorFish, marginalRiver] = [posterior[0] + posterior[1], posterior[0] + posterior[2]];
  const profile = Array.from({ length: 101 }, (_, i) => {
    const u = i / 100;
    return {
      fish: u,
      free: evidence - relativeEntropy([u, 1 - u], [posteriorFish, 1 - posteriorFish]),
      level: bestSecondPart(table, [u, 1 - u]).bound,
    };
  });
  const ratios = q.map((p, z) => (p > 0 ? weights[z] / p : 0));
  const draws = Array.from({ length: shownDraws }, (_, i) => {
    const next = uniforms(seed, i);
    let sum = 0;
    for (let k = 0; k < samples; k++) sum += ratios[drawCategorical(q, next)];
    return Math.log(sum / samples);
  });
  const bound = evidenceLowerBound(weights, q);
  return {
    ...{ prior, likelihood, posterior, q, evidence, bound, profile, draws, marginalRiver },
    fish: posteriorFish,
    river: posterior[0] / posteriorFish,
    other: posterior[2] / (1 - posteriorFish),
    gap: relativeEntropy(q, posterior),
    covering: relativeEntropy(posterior, q),
    fit: q.reduce((sum, p, z) => sum + p * Math.log(likelihood[z]), 0),
    price: relativeEntropy(q, prior),
    naming: crossEntropy(q, prior),
    sentence: q.reduce((sum, p, z) => sum - p * Math.log(likelihood[z]), 0),
    back: entropy(q),
    tilted: tilt(prior, likelihood.map(Math.log), 1).objective,
    best: top.bound,
    bestFish: top.first[0],
    bestRiver: top.second[0],
    lesser: lesser.bound,
    ofMarginals: evidenceLowerBound(weights, lawOf(posteriorFish, marginalRiver, marginalRiver)),
    sampled: counts.map((K) => ({ samples: K, ...importanceWeightedBound(weights, q, K) })),
    now: importanceWeightedBound(weights, q, samples),
    reach: Math.log(weights.reduce((sum, w, z) => sum + (q[z] > 0 ? w : 0), 0)),
  };
}
