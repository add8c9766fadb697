import type { ReactNode } from 'react';
import type { Say } from '#contract/say.ts';
import type { Line, Point, Rect, Spot } from './place.ts';
import type { Scale } from './scale.ts';

/** What a thing means: its hue, its dash, its shape and its ink come from this, in light, dark and forced colors. */
export type Role = 'x' | 'y' | 'z' | 'shared' | 'model' | 'exact' | 'quiet';

/** A panel as its marks see it. Amounts of information are given in nats: `say` knows the reader's unit. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly box: Rect;
  readonly say: Say;
}

/** Words that belong to a mark. They find their own place among `spots`. */
export interface Name {
  readonly text: string;
  readonly spots: readonly Spot[];
  readonly ink?: Role | 'soft' | 'strong';
  readonly q?: string;
  /** 13 unless told. */
  readonly size?: number;
  /** The point that it names: from far off a line leads there. */
  readonly of?: Point;
}

/** A mark is a value: what to draw in a frame, what words it wants, and what words must keep away from. */
export interface Mark {
  /** What it means: words in its ink may come close to its lines. */
  readonly role?: Role;
  /** What it is called: beside it, where there is room, or in a key. */
  readonly name?: Pick<Name, 'text' | 'ink' | 'q'>;
  draw?(frame: Frame): ReactNode;
  names?(frame: Frame): readonly Name[];
  lines?(frame: Frame): readonly Line[];
  rects?(frame: Frame): readonly Rect[];
  /** How it is drawn in a key, on a piece of 24 by 10 pixels around (0, 0); with it the mark may be named there. */
  sample?(): ReactNode;
  /** Not cut off at the edge of the panel. */
  readonly free?: true;
}

export interface Look {
  readonly role: Role;
  /** The notation entry that it is lit with. */
  readonly q?: string;
  /** Other than what the role has: strokes of classes `fig-…` in `3-figure.css`. */
  readonly look?: 'thick' | 'thin' | 'dashed' | 'long' | 'dotted' | 'solid';
  /** Written beside it, or in the key. */
  readonly name?: string;
}

export type Pair = readonly [x: number, y: number];

/** What a mark that is drawn with a look says of itself. */
export const called = ({ role, name, q }: Look): Pick<Mark, 'role' | 'name'> => ({
  role,
  ...(name !== undefined && { name: { text: name, ink: role, q } }),
});

export const classOf = ({ role, look }: Look, what = 'stroke') => `${what}-${role}${look ? ` fig-${look}` : ''}`;
export const toPixels = (pairs: readonly Pair[], { x, y }: Frame): Point[] => pairs.map(([a, b]) => [x(a), y(b)]);

/** How names are set: those with an ink of their own are strong. Whoever measures them asks here. */
export const typeOf = ({ ink, size = 13 }: Pick<Name, 'ink' | 'size'>) => ({
  ...{ size, tabular: true },
  strong: ink !== undefined && ink !== 'soft',
});
export const inkOf = (ink: Name['ink']) =>
  ink === undefined ? undefined : ink === 'soft' || ink === 'strong' ? ink : `ink-${ink}`;
