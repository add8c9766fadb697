import { tenth } from '#kit/plot/path.ts';
import { scaleOf } from '#kit/figure/scale.ts';
import { linear } from '#kit/plot/linear.ts';
import type { LossName } from './zoo.ts';

/** Where each cell of a grid begins, and how wide it is. */
export function gridOf(count: number, columns: number, width: number, gap: number, rowHeight: number, top: number) {
  const cell = tenth((width - (columns - 1) * gap) / columns);
  return {
    cell,
    height: Math.ceil(count / columns) * rowHeight,
    places: Array.from({ length: count }, (_, i) => ({
      x: tenth((i % columns) * (cell + gap)),
      y: top + Math.floor(i / columns) * rowHeight,
    })),
  };
}

/** Ranks that stand for all of a long law on a logarithmic axis: every early one, and the two last, of which one is weighted. */
export function ranksOf(outcomes: number): number[] {
  const spread = Array.from({ length: 61 }, (_, i) => Math.round(outcomes ** (i / 60)));
  return [...new Set([...spread, outcomes - 1, outcomes])].sort((a, b) => a - b);
}

type Ends = readonly [number, number];

const logarithmic = (domain: Ends, range: Ends) =>
  Object.assign(scaleOf('log', domain, range), { domain: () => domain, range: () => range });

/** Room for the numbers of a long law’s axis. */
const longLeft = 40;
const ranksAcross = (outcomes: number, cell: number) => logarithmic([1, outcomes], [longLeft, cell - 8]);
export const rankTicks = (cell: number) => (cell < 180 ? [1, 10, 1000] : [1, 10, 100, 1000]);

/** Rank across and probability up, both logarithmic, from the power of ten below the least probability. */
export function longAxes(p: readonly number[], cell: number, height: number) {
  const lowest = Math.floor(Math.log10(Math.min(...p)) + 1e-9);
  return {
    x: ranksAcross(p.length, cell),
    y: logarithmic([10 ** lowest, 1], [height, 0]),
    ticks: [0, -2, -4, -6].filter((power) => power >= lowest).map((power) => ({ at: 10 ** power, label: power === 0 ? '1' : `10⁻${'⁰¹²³⁴⁵⁶'[-power]}` })), // prettier-ignore
  };
}

const factors = [2, 4, 10, 30, 100, 1000];

/** Rank across and q/p up, both logarithmic, as far up as down: a factor of 2 if that is enough, else of 4, 10 and so on. */
export function ratioAxes(p: readonly number[], q: readonly number[], cell: number, height: number) {
  const most = Math.max(...p.map((pi, i) => Math.max(q[i] / pi, pi / q[i])));
  const factor = factors.find((candidate) => most <= candidate * 1.001) ?? most;
  return {
    x: ranksAcross(p.length, cell),
    y: logarithmic([1 / factor, factor], [height, 0]),
    ticks: [
      { at: factor, label: `${Math.round(factor)}` },
      { at: 1, label: '1' },
      { at: 1 / factor, label: `1/${Math.round(factor)}` },
    ],
  };
}

/** The axes of a pull. All but the weighted ones share a scale; those are as high as the weight asks for. */
export function pullAxes(loss: LossName, weight: number, cell: number, height: number) {
  const top = loss === 'weighted' && weight > 1 ? weight : 1;
  return {
    x: linear([0, 1], [26, cell - 8]),
    y: linear([-0.34 * top, 1.36 * top], [height, 0]),
    ticks: top > 1.5 ? [0, 1, top] : [0, 1],
  };
}

/** Whether two ticks stand too close for two numbers. */
export const apart = (scale: (value: number) => number, a: number, b: number) => Math.abs(scale(a) - scale(b)) >= 13;
