import { natsPer, type Unit } from '#contract/say.ts';
import { scaleOf } from '#kit/figure/scale.ts';
import { linear, type AxisScale } from '#kit/plot/linear.ts';
import { tenth } from '#kit/plot/path.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const powerOfTen = (x: number) => {
  const power = Math.round(Math.log10(x));
  return power === 0 ? '1' : `10${power < 0 ? '⁻' : ''}${superscripts[Math.abs(power)]}`;
};

/** Gaps are shown from here on, in nats: less is drawn on the floor. */
export const leastGap = 2e-5;
const mostGap = 4;

/** Powers of ten of the reader's unit. */
export function gapScale(top: number, bottom: number, unit: Unit, least = leastGap, most = mostGap) {
  const domain = [least / natsPer(unit), most / natsPer(unit)] as const;
  const scale = scaleOf('log', domain, [bottom, top]);
  const low = least;
  return { scale, domain, y: (nats: number) => scale(Math.min(most, Math.max(low, nats)) / natsPer(unit)) };
}
/** Whole powers of ten on such a scale. */
export function powersOn([from, to]: readonly [number, number]): number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  return Array.from(
    { length: Math.max(0, Math.floor(Math.log10(to) + 1e-9) - first + 1) },
    (_, i) => 10 ** (first + i),
  );
}

/** A column for each position of a sequence, and none too wide; x(t) is the left side of column t. */
export interface Columns {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly x: AxisScale;
}
export const margin = { left: 44, right: 12 };
const fewestColumns = 32;
export function columnsOf(width: number, positions: number): Columns {
  const count = Math.max(fewestColumns, positions);
  const [left, right] = [margin.left, width - margin.right];
  return { left, right, pitch: (right - left) / count, x: linear([0, count], [left, right]) };
}

/** A step for each column from the first on. In relative moves, most of which are alike, so that they compress well. */
export function stairs({ left, pitch }: Columns, levels: readonly number[]): string {
  const wide = Math.round(100 * pitch) / 100;
  let path = '';
  let before: number | undefined;
  for (const level of levels) {
    const y = tenth(level);
    if (before === undefined) path = `M${left},${y}`;
    else if (y !== before) path += `v${tenth(y - before)}`;
    path += `h${wide}`;
    before = y;
  }
  return path;
}

/** Between two stairs. */
export const between = (columns: Columns, upper: readonly number[], lower: readonly number[]) => {
  const wide = Math.round(100 * columns.pitch) / 100;
  const back = lower.map(tenth).reverse();
  return `${stairs(columns, upper)}V${back.map((y, i) => (i === 0 ? y : `v${tenth(y - back[i - 1])}`)).join(`h${-wide}`)}h${-wide}Z`;
};

/** Upright strokes of these heights in the middle of each column. */
export const strokes = ({ x }: Columns, heights: readonly number[], floor: number) =>
  heights.map((height, t) => (height < 0.3 ? '' : `M${tenth(x(t + 0.5))},${floor}v${-tenth(height)}`)).join('');

/** Of a strip of attention. */
export const stripHeight = 24;

/** Where everything of the figure lies, from top to bottom. */
export function figureOf(width: number, symbols: number, other: boolean) {
  const narrow = width < 640;
  const legend = other && narrow ? 40 : 20;
  const lane = { height: symbols <= 3 ? 44 : symbols <= 5 ? 36 : 28, apart: 14 };
  const lanes = Array.from(
    { length: symbols },
    (_, j) => legend + 8 + (j + 1) * (lane.height + lane.apart) - lane.apart,
  );
  const lanesEnd = lanes[symbols - 1] + 10;
  const gap = { top: lanesEnd + (narrow ? 66 : 40), bottom: lanesEnd + (narrow ? 66 : 40) + 96 };
  return { narrow, legend, lane, lanes, lanesTop: legend + 8, lanesEnd, gap, height: gap.bottom + 40 };
}
