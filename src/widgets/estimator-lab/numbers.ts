import type { Progress } from '#contract/spec.ts';
import { drawNormalPairs } from '#sim/draw-pairs.ts';
import type { Pairs } from '#sim/pair-critic.ts';
import { uniforms } from '#sim/random.ts';
import { mutualInformationGaussian, pointwiseInformationGaussian } from '#theory/continuous/gaussian.ts';
import { gaussianFitBias } from '#theory/estimation/expected-estimates.ts';
import {
  sampledDonskerVaradhan,
  sampledInfoNce,
  sampledNguyenWainwrightJordan,
  type Scores,
} from '#theory/estimation/sampled-bounds.ts';
import {
  gaussianFitInformation,
  informationOfNames,
  ksgInformationOfVectors,
} from '#theory/estimation/vector-estimates.ts';
import { rounded, type Estimator, type Row } from './estimates.ts';
import type { Bounds, Lab } from './lab.ts';
import { mostPairs, type Asked } from './parameters.ts';

/** Neighbors that KSG looks at, as many as its authors mostly use. */
export const neighbors = 3;

export const truthOfNumbers = ({ correlation, dimensions }: Pick<Asked, 'correlation' | 'dimensions'>) =>
  dimensions * mutualInformationGaussian(correlation);

/** Cells of points: each number is in one of the bins between the quantiles of its sample, the same for equal numbers. */
function cellsOf(points: readonly (readonly number[])[], bins: number): string[] {
  const limits = points[0].map((_, a) => {
    const sorted = points.map((point) => point[a]).sort((s, t) => s - t);
    return Array.from({ length: bins - 1 }, (_, j) => sorted[Math.floor(((j + 1) * sorted.length) / bins)]);
  });
  return points.map((point) => point.map((value, a) => limits[a].filter((limit) => value >= limit).length).join());
}

/** The estimators that know nothing of the law; undefined where one has nothing to say. */
export const blind = {
  bins: ({ x, y }: Pairs, bins: number) => informationOfNames(cellsOf(x, bins), cellsOf(y, bins)),
  fit: ({ x, y }: Pairs) => gaussianFitInformation(x, y),
  ksg: ({ x, y }: Pairs) => ksgInformationOfVectors(x, y, neighbors),
} as const;

/** All three bounds of one matrix of scores; a page holds hundreds of them, so to thousandths. */
export const boundsOf = (scores: Scores): Bounds => ({
  infoNce: rounded(sampledInfoNce(scores), 1e3),
  donskerVaradhan: rounded(sampledDonskerVaradhan(scores), 1e3),
  nguyenWainwrightJordan: rounded(sampledNguyenWainwrightJordan(scores), 1e3),
});

/** Scores of the best critic, the log ratio of the law, plus the 1 that NWJ needs and the others do not mind. */
export const bestScores = ({ x, y }: Pairs, correlation: number): Scores =>
  x.map((xi) =>
    y.map((yj) => 1 + xi.reduce((sum, value, a) => sum + pointwiseInformationGaussian(correlation, value, yj[a]), 0)),
  );

const hundredth = (value: number) => Math.round(100 * value) / 100;
const twisted = ({ x, y }: Pairs): Pairs => ({ x, y: y.map((row) => row.map((value) => value ** 3)) });

/** Numbers of which the law is known, and for each sample six estimates. */
export function* workOnNumbers(asked: Asked, begun: Lab): Generator<Progress<Lab>> {
  const { correlation, dimensions, twist, bins, samples, seed } = asked;
  const n = Math.min(asked.pairs, mostPairs.numbers);
  const truth = truthOfNumbers(asked);
  const draws: Partial<Record<Estimator, number[]>> = {};
  const exact = !twist && n > 2 * dimensions ? rounded(truth + gaussianFitBias(dimensions, n)) : undefined;
  let scatter: Lab['scatter'];
  const keep = (name: Estimator, value: number | undefined) => {
    draws[name] ??= [];
    if (value !== undefined) draws[name].push(rounded(value));
  };
  const lab = (): Lab => ({
    ...begun,
    scatter,
    rows: (Object.keys(draws) as Estimator[]).map((estimator): Row => ({
      ...{ estimator, draws: [...draws[estimator]!] },
      ...(estimator === 'fit' && exact !== undefined && { exact }),
    })),
  });
  for (let sample = 0; sample < samples; sample++) {
    const drawn = drawNormalPairs(correlation, dimensions, n, uniforms(seed, 73, sample));
    const seen = twist ? twisted(drawn) : drawn;
    scatter ??= seen.x.map(([x], i) => [hundredth(x), hundredth(seen.y[i][0])] as const);
    keep('bins', blind.bins(seen, bins));
    keep('fit', blind.fit(seen));
    yield { share: sample / samples };
    keep('ksg', blind.ksg(seen));
    yield { share: sample / samples };
    // The best critic knows the twist and takes it back.
    const bounds = boundsOf(bestScores(drawn, correlation));
    for (const name of ['infoNce', 'donskerVaradhan', 'nguyenWainwrightJordan'] as const) keep(name, bounds[name]);
    yield { share: (sample + 1) / samples, ...(sample % 5 === 4 && { model: lab() }) };
  }
  yield { share: 1, model: lab() };
}
