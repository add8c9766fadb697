import type { Anchor, Line, Point, Rect, Spot } from './place.ts';

/** Pixels from a line to the words that name it. */
const lift = 7;

/** How high and how low a line is between two places, or undefined where it is not. */
function reach(line: Line, left: number, right: number): [top: number, bottom: number] | undefined {
  const heights: number[] = [];
  for (const [i, [x, y]] of line.entries()) {
    if (x >= left && x <= right) heights.push(y);
    if (i === 0) continue;
    const [x0, y0] = line[i - 1];
    for (const side of [left, right])
      if ((x0 - side) * (x - side) < 0) heights.push(y0 + ((side - x0) / (x - x0)) * (y - y0));
  }
  return heights.length > 0 ? [Math.min(...heights), Math.max(...heights)] : undefined;
}

/** The point of a line at a share of its way across the picture. */
function pointAt(line: Line, x: number): Point {
  const next = line.findIndex(([px]) => px >= x);
  if (next <= 0) return line[next === 0 ? 0 : line.length - 1];
  const [[x0, y0], [x1, y1]] = [line[next - 1], line[next]];
  return [x, x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)];
}

export type Prefer = 'start' | 'middle' | 'end';
const shares: Record<Prefer, readonly number[]> = {
  end: [1, 0, 0.5],
  start: [0, 1, 0.5],
  middle: [0.5, 1, 0],
};

/**
 * Places for the name of a line: at its end, its start, its middle, each above and below. The words rest on the highest point of the line over their
 * extent, or hang under its lowest: on a slope they stand beside it, on whichever side they are closer.
 */
export function spotsAlong(line: Line, box: Rect, width: number, size: number, prefer: Prefer = 'end'): Spot[] {
  const seen = line.filter(
    ([x, y]) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1,
  );
  if (seen.length === 0) return [];
  const [first, last] = [seen[0][0], seen[seen.length - 1][0]];
  return shares[prefer].flatMap((share) => {
    const [x, y] = pointAt(seen, first + share * (last - first));
    const anchors: readonly Anchor[] = share === 1 ? ['end'] : share === 0 ? ['start'] : ['middle', 'start', 'end'];
    const around = anchors.flatMap((anchor): (Spot & { readonly far: number })[] => {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      const [top, bottom] = reach(line, left, left + width) ?? [y, y];
      return [
        { x, y: top - lift, anchor, far: y - top },
        { x, y: bottom + lift - 1 + 0.73 * size, anchor, far: bottom - y + 2 },
      ];
    });
    return around.sort((a, b) => a.far - b.far).map(({ x, y, anchor }) => ({ x, y, anchor }));
  });
}

/** Places beside a point: to the right, to the left, above, below. */
export const spotsAround = ([x, y]: Point, away: number, size: number): Spot[] => [
  { x: x + away, y: y + 0.36 * size, anchor: 'start' },
  { x: x - away, y: y + 0.36 * size, anchor: 'end' },
  { x, y: y - away, anchor: 'middle' },
  { x, y: y + away + 0.73 * size, anchor: 'middle' },
];
