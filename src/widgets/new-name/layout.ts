import { nice } from 'd3';
import { natsPer, type Unit } from '#contract/say.ts';
import { linear } from '#kit/plot/linear.ts';

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The legend has its entries in a line, or one below the other where they would not fit. */
export const legendLines = (width: number) => (width < 600 ? 3 : 1);

/** An upright scale from zero in the reader's unit, and where an amount in nats is on it. */
export function scaleFromZero(most: number, { top, bottom }: Box, unit: Unit) {
  const scale = linear(nice(0, Math.max(1, most) / natsPer(unit), 4), [bottom, top]);
  return { scale, y: (nats: number) => scale(nats / natsPer(unit)) };
}

/** The same across, over these amounts and zero, with some room at both ends. */
export function scaleOver(amounts: readonly number[], { left, right }: Pick<Box, 'left' | 'right'>, unit: Unit) {
  const ends = [Math.min(0, ...amounts), Math.max(1, ...amounts)].map((nats) => nats / natsPer(unit));
  const room = 0.03 * (ends[1] - ends[0]);
  const scale = linear([ends[0] - room, ends[1] + room], [left, right]);
  return { scale, x: (nats: number) => scale(nats / natsPer(unit)) };
}

/** Dots of this radius at these places of a line, each as low as it can lie without touching one before it: 0, 1, 2, … */
export function stacked(places: readonly number[], radius: number): { readonly x: number; readonly level: number }[] {
  const lain: { x: number; level: number }[] = [];
  for (const x of [...places].sort((a, b) => a - b)) {
    const near = new Set(lain.filter((dot) => Math.abs(dot.x - x) < 2 * radius).map(({ level }) => level));
    let level = 0;
    while (near.has(level)) level++;
    lain.push({ x, level });
  }
  return lain;
}
