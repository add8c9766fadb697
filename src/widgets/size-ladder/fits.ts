import { representationCeiling } from '#theory/geometry/representation-ceiling.ts';
import { powerLawBand, rSquaredOf, type PowerLawBand } from '#theory/scale/power-law-band.ts';
import { fitPowerLaw, type PowerLawFit } from '#theory/scale/power-law.ts';
import { FAMILY } from '#sim/family.ts';
import type { Cell } from './measure.ts';
import type { Ladder } from './model.ts';
import { counts, largest, placed, precisions, smallest, stages, type Asked } from './parameters.ts';

export const sizes = FAMILY.map(({ parameters }) => parameters);
export const widths = FAMILY.map(({ width }) => width);

/** The number of a cell that is shown. */
const valueOf = (cell: Cell, { measure, precision }: Asked): number =>
  cell[measure === 'rate' ? precisions.indexOf(precision as never) : precisions.length + (measure === 'rank' ? 0 : 1)];

const placeOf = ({ count, centered }: Asked) => [counts.indexOf(count as never), centered === 'off' ? 1 : 0] as const;

/** How many vectors are measured: no more than the text has. */
export const usedOf = ({ characters }: Ladder, { count }: Asked) => Math.min(Number(count), characters);

/** What is drawn: of the networks, of random vectors, and the most there can be. */
export function seriesOf(model: Ladder, asked: Asked) {
  const [n, prepared] = placeOf(asked);
  const stage = stages.indexOf(asked.stage as never);
  return {
    networks: model.members.map((member) => valueOf(member[stage][n][prepared], asked)),
    random: model.random.map((cells) => valueOf(cells[n][prepared], asked)),
    letters: (model.letters[placed.indexOf(asked.place as never)] ?? []).map((cells) => valueOf(cells[n][prepared], asked)), // prettier-ignore
    ceiling: model.random.length > 0 ? widths.map((d) => ceilingOf(usedOf(model, asked), d, asked)) : [],
  };
}

/** Of the share it is a floor: no more than min(n, d) directions can share, and without the mean n vectors have n − 1. */
function ceilingOf(count: number, d: number, { measure, precision, centered }: Asked): number {
  const n = centered === 'off' ? count - 1 : count;
  const rank = Math.min(n, d);
  if (measure === 'rank') return rank;
  return measure === 'top' ? 1 / rank : representationCeiling(n, d, Number(precision)).normalized;
}

/** From the smallest network to a thousand times the largest. */
export const places = Array.from({ length: 41 }, (_, i) => smallest * (largest / smallest) ** (i / 40));

export interface Fits {
  readonly power: PowerLawBand;
  /** At the size that the reader asks for. */
  readonly at: PowerLawBand['band'][number];
  /** y = floor + A N^(−a), with a floor that nobody has measured. */
  readonly floor: number;
  readonly floored: PowerLawFit;
  readonly flooredAt: number;
  /** 1 − residual/total in y, of both curves. */
  readonly powerSquared: number;
  readonly flooredSquared: number;
}

export const powerAt = ({ exponent, logScale }: PowerLawFit, N: number, floor = 0) =>
  floor + Math.exp(logScale - exponent * Math.log(N));

/** The laws through what has been measured, if it is three networks or more that do not all give one number. */
export function fitsOf(values: readonly number[], { size, floor: share }: Asked): Fits | undefined {
  if (values.length < 3 || !values.every((value) => value > 0)) return undefined;
  const x = sizes.slice(0, values.length);
  const power = powerLawBand(x, values, [...places, size]);
  const floor = share * Math.min(...values);
  const floored = fitPowerLaw(x, values, floor);
  const squared = (fit: PowerLawFit, own: number) => rSquaredOf(values, x.map((N) => powerAt(fit, N, own))); // prettier-ignore
  const [powerSquared, flooredSquared] = [squared(power.fit, 0), squared(floored, floor)];
  if (powerSquared === null || flooredSquared === null) return undefined;
  return {
    ...{ power, at: power.band.at(-1)!, floor, floored, flooredAt: powerAt(floored, size, floor) },
    ...{ powerSquared, flooredSquared },
  };
}

export interface Law {
  readonly slope: number;
  readonly rSquared: number;
  /** The fit at the five sizes. */
  readonly line: readonly number[];
}

/** Of random vectors: their power and R², as the networks have theirs; none if all are one number. */
export function lawOf(values: readonly number[]): Law | undefined {
  if (values.length < 3 || !values.every((value) => value > 0)) return undefined;
  const fit = fitPowerLaw(sizes.slice(0, values.length), values);
  if (fit.rSquared === null) return undefined;
  return { slope: -fit.exponent, rSquared: fit.rSquared, line: sizes.map((N) => powerAt(fit, N)) };
}
