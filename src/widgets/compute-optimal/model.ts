import { plannedRuns, repeatRuns } from '#sim/scaling-runs.ts';
import {
  cheapestFor,
  kaplanParameters,
  lifetimeFlops,
  replicatedChinchilla,
  replicationErrors,
  servedFor,
  servedOptimum,
  splitOfBudget,
  unroundedChinchilla,
  valleyOf,
} from '#theory/scale/compute-optimal.ts';
import {
  covarianceOfFit,
  covarianceOfStated,
  errorOfRatio,
  fitParametricLoss,
  type Run,
} from '#theory/scale/fit-loss.ts';
import {
  computeOptimum,
  parametricLoss,
  publishedChinchilla,
  type ComputeOptimum,
  type ParametricLoss,
} from '#theory/scale/scaling-law.ts';
import { params, type Asked } from './parameters.ts';

export const laws = { corrected: replicatedChinchilla, published: publishedChinchilla, unrounded: unroundedChinchilla };
export type LawName = keyof typeof laws;

/** Nats per token that count as hardly any. */
export const hardly = 0.01;
export const times = 24;
const [leastRun, budgets, sizes, spread] = [6e18, 9, 27, 6];
export const runCount = budgets * sizes;
/** Tokens per parameter of the runs of a budget: the best times and divided by this. */
export const spreadOfRatio = spread ** 2;

/** The experiment done over and over on paper: what it finds each time. */
export interface Refits {
  readonly fits: readonly ParametricLoss[];
  /** Budgets of the runs. */
  readonly budgets: readonly number[];
  /** Of (E, ln A, ln B, α, β), to first order. */
  readonly covariance: readonly (readonly number[])[];
  /** Root mean squares of ln(loss/law): of each fit, and of the law that the losses are from. */
  readonly residuals: readonly (readonly [fitted: number, truth: number])[];
  readonly runs: readonly Run[];
}

export interface Repeated extends Refits {
  /** Tokens per parameter at the optimum of each refit for this budget, training alone. */
  readonly found: readonly number[];
  /** Standard error of ln(tokens per parameter) at this budget: by the covariance, and if the constants were independent. */
  readonly error: number;
  readonly errorIfIndependent: number;
  /** The refits with the fewest and with the most tokens per parameter. */
  readonly low: number;
  readonly high: number;
  /** How far apart those two put a run, as the root mean square of ln(loss/loss), and at most. */
  readonly apart: number;
  readonly mostApart: number;
  /** What the advice of the lowest loses by the law of the highest, above the best of that law, in nats per token; and the other way round. */
  readonly paid: readonly [lowByHigh: number, highByLow: number];
}

export interface Optimal {
  readonly law: ParametricLoss;
  readonly flops: number;
  readonly served: number;
  /** The reader's network. */
  readonly here: ComputeOptimum;
  /** The best for this budget, trained and used. */
  readonly best: ComputeOptimum;
  /** Tokens per parameter within which the loss is at most `hardly` above the best. */
  readonly valley: readonly [number, number];
  /** What the three fits and Kaplan's line make of the budget, if it is for training alone: tokens per parameter. */
  readonly advice: Readonly<Record<LawName | 'kaplan', number>>;
  /** The share of the budget with which the loss of `here` could be had. */
  readonly needed: number;
  /** Tokens to serve for which `here` is best; negative if there are none. */
  readonly worth: number;
  /** Where the experiment is shown. */
  readonly repeated?: Repeated;
}

export const ratioOf = ({ parameters, tokens }: { readonly parameters: number; readonly tokens: number }) =>
  tokens / parameters;

/** Tokens per parameter of the least loss for training alone. */
export const adviceOf = (law: ParametricLoss, flops: number) => ratioOf(computeOptimum(law, flops));
export const kaplanAdvice = (flops: number) => flops / 6 / kaplanParameters(flops) ** 2;

/** The loss of N and D by a law, with them. */
export const lossAt = (law: ParametricLoss, flops: number, ratio: number, served: number): ComputeOptimum => {
  const split = splitOfBudget(flops, ratio, served);
  return { ...split, ...parametricLoss(law, split.parameters, split.tokens) };
};

