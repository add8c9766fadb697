import { spotsAround } from './along.ts';
import type { Mark, Pair, Role } from './mark.ts';
import type { Anchor, Point, Spot } from './place.ts';

interface Label {
  readonly text: string;
  readonly at: Pair;
  readonly role?: Role;
}

/** Names of points, beside them where there is room; the first have the choice, and what finds no place is left out. */
export const labels = (all: readonly Label[], role: Role): Mark => ({
  free: true,
  names: ({ x, y }) =>
    all.map(({ text, at, role: ink = role }) => ({
      ...{ text, ink, size: 12 },
      spots: spotsAround([x(at[0]), y(at[1])], 9, 12),
    })),
});

/** Upwards and downwards on both sides first. */
const directions = [
  -45, 45, -135, 135, -90, 90, -15, 15, 165, -165, -60, 60, -120, 120, -30, 30, 150, -150, -75, 75, -105, 105,
];

/** Places farther off, on rings around a point. */
const farSpots = ([x, y]: Point): Spot[] =>
  [22, 34, 48, 64, 82, 102, 124, 150].flatMap((away) =>
    directions.map((degrees) => {
      const [across, down] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      const anchor: Anchor = Math.abs(across) < 0.1 ? 'middle' : across > 0 ? 'start' : 'end';
      return { x: x + away * across, y: y + away * down + 4, anchor };
    }),
  );

/** The same where every name is wanted: one that has no room beside its point stands farther off, with a line to it. */
export const allLabels = (all: readonly Label[], role: Role): Mark => ({
  ...labels(all, role),
  names: (frame) =>
    labels(all, role).names!(frame).map((name, i) => {
      const point = [frame.x(all[i].at[0]), frame.y(all[i].at[1])] as const;
      return { ...name, of: point, spots: [...name.spots, ...farSpots(point)] };
    }),
});
