/** Where words go: each takes the first of its places that is free, so that it stays there while things move. */

export interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export type Anchor = 'start' | 'middle' | 'end';
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

/** A place for words: where their baseline begins, is centered or ends. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export interface Wanted {
  readonly width: number;
  /** Of the letters; of several lines, their height. */
  readonly size: number;
  readonly spots: readonly Spot[];
  /** The lines that it names: near another one, its words could be either's. */
  readonly own?: readonly Line[];
  /** The point that it names: from far off a line leads there. */
  readonly of?: Point;
}

export interface Obstacles {
  /** No words may come near these: other words, handles. */
  readonly rects: readonly Rect[];
  /** Nor lie on these: bars, cells, dots. */
  readonly marks: readonly Rect[];
  /** Nor cross these. */
  readonly lines: readonly Line[];
}

/** What words take up: capitals are 0.73 em high, and some letters reach below the baseline. */
export function rectOf({ x, y, anchor }: Spot, width: number, size: number): Rect {
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  return { left, right: left + width, top: y - 0.76 * size, bottom: y + 0.22 * size };
}

const grow = ({ left, right, top, bottom }: Rect, by: number): Rect => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
});
const meet = (a: Rect, b: Rect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whether a segment passes through a rectangle (Liang and Barsky, 1984). */
export function passes([x0, y0]: Point, [x1, y1]: Point, { left, right, top, bottom }: Rect): boolean {
  if (Math.max(x0, x1) < left || Math.min(x0, x1) > right || Math.max(y0, y1) < top || Math.min(y0, y1) > bottom)
    return false;
  let [from, to] = [0, 1];
  const cut = (step: number, room: number) => {
    if (step === 0) return room >= 0;
    if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
    return from <= to;
  };
  return cut(x0 - x1, x0 - left) && cut(x1 - x0, right - x0) && cut(y0 - y1, y0 - top) && cut(y1 - y0, bottom - y0);
}
const crosses = (line: Line, rect: Rect) => line.some((point, i) => i > 0 && passes(line[i - 1], point, rect));

/** From a point to the words that name it, if they stand far off: what is drawn between the two. */
export function leaderTo([x, y]: Point, spot: Spot, width: number, size: number): Line | undefined {
  const [toX, toY] = [spot.x, spot.y - size / 3];
  const far = Math.hypot(toX - x, toY - y);
  if (far < 20) return undefined;
  const at = (pixels: number): Point => [x + ((toX - x) * pixels) / far, y + ((toY - y) * pixels) / far];
  const words = grow(rectOf(spot, width, size), 2);
  let end = far;
  while (end > 7 && passes(at(end), at(end), words)) end--;
  return [at(6), at(end)];
}

/** Pixels between words; from words to lines that they do not name, more than `lift` of `along.ts`. */
const apart = { words: 3, own: 1, other: 6 };

/** A place for each, in the order given, or undefined where none is free. What is placed is in the way of the rest. */
export function place(
  wanted: readonly Wanted[],
  { rects, marks, lines }: Obstacles,
  within: Rect,
): (Spot | undefined)[] {
  const taken = [...rects];
  const names: Rect[] = [];
  const leaders: Line[] = [];
  return wanted.map(({ width, size, spots, own = [], of }) => {
    const spot = spots.find((candidate) => {
      const rect = rectOf(candidate, width, size);
      if (rect.left < within.left || rect.right > within.right || rect.top < within.top || rect.bottom > within.bottom)
        return false;
      const roomy = grow(rect, apart.words);
      if (taken.some((other) => meet(roomy, other)) || marks.some((other) => meet(rect, other))) return false;
      const [close, wide] = [grow(rect, apart.own), grow(rect, apart.other)];
      if (lines.some((line) => crosses(line, own.length === 0 || own.includes(line) ? close : wide))) return false;
      const leader = of && leaderTo(of, candidate, width, size);
      if (leader && names.some((name) => crosses(leader, grow(name, apart.own)))) return false;
      return !leaders.some((other) => crosses(other, close));
    });
    if (!spot) return undefined;
    const rect = rectOf(spot, width, size);
    taken.push(rect);
    names.push(rect);
    const leader = of && leaderTo(of, spot, width, size);
    if (leader) leaders.push(leader);
    return spot;
  });
}