/** Kept while the reader moves about. */
let kept: { readonly asked: string; readonly refits: Refits } | undefined;
function refitsOf({ law: name, noise, largest, seed }: Asked): Refits {
  const asked = [name, noise, largest, seed].join();
  if (kept?.asked !== asked) {
    const law = laws[name];
    const runs = plannedRuns(law, { least: leastRun, most: 10 ** largest, budgets, sizes, spread });
    const repeated = Array.from({ length: times }, (_, time) => repeatRuns(runs, noise / 100, seed, time));
    const fits = repeated.map((losses) => fitParametricLoss(losses, law));
    const refits = {
      runs,
      budgets: runs.flatMap(({ parameters, tokens }, i) => (i % sizes === 0 ? [6 * parameters * tokens] : [])),
      fits: fits.map((fit) => fit.law),
      covariance: covarianceOfFit(law, runs, noise / 100),
      residuals: fits.map(({ residual }, i) => {
        const square = repeated[i].reduce((sum, { loss }, j) => sum + Math.log(loss / runs[j].loss) ** 2, 0);
        return [residual, Math.sqrt(square / runs.length)] as const;
      }),
    };
    kept = { asked, refits };
  }
  return kept.refits;
}

/** What a split loses by a law above the best of it, for training alone. */
const paidBy = (law: ParametricLoss, flops: number, ratio: number) =>
  Math.max(0, lossAt(law, flops, ratio, 0).loss - computeOptimum(law, flops).loss);

function repeat(asked: Asked, law: ParametricLoss, flops: number): Repeated {
  const refits = refitsOf(asked);
  const { covariance, fits, runs } = refits;
  const found = fits.map((fit) => adviceOf(fit, flops));
  const [low, high] = [found.indexOf(Math.min(...found)), found.indexOf(Math.max(...found))];
  const logs = runs.map(({ parameters, tokens }) => {
    const [a, b] = [low, high].map((i) => parametricLoss(fits[i], parameters, tokens).loss);
    return Math.abs(Math.log(a / b));
  });
  return {
    ...{ ...refits, found, low, high },
    error: errorOfRatio(law, flops, covariance),
    errorIfIndependent: errorOfRatio(law, flops, covariance.map((row, j) => row.map((x, k) => (j === k ? x : 0)))), // prettier-ignore
    apart: Math.sqrt(logs.reduce((sum, x) => sum + x * x, 0) / logs.length),
    mostApart: Math.max(...logs),
    paid: [paidBy(fits[high], flops, found[low]), paidBy(fits[low], flops, found[high])],
  };
}

/**
 * The most that a budget of 10^b serves here, as a power of ten: 10^(b − 8). Then 2 N S ≤ C leaves at most 50 million parameters. With more
 * served the best network would be far below any that the laws were fitted to, and lose more than a guess.
 */
export const mostServed = (budget: number) => Math.min(params.served.max, Math.floor(10 * (budget - 8) + 1e-6) / 10);

/** None at the slider’s end. */
export const servedBy = ({ served, budget }: Asked) =>
  served === params.served.min ? 0 : 10 ** Math.min(served, mostServed(budget));

/** Nats per token of equal chances for 32,000 tokens, about an alphabet of such networks: nobody need lose more. */
export const guess = Math.log(32_000);

export function compute(asked: Asked): Optimal {
  const law = laws[asked.law];
  const [flops, served] = [10 ** asked.budget, servedBy(asked)];
  const here = lossAt(law, flops, 10 ** asked.ratio, served);
  return {
    ...{ law, flops, served, here },
    best: servedOptimum(law, flops, served),
    valley: valleyOf(law, flops, served, hardly),
    advice: {
      corrected: adviceOf(laws.corrected, flops),
      published: adviceOf(laws.published, flops),
      unrounded: adviceOf(laws.unrounded, flops),
      kaplan: kaplanAdvice(flops),
    },
    needed: cheapestFor(law, here.loss, served).flops / flops,
    worth: servedFor(law, here.parameters, here.tokens),
    ...(asked.shown === 'refits' && { repeated: repeat(asked, law, flops) }),
  };
}

/** What one pays who takes other advice on how to split this budget. */
export const paidFor = ({ law, flops, served, best }: Optimal, ratio: number) =>
  lossAt(law, flops, ratio, served).loss - best.loss;

/** The share of the budget that would do for the loss of another split. */
export const neededFor = ({ law, flops, served }: Optimal, ratio: number) =>
  Math.min(1, cheapestFor(law, lossAt(law, flops, ratio, served).loss, served).flops / flops);

/** Operations of training, and of use. */
export const billOf = ({ here: { parameters, tokens }, flops }: Optimal) => {
  const training = lifetimeFlops(parameters, tokens);
  return { training, use: flops - training };
};

/** Standard deviation of ln(tokens per parameter) among the refits. */
export function scatterOf({ found }: Repeated): number {
  const logs = found.map(Math.log);
  const mean = logs.reduce((sum, x) => sum + x, 0) / logs.length;
  return Math.sqrt(logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (logs.length - 1));
}

/** The standard error of ln(tokens per parameter) that the errors stated with the corrected constants give, if these were independent. */
export const errorAsStated = ({ flops }: Optimal) =>
  errorOfRatio(laws.corrected, flops, covarianceOfStated(laws.corrected, replicationErrors));
