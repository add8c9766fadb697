import type { ReactNode } from 'react';
import { polyline, tenth } from '#kit/plot/path.ts';
import { spotsAlong, spotsAround, type Prefer } from './along.ts';
import {
  called,
  classOf,
  toPixels,
  typeOf,
  type Frame,
  type Look,
  type Mark,
  type Name,
  type Pair,
  type Role,
} from './mark.ts';
import { widthOf } from './measure.ts';
import type { Line, Point, Rect } from './place.ts';

interface LineLook extends Look {
  /** Which part of it is named, if there is room. */
  readonly prefer?: Prefer;
}

const nameAlong = (line: Line, { box }: Frame, { name, role, q, prefer }: LineLook): Name[] =>
  name === undefined ? [] : [{ text: name, ink: role, q, spots: spotsAlong(line, box, widthOf(name, typeOf({ ink: role })), 13, prefer) }]; // prettier-ignore

/** Drawn as `path`, named beside it. */
function stroke(path: (frame: Frame) => Point[], look: LineLook): Mark {
  return {
    ...called(look),
    sample: () => <path className={classOf(look)} d="M-12,0H12" />,
    lines: (frame) => [path(frame)],
    draw: (frame) => <path className={classOf(look)} data-q={look.q} d={polyline(path(frame))} />,
    names: (frame) => nameAlong(path(frame), frame, look),
  };
}

/** Straight from point to point. */
export const line = (points: readonly Pair[], look: LineLook): Mark => stroke((frame) => toPixels(points, frame), look);

/** Level from each point to the next, then up or down. */
export const steps = (points: readonly Pair[], look: LineLook): Mark =>
  line(points.flatMap(([x, y], i): Pair[] => (i === 0 ? [[x, y]] : [[x, points[i - 1][1]], [x, y]])), look); // prettier-ignore

/** A level all across. */
export const rule = (at: number, look: LineLook): Mark =>
  stroke(({ box, y }) => [[box.left, y(at)], [box.right, y(at)]], { prefer: 'start', ...look }); // prettier-ignore

/** A dashed vertical line where the reader stands: over the whole panel, or between two values. */
export const guide = (at: number, from?: number, to?: number): Mark =>
  stroke(
    ({ x, y, box }) => [[x(at), to === undefined ? box.top : y(to)], [x(at), from === undefined ? box.bottom : y(from)]], // prettier-ignore
    { role: 'quiet', look: 'dashed' },
  );

/** Between two values at each place, filled. */
export function area(spans: readonly (readonly [x: number, from: number, to: number])[], look: Look): Mark {
  const outline = (frame: Frame) =>
    toPixels(
      [...spans.map(([x, , to]): Pair => [x, to]), ...spans.map(([x, from]): Pair => [x, from]).reverse()],
      frame,
    );
  return {
    ...called(look),
    sample: () => <path className={`fill-${look.role}`} d="M-12,-5H12V5H-12z" />,
    draw: (frame) =>
      spans.length > 0 && <path className={`fill-${look.role}`} data-q={look.q} d={`${polyline(outline(frame))}z`} />,
    // In the middle of where it is widest.
    names({ x, y }) {
      if (look.name === undefined || spans.length === 0) return [];
      const [at, from, to] = spans.reduce((best, span) => (span[2] - span[1] > best[2] - best[1] ? span : best));
      return [
        {
          text: look.name,
          ink: look.role,
          q: look.q,
          spots: [{ x: x(at), y: (y(from) + y(to)) / 2 + 5, anchor: 'middle' }],
        },
      ];
    },
  };
}

