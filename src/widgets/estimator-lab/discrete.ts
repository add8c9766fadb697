import { drawCounts } from '#sim/draw-pairs.ts';
import { uniforms } from '#sim/random.ts';
import {
  chaoShenEntropy,
  expectedPlugInEntropy,
  grassbergerEntropy,
  jackknifeEntropy,
  millerMadowEntropy,
  plugInEntropy,
} from '#theory/estimation/entropy-estimators.ts';
import {
  expectedGrassbergerEntropy,
  expectedJackknifeEntropy,
  expectedMillerMadowEntropy,
} from '#theory/estimation/expected-estimates.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { marginalX, marginalY, transpose } from '#theory/measures/joint.ts';
import { mutualInformation } from '#theory/measures/mutual-information.ts';
import type { Progress } from '#contract/spec.ts';
import { rounded, type Row } from './estimates.ts';
import type { Known, Lab, Place } from './lab.ts';
import { mostPairs, type Asked } from './parameters.ts';

export const entropies = {
  plugIn: plugInEntropy,
  millerMadow: millerMadowEntropy,
  jackknife: jackknifeEntropy,
  grassberger: grassbergerEntropy,
  chaoShen: chaoShenEntropy,
} as const;
/** Those whose mean over all samples is a sum that can be done. */
export const known: Record<Known, (p: ArrayLike<number>, n: number) => number> = {
  plugIn: expectedPlugInEntropy,
  millerMadow: expectedMillerMadowEntropy,
  jackknife: expectedJackknifeEntropy,
  grassberger: expectedGrassbergerEntropy,
};
type Counted = keyof typeof entropies;
export const counted = Object.keys(entropies) as Counted[];

/** An estimate of I(X;Y) from an estimate of entropies: H(X) + H(Y) − H(X,Y). */
export function informationBy(estimate: (counts: readonly number[]) => number, counts: readonly (readonly number[])[]) {
  const total = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
  return estimate(counts.map(total)) + estimate(transpose(counts).map(total)) - estimate(counts.flat());
}

/** The joint law of the names: two dice, of which the second may copy the first, or the table. */
export function jointOf({ names, sides, copies, joint }: Asked): readonly (readonly number[])[] {
  if (names === 'table') return joint;
  const row = Array.from({ length: sides }, (_, i) => i);
  return row.map((i) => row.map((j) => (1 - copies) / sides ** 2 + (i === j ? copies / sides : 0)));
}

/** The law with many rare outcomes, or the reader’s. */
export function lawOf({ rare, outcomes, slope, law }: Asked): readonly number[] {
  if (rare === 'own') return law;
  const weights = Array.from({ length: outcomes }, (_, k) => (k + 1) ** -slope);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

export const truthOf = (asked: Asked) =>
  asked.source === 'names' ? mutualInformation(jointOf(asked)) : entropy(lawOf(asked));

/** The mean of a known estimate over all samples of n. */
export function expectedOf(asked: Asked, estimator: Known, n: number): number {
  const of = (p: readonly number[]) => known[estimator](p, n);
  if (asked.source === 'rare') return of(lawOf(asked));
  const joint = jointOf(asked);
  return of(marginalX(joint)) + of(marginalY(joint)) - of(joint.flat());
}

/** Sample sizes at which the means are drawn. */
const ladder = Array.from({ length: 21 }, (_, i) => Math.round(4 * 2 ** (i / 2)));

/** Exact means at all sizes, then one sample after the other. */
export function* workOnCounts(asked: Asked, begun: Lab): Generator<Progress<Lab>> {
  const { source, samples, seed } = asked;
  const n = Math.min(asked.pairs, mostPairs[source]);
  const exact: Partial<Record<Counted, number>> = {};
  const curve: Place[] = [];
  const jobs = ladder.length + samples + 1;
  for (const name of Object.keys(known) as Known[]) {
    exact[name] = rounded(expectedOf(asked, name, n));
    yield { share: 0 };
  }
  for (const size of ladder) {
    const means: Partial<Record<Known, number>> = {};
    for (const name of Object.keys(known) as Known[]) {
      means[name] = rounded(expectedOf(asked, name, size));
      yield { share: curve.length / jobs };
    }
    curve.push({ n: size, means });
  }
  const joint = source === 'names' ? jointOf(asked) : [lawOf(asked)];
  const flat = joint.flat();
  const width = joint[0].length;
  const draws = Object.fromEntries(counted.map((name) => [name, [] as number[]])) as Record<Counted, number[]>;
  const lab = (): Lab => ({
    ...begun,
    curve,
    rows: counted.map((estimator): Row => ({ estimator, draws: [...draws[estimator]], exact: exact[estimator] })),
  });
  for (let sample = 0; sample < samples; sample++) {
    const counts = drawCounts(flat, n, uniforms(seed, 71, sample));
    const table = joint.map((_, i) => counts.slice(i * width, (i + 1) * width));
    for (const name of counted) {
      const estimate =
        source === 'names'
          ? informationBy(entropies[name], table)
          : entropies[name](counts.filter((count) => count > 0));
      draws[name].push(rounded(estimate));
    }
    yield { share: (ladder.length + sample + 1) / jobs, ...(sample % 10 === 9 && { model: lab() }) };
  }
  yield { share: 1, model: lab() };
}
