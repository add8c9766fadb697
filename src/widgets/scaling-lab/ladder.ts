import { uniforms } from '#sim/random.ts';
import { resampledMeans } from '#sim/resampled-means.ts';
import { pairedDifference } from '#theory/estimation/paired-difference.ts';
import { fitAboveFloor, fitLogLinear, fitWithFloor } from '#theory/scale/floor-fit.ts';
import { measured } from './measured.ts';
import { lawNames, type LawName } from './parameters.ts';

/** What counters of order 1, 2, … need, in nats per character. */
export const counterLosses = (): number[] => measured.counters.map((bits) => bits * Math.LN2);

/** A network: its parameters, and what a character of each piece of a test text costs it, in nats. The pieces are the same for all. */
export interface Rung {
  readonly parameters: number;
  readonly pieces: readonly number[];
}

/** Below this, in nats, a text had nothing to learn, and its losses are rounding: no law is fitted to them. */
export const hardlyAnything = 0.01;
export const meanOf = ({ pieces }: Rung) => pieces.reduce((sum, nats) => sum + nats, 0) / pieces.length;
export const isEmptied = (rungs: readonly Rung[]) => rungs.every((rung) => meanOf(rung) < hardlyAnything);

/** Plain data: floor + scale N^(−exponent), or, where `slope` is given, floor − slope ln N. */
export interface Constants {
  readonly floor: number;
  readonly scale: number;
  readonly exponent: number;
  readonly slope?: number;
}

export interface Span {
  readonly value: number;
  /** From the 5th to the 95th percentile of the bootstrap. */
  readonly from: number;
  readonly to: number;
}

export interface Law extends Constants {
  /** Root mean square of loss minus law over the fitted sizes. */
  readonly misfit: number;
  /** Along the grid. */
  readonly along: readonly Span[];
  /** At every size of the ladder, fitted or not. */
  readonly at: readonly Span[];
  /** Loss minus law at every size. Both are of the same text and move together, so that what decides is this difference in each draw. */
  readonly missed: readonly Span[];
  /** At ten times the largest size of the ladder. */
  readonly ahead: Span;
  readonly exponents: Span;
  readonly floors: Span;
}

/** Losses of several sizes on one text, in nats a character, and the laws that fit the first few of them. */
export interface Ladder {
  readonly sizes: readonly number[];
  readonly losses: readonly number[];
  /** Standard error of each loss over the pieces, and of each step down from the size before. */
  readonly errors: readonly number[];
  readonly stepErrors: readonly number[];
  readonly fitted: number;
  readonly grid: readonly number[];
  readonly laws: Readonly<Record<LawName, Law>>;
}

export const ahead = 10;
const draws = 200;
const gridSteps = 28;
const seedOfBand = 1;

const fits: Record<LawName, (x: readonly number[], y: readonly number[]) => Constants> = {
  floor: fitWithFloor,
  none: (x, y) => fitAboveFloor(x, y, 0),
  line: (x, y) => {
    const { intercept, slope } = fitLogLinear(x, y);
    return { floor: intercept, scale: 0, exponent: 0, slope };
  },
};

export const lossOf = ({ floor, scale, exponent, slope }: Constants, size: number) =>
  slope === undefined ? floor + scale * size ** -exponent : floor - slope * Math.log(size);

const percentile = (sorted: readonly number[], share: number) => sorted[Math.round(share * (sorted.length - 1))];

function spanOf(value: number, drawn: readonly number[]): Span {
  const sorted = [...drawn].sort((a, b) => a - b);
  return { value, from: percentile(sorted, 0.05), to: percentile(sorted, 0.95) };
}

/** Weights: characters of each piece. */
export function ladderOf(rungs: readonly Rung[], weights: readonly number[], fitted: number): Ladder {
  const sizes = rungs.map(({ parameters }) => parameters);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const losses = rungs.map(({ pieces }) => pieces.reduce((sum, nats, i) => sum + (weights[i] / all) * nats, 0));
  const zero = weights.map(() => 0);
  const errorOf = (before: readonly number[], after: readonly number[]) =>
    pairedDifference(before, after).standardError;
  const seen = sizes.slice(0, fitted);
  const next = uniforms(seedOfBand);
  const drawn = Array.from(
    { length: draws },
    () =>
    resampledMeans(rungs.map(({ pieces }) => pieces), weights, next), // prettier-ignore
  );
  const last = ahead * sizes[sizes.length - 1];
  const first = sizes[0] / 1.4;
  const grid = Array.from({ length: gridSteps + 1 }, (_, i) => first * (last / first) ** (i / gridSteps));
  const lawOf = (name: LawName): Law => {
    const best = fits[name](seen, losses.slice(0, fitted));
    const others = drawn.map((means) => fits[name](seen, means.slice(0, fitted)));
    const span = (size: number) =>
      spanOf(
        lossOf(best, size),
        others.map((one) => lossOf(one, size)),
      );
    const squares = seen.reduce((sum, size, i) => sum + (losses[i] - lossOf(best, size)) ** 2, 0);
    const { floor, scale, exponent, slope } = best;
    return {
      ...{ floor, scale, exponent, ...(slope !== undefined && { slope }) },
      misfit: Math.sqrt(squares / fitted),
      along: grid.map(span),
      at: sizes.map(span),
      missed: sizes.map((size, i) =>
        spanOf(
          losses[i] - lossOf(best, size),
          others.map((one, draw) => drawn[draw][i] - lossOf(one, size)),
        ),
      ),
      ahead: span(last),
      exponents: spanOf(exponent, others.map((one) => one.exponent)), // prettier-ignore
      floors: spanOf(floor, others.map((one) => one.floor)), // prettier-ignore
    };
  };
  return {
    ...{ sizes, losses, fitted, grid },
    errors: rungs.map(({ pieces }) => errorOf(zero, pieces)),
    stepErrors: rungs.slice(1).map(({ pieces }, i) => errorOf(rungs[i].pieces, pieces)),
    laws: Object.fromEntries(lawNames.map((name) => [name, lawOf(name)])) as Record<LawName, Law>,
  };
}
