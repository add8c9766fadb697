import { tenth } from '#kit/plot/path.ts';

type Point = readonly [x: number, y: number];

export const nodeRadius = 15;
/** A graph is drawn on so many pixels. */
export const graphWidth = 250;
export const graphHeight = 250;

export const nodes: readonly Point[] = [
  [125, 68],
  [214, 200],
  [36, 200],
];
/** Where the loop of each node stands out. */
const outwards: readonly Point[] = [
  [0, -1],
  [0.6, 0.8],
  [-0.6, 0.8],
];

const plus = ([x, y]: Point, [u, v]: Point, by = 1): Point => [x + by * u, y + by * v];
const unit = ([x, y]: Point): Point => {
  const length = Math.hypot(x, y);
  return [x / length, y / length];
};
const towards = (from: Point, to: Point) => unit([to[0] - from[0], to[1] - from[1]]);
const turned = ([x, y]: Point, angle: number): Point => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
];
const at = ([x, y]: Point) => `${tenth(x)},${tenth(y)}`;

export interface Arrow {
  /** The line, without its head. */
  readonly path: string;
  readonly head: string;
  /** Where its probability stands: the middle of the words. */
  readonly label: Point;
}

function headOf(tip: Point, direction: Point): string {
  const back = plus(tip, direction, -10);
  const side = turned(direction, Math.PI / 2);
  return `M${at(tip)}L${at(plus(back, side, 5))}L${at(plus(back, side, -5))}z`;
}

/** From node to node, bowed to its left, so that the way there and the way back are two curves. */
function between(from: number, to: number): Arrow {
  const [a, b] = [nodes[from], nodes[to]];
  const direction = towards(a, b);
  const left = turned(direction, -Math.PI / 2);
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const control = plus(middle, left, 34);
  const start = plus(a, towards(a, control), nodeRadius);
  const into = towards(control, b);
  const tip = plus(b, into, -nodeRadius - 1);
  return {
    path: `M${at(start)}Q${at(control)} ${at(plus(tip, into, -6))}`,
    head: headOf(tip, into),
    label: plus(middle, left, 30),
  };
}

function loop(node: number): Arrow {
  const [center, out] = [nodes[node], outwards[node]];
  const [one, two] = [turned(out, -0.62), turned(out, 0.62)];
  const start = plus(center, one, nodeRadius);
  const far = [plus(center, turned(out, -0.56), 62), plus(center, turned(out, 0.56), 62)];
  const end = plus(center, two, nodeRadius + 1);
  const into = towards(far[1], end);
  return {
    path: `M${at(start)}C${at(far[0])} ${at(far[1])} ${at(plus(end, into, -6))}`,
    head: headOf(end, into),
    label: plus(center, out, 37),
  };
}

export const arrowOf = (from: number, to: number): Arrow => (from === to ? loop(from) : between(from, to));
