import { drawNormal } from '#sim/samplers.ts';
import { uniforms } from '#sim/random.ts';
import { fitAboveFloor, floorInterval, type FloorFit } from '#theory/scale/floor-fit.ts';
import { fitPowerLaw } from '#theory/scale/power-law.ts';
import { largest, params, truth, type Asked } from './parameters.ts';

/** Losses in nats per token. */
export interface Point {
  readonly size: number;
  readonly loss: number;
}

export interface Bench {
  readonly points: readonly Point[];
  /** The floor that is taken for granted: below every loss, or there is no logarithm. */
  readonly floor: number;
  readonly mostFloor: number;
  /** The straight line on log paper above that floor, by least squares in the logarithms. */
  readonly exponent: number;
  readonly logScale: number;
  readonly rSquared: number;
  /** Root mean square of loss minus line, in nats, and in units of the error of a loss. */
  readonly misfit: number;
  readonly misfitInErrors: number;
  readonly target: number;
  readonly predicted: number;
  readonly true: number;
  /** All three constants fitted by least squares in the losses, and the laws with the least and the greatest floor that are not excluded. */
  readonly fitted: FloorFit;
  readonly low: FloorFit;
  readonly high: FloorFit;
  /** How much worse than the best fit the best law with each floor is, in squared errors. */
  readonly profile: readonly (readonly [floor: number, excess: number])[];
}

export const lossAt = ({ floor, scale, exponent }: Pick<FloorFit, 'floor' | 'scale' | 'exponent'>, size: number) =>
  floor + scale * size ** -exponent;

/** Equally far apart on log paper, up to the largest. */
export function sizesOf({ sizes, decades }: Pick<Asked, 'sizes' | 'decades'>): number[] {
  return Array.from({ length: sizes }, (_, i) => largest * 10 ** (-decades * (1 - i / (sizes - 1))));
}

/** The line above a floor, as it is drawn on log paper. */
export function onLogPaper(sizes: readonly number[], losses: readonly number[], floor: number) {
  const { exponent, logScale, rSquared } = fitPowerLaw(sizes, losses, floor);
  const at = (size: number) => floor + Math.exp(logScale) * size ** -exponent;
  const misfit = Math.sqrt(losses.reduce((all, loss, i) => all + (loss - at(sizes[i])) ** 2, 0) / losses.length);
  return { exponent, logScale, rSquared: rSquared ?? 0, misfit, at };
}

/** Floors from 0 to the top, close together in and about the interval. */
function levels(from: number, to: number, top: number): number[] {
  const reach = 0.4 * (to - from);
  const [low, high] = [Math.max(0, from - reach), Math.min(top, to + reach)];
  const near = Array.from({ length: 33 }, (_, i) => low + ((high - low) * i) / 32);
  const far = Array.from({ length: 13 }, (_, i) => (top * i) / 12).filter((level) => level < low || level > high);
  // Towards the ends the misfit is steep: there they are ever closer.
  const ends = Array.from({ length: 8 }, (_, k) => 2 ** (-k - 2)).flatMap((share) => [from + share * (to - from), to - share * (to - from), to + share * (top - to)]); // prettier-ignore
  return [...near, ...far, ...ends, from, Math.min(to, top)].sort((a, b) => a - b);
}

export function compute(asked: Asked): Bench {
  const { times, noise, drawn, seed } = asked;
  const sizes = sizesOf(asked);
  const next = uniforms(seed);
  const losses = sizes.map((size) => lossAt(truth, size) + (drawn ? noise * drawNormal(next) : 0));
  // The last stop of the slider that leaves every loss a logarithm.
  const mostFloor = Math.min(params.floor.max, Math.floor((Math.min(...losses) - 0.005) * 100) / 100);
  const floor = Math.min(asked.floor, mostFloor);
  const { exponent, logScale, rSquared, misfit, at } = onLogPaper(sizes, losses, floor);
  const { fit, from, to } = floorInterval(sizes, losses, noise);
  const target = largest * times;
  const top = Math.max(...losses.slice(-1), mostFloor, fit.floor, 1.03 * to);
  return {
    points: sizes.map((size, i) => ({ size, loss: losses[i] })),
    ...{ floor, mostFloor, exponent, logScale, rSquared, misfit, target },
    misfitInErrors: misfit / noise,
    predicted: at(target),
    true: lossAt(truth, target),
    fitted: fit,
    low: fitAboveFloor(sizes, losses, from),
    high: fitAboveFloor(sizes, losses, to),
    profile: levels(from, to, top).map((level) => {
      return [level, (fitAboveFloor(sizes, losses, level).squares - fit.squares) / noise ** 2] as const;
    }),
  };
}
