import { turned, waveCode } from '#theory/language-models/position-codes.ts';
import { toldPlaces } from '#sim/told-places.ts';
import { learnedVectors } from './learned.ts';
import type { Asked } from './parameters.ts';

export type Code = Asked['code'];

/** Numbers in a row of our networks, and in one of its four heads. */
const width = 64;
const headWidth = 16;
/** Pairs of a head, and hands that are drawn. */
export const hands = headWidth / 2;

/** What stands for each place: all are vectors of one length. Of turns it is a query, or a key, that is (1, 0) in each pair. */
function vectorsOf(code: Code): readonly ArrayLike<number>[] {
  if (code === 'learned') return learnedVectors();
  const ahead = Array.from({ length: headWidth }, (_, i) => (i < hands ? 1 : 0));
  return Array.from({ length: toldPlaces }, (_, place) =>
    code === 'waves' ? waveCode(place, width) : turned(ahead, place),
  );
}

interface Known {
  readonly vectors: readonly ArrayLike<number>[];
  /** Cosines of each two places. */
  readonly cosines: readonly (readonly number[])[];
  /** The least and the greatest of those so far apart, entry d for the distance d. */
  readonly least: readonly number[];
  readonly greatest: readonly number[];
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};

const known = new Map<Code, Known>();

/** Of a code, for all places. */
export function codeOf(code: Code): Known {
  const before = known.get(code);
  if (before) return before;
  const vectors = vectorsOf(code);
  const lengths = vectors.map((vector) => Math.sqrt(dot(vector, vector)));
  const cosines = vectors.map((a, s) => vectors.map((b, t) => dot(a, b) / (lengths[s] * lengths[t])));
  const apart = (distance: number) =>
    Array.from({ length: toldPlaces - distance }, (_, place) => cosines[place][place + distance]);
  const found = {
    ...{ vectors, cosines },
    least: cosines.map((_, distance) => Math.min(...apart(distance))),
    greatest: cosines.map((_, distance) => Math.max(...apart(distance))),
  };
  known.set(code, found);
  return found;
}

export interface PositionCodes {
  readonly code: Code;
  readonly place: number;
  /** The earlier place, `distance` before it: as far as there are places. */
  readonly other: number;
  readonly distance: number;
  /** Cosines of this place with all. */
  readonly row: readonly number[];
  readonly cosine: number;
  /** The least and the greatest cosine of two places so far apart. */
  readonly least: number;
  readonly greatest: number;
}

export function compute({ code, place, distance: wanted }: Asked): PositionCodes {
  const { cosines, least, greatest } = codeOf(code);
  const distance = Math.min(wanted, place);
  const other = place - distance;
  return {
    ...{ code, place, other, distance, row: cosines[place], cosine: cosines[place][other] },
    ...{ least: least[distance], greatest: greatest[distance] },
  };
}
