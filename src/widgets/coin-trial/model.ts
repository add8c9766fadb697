import { learnedOfCoin } from '#sim/coin-mixture.ts';
import { chernoffPoint } from '#theory/belief/chernoff.ts';
import { errorsOfBestGuess } from '#theory/belief/fixed-test.ts';
import { bhattacharyyaCoefficient } from '#theory/measures/distance.ts';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { longest, type Asked } from './parameters.ts';
import { drawTrial, sequentialOf, type DrawnTrial, type Sequential } from './sequential.ts';

/** What drawn trials did: their share that was still going after some tosses, with its standard error. */
export interface Drawn {
  readonly looks: readonly { readonly tosses: number; readonly share: number; readonly error: number }[];
  readonly mean: number;
  readonly meanError: number;
  readonly wrong: number;
  readonly some: readonly DrawnTrial[];
}

export interface Trial {
  /** Probability of a wrong guess after 0, 1, … tosses. */
  readonly errors: readonly number[];
  /** Its Chernoff and its Bhattacharyya bound after n tosses: factor e^(−rate n). */
  readonly chernoff: { readonly rate: number; readonly factor: number };
  readonly bhattacharyya: { readonly rate: number; readonly factor: number };
  /** D(first ‖ second) and D(second ‖ first). */
  readonly divergences: readonly [number, number];
  /** The fewest tosses after which the guess is wrong with at most the error allowed; with at most the error of the sequential trial. */
  readonly enough?: number;
  readonly asGood?: number;
  readonly sequential: Sequential;
  readonly drawn: Drawn;
  /** How many tosses the picture shows. */
  readonly columns: number;
}

const dust = 1e-12;
const widths = [20, 50, 100, 150, 200, 300, 400, longest];
const some = 8;

const fewest = (errors: readonly number[], error: number): number | undefined => {
  const found = errors.findIndex((p) => p <= error + dust);
  return found < 0 ? undefined : found;
};

function drawnOf(asked: Asked, { going, left }: Sequential, columns: number): Drawn {
  const trials = Array.from({ length: asked.trials }, (_, i) => drawTrial(asked, i));
  const lengths = trials.map(({ walk }) => walk.length - 1);
  const mean = lengths.reduce((sum, n) => sum + n, 0) / trials.length;
  const spread = lengths.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (trials.length - 1);
  const looks = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9].map((at) => {
    const tosses = Math.round(at * columns);
    const share = trials.filter(({ walk, says }) => walk.length - 1 > tosses || says === undefined).length / trials.length; // prettier-ignore
    const p = going[tosses] ?? left;
    return { tosses, share, error: Math.sqrt((p * (1 - p)) / trials.length) };
  });
  return {
    ...{ looks, mean, meanError: Math.sqrt(spread / trials.length) },
    wrong: trials.filter(({ coin, says }) => says !== undefined && says !== coin).length,
    some: trials.slice(0, some),
  };
}

/** The errors do not depend on the one that is allowed: they are kept while it moves. */
let keptErrors: { readonly key: string; readonly errors: readonly number[] } | undefined;

function errorsOf({ first, second, prior }: Asked): readonly number[] {
  const key = [first, second, prior].join();
  if (keptErrors?.key !== key) keptErrors = { key, errors: errorsOfBestGuess(first, second, prior, longest) };
  return keptErrors.errors;
}

function make(asked: Asked): Omit<Trial, 'columns'> & { readonly least: number } {
  const { first, second, prior, error } = asked;
  const [p, q] = [[first, 1 - first], [second, 1 - second]]; // prettier-ignore
  const errors = errorsOf(asked);
  const { information, s } = chernoffPoint(p, q);
  const sequential = sequentialOf(asked);
  const enough = fewest(errors, error);
  const least = widths.find((width) => width >= 1.3 * (enough ?? longest)) ?? longest;
  return {
    ...{ errors, enough, sequential, least },
    asGood: sequential.left > 1e-12 ? undefined : fewest(errors, sequential.wrong),
    chernoff: { rate: information, factor: prior ** (1 - s) * (1 - prior) ** s },
    bhattacharyya: {
      rate: -Math.log(Math.min(1, bhattacharyyaCoefficient(p, q))),
      factor: Math.sqrt(prior * (1 - prior)),
    },
    divergences: [relativeEntropy(p, q), relativeEntropy(q, p)],
    drawn: drawnOf(asked, sequential, least),
  };
}

let kept: { readonly key: string; readonly made: ReturnType<typeof make> } | undefined;

export function compute(asked: Asked): Trial {
  const { first, second, prior, error, trials, seed, tosses } = asked;
  const key = [first, second, prior, error, trials, seed].join();
  if (kept?.key !== key) kept = { key, made: make(asked) };
  const { least, ...made } = kept.made;
  return { ...made, columns: widths.find((width) => width >= Math.max(least, tosses)) ?? longest };
}

/** What n tosses are expected to have told of which coin it is, in nats. */
export const told = ({ first, second, prior, tosses }: Asked) =>
  learnedOfCoin({ heads: [first, second], weights: [prior, 1 - prior] }, tosses)[tosses];

/** A bound after n tosses. */
export const boundAt = ({ rate, factor }: Trial['chernoff'], n: number) => factor * Math.exp(-rate * n);

/** Whether the sequential trial ends within the tosses that are followed, but for rounding. */
export const ends = ({ sequential }: Trial) => sequential.left <= 1e-12;
