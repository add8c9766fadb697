import { sampleWidth, type Entry } from './flow.ts';
import { typeOf, type Frame, type Mark, type Name } from './mark.ts';
import { widthOf } from './measure.ts';
import { leaderTo, place, rectOf, type Line, type Point, type Rect, type Spot } from './place.ts';

/** Half of what a handle takes, in pixels. */
const knob = 10;
const keyLine = 17;

/** Where the lower left corner of a key may be. */
const keySpots = ({ left, right, top, bottom }: Rect, width: number, tall: number): Spot[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].flatMap((row) =>
    [3, 0, 2, 1].map((column) => ({
      x: left + 8 + (column / 3) * (right - left - width - 8),
      y: bottom - 8 - (row / 7) * (bottom - top - tall - 10),
      anchor: 'start' as const,
    })),
  );

export interface Words extends Spot {
  readonly name: Name;
  /** To what it names, from far off. */
  readonly leader?: Line;
}
interface Asked {
  readonly marks: readonly Mark[];
  readonly frame: Frame;
  /** Words that stand already, and handles. */
  readonly taken: readonly Rect[];
  readonly handles: readonly Point[];
  readonly within: Rect;
  /** Names of marks stand in the key above. */
  readonly isKeyed: boolean;
}

/** Words beside their marks, and those for which there is no room there in a key where the panel is emptiest. */
export function wordsOf({ marks, frame, taken, handles, within, isKeyed }: Asked): { words: Words[]; key: Entry[] } {
  const linesOf = new Map(marks.map((mark) => [mark, mark.lines?.(frame) ?? []]));
  const seen = new Set<string>();
  const named = marks.flatMap((mark) =>
    (mark.names?.(frame) ?? []).flatMap((name) => {
      const isCalled = mark.name?.text === name.text;
      if (isCalled && (isKeyed || seen.has(name.text))) return [];
      if (isCalled) seen.add(name.text);
      return [{ mark, name, isCalled, width: widthOf(name.text, typeOf(name)), size: name.size ?? 13 }];
    }),
  );
  const obstacles = {
    rects: [
      ...taken,
      ...handles.map(([x, y]) => ({ left: x - knob, right: x + knob, top: y - knob, bottom: y + knob })),
    ],
    marks: marks.flatMap((mark) => mark.rects?.(frame) ?? []),
    lines: [...linesOf.values()].flat(),
  };
  const wanted = named.map(({ name: { spots, of }, mark, width, size }) => ({
    ...{ width, size, spots, of },
    own: marks.flatMap((one) => (one === mark || (mark.role && one.role === mark.role) ? linesOf.get(one)! : [])),
  }));
  const spots = place(wanted, obstacles, within);
  const words = named.flatMap(({ name, width, size }, i) => {
    const spot = spots[i];
    return spot ? [{ name, ...spot, leader: name.of && leaderTo(name.of, spot, width, size) }] : [];
  });
  const homeless = named.filter(
    ({ mark, name, isCalled }, i) => !spots[i] && isCalled && mark.sample && name.spots.length > 0,
  );
  if (homeless.length === 0) return { words, key: [] };
  const standing = named.flatMap(({ width, size }, i) => (spots[i] ? [rectOf(spots[i], width, size)] : []));
  const width = sampleWidth + Math.max(...homeless.map((one) => one.width));
  const tall = keyLine * homeless.length;
  const all = keySpots(frame.box, width, tall);
  const rects = [...obstacles.rects, ...standing];
  const [corner = all[0]] = place([{ width, size: tall / 0.98, spots: all }], { ...obstacles, rects }, within);
  return {
    words,
    key: homeless.map(({ mark }, i) => ({ mark, x: corner.x, y: corner.y - tall + keyLine * (i + 1) - 3 })),
  };
}