type Shape = 'disk' | 'diamond' | 'square' | 'triangle' | 'ring';
const shapes: Record<Shape, (x: number, y: number, r: number) => string> = {
  disk: (x, y, r) => `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`,
  ring: (x, y, r) => shapes.disk(x, y, r),
  diamond: (x, y, r) =>
    `M${x},${tenth(y - 1.4 * r)}l${1.4 * r},${1.4 * r}l${-1.4 * r},${1.4 * r}l${-1.4 * r},${-1.4 * r}z`,
  square: (x, y, r) => `M${tenth(x - 0.9 * r)},${tenth(y - 0.9 * r)}h${1.8 * r}v${1.8 * r}h${-1.8 * r}z`,
  triangle: (x, y, r) => `M${x},${tenth(y - 1.3 * r)}l${1.2 * r},${2.1 * r}h${-2.4 * r}z`,
};
/** Roles are told apart without color. */
const shapeOf: Record<Role, Shape> = {
  ...{ model: 'disk', exact: 'diamond', x: 'square', y: 'triangle', shared: 'square', z: 'ring', quiet: 'ring' },
};

interface DotLook extends Look {
  readonly shape?: Shape;
  readonly r?: number;
}

/** The point of the panel that is nearest to a point. */
const within = ([x, y]: Point, { left, right, top, bottom }: Rect): Point => [
  Math.min(right, Math.max(left, x)),
  Math.min(bottom, Math.max(top, y)),
];

/** An arrowhead at the edge of the panel, towards a point beyond it; nothing for a point within. */
function beyond([x, y]: Point, box: Rect): string | undefined {
  const { left, right, top, bottom } = box;
  const [px, py] = within([x, y], box).map(tenth);
  if (y < top - 3) return `M${px - 4.5},${tenth(top + 7)}h9l-4.5,-8z`;
  if (y > bottom + 3) return `M${px - 4.5},${tenth(bottom - 7)}h9l-4.5,8z`;
  if (x < left - 3) return `M${tenth(left + 7)},${py - 4.5}v9l-8,-4.5z`;
  if (x > right + 3) return `M${tenth(right - 7)},${py - 4.5}v9l8,-4.5z`;
  return undefined;
}

/** A dot at each point, or where it lies beyond the panel an arrowhead at its edge; a name is beside the last of them. */
export function dots(points: readonly Pair[], look: DotLook): Mark {
  const { role, q, name, shape = shapeOf[role], r = 3.4 } = look;
  const className = shape === 'ring' ? `stroke-${role} fig-solid fig-hollow` : `solid-${role}`;
  const path = (all: readonly Point[], box?: Rect) =>
    all.map(([x, y]) => (box && beyond([x, y], box)) ?? shapes[shape](tenth(x), tenth(y), r)).join('');
  return {
    ...called(look),
    free: true,
    sample: () => <path className={className} d={path([[0, 0]])} />,
    draw: (frame) => <path className={className} data-q={q} d={path(toPixels(points, frame), frame.box)} />,
    rects: (frame) =>
      toPixels(points, frame)
        .map((point) => within(point, frame.box))
        .map(([x, y]) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })),
    names: (frame) =>
      name === undefined || points.length === 0
        ? []
        : [
            {
              text: name,
              ink: role,
              q,
              spots: spotsAround(within(toPixels(points.slice(-1), frame)[0], frame.box), r + 5, 13),
            },
          ],
  };
}

/** From what to what each value may be: one standard error down and up, unless the figure says otherwise. */
export const whiskers = (spans: readonly (readonly [x: number, from: number, to: number])[], look: Look): Mark => ({
  ...called(look),
  lines: ({ x, y }) => spans.map(([at, from, to]) => [[x(at), y(from)], [x(at), y(to)]] as const), // prettier-ignore
  draw: ({ x, y }) => (
    <path
      className={`stroke-${look.role} fig-solid`}
      data-q={look.q}
      d={spans
        .map(([at, from, to]) => {
          const [px, a, b] = [tenth(x(at)), tenth(y(from)), tenth(y(to))];
          return `M${px},${a}V${b}M${px - 3},${a}h6M${px - 3},${b}h6`;
        })
        .join('')}
    />
  ),
});

/** Whatever is drawn by hand, in the frame of a panel. */
export const drawn = (draw: (frame: Frame) => ReactNode, rest: Omit<Mark, 'draw'> = {}): Mark => ({ free: true, draw, ...rest }); // prettier-ignore
