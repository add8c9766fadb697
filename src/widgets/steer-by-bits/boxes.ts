import { signs } from '#sim/reduced-text.ts';
import { edgesOf, type LawAfter, type Window } from './window.ts';

/** A text as a box: from where to where it reaches, in parts of the view, which is 1 high. */
export interface Box {
  readonly text: string;
  readonly sign: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  /** Boxes of one sign more. */
  readonly inner: readonly Box[];
}

/** Signs that are drawn within one another. */
const deepest = 24;

/** The texts of one sign more, and of two and so on, that are at least `least` high and can be seen. */
export function boxesOf({ written, low, size }: Window, lawAfter: LawAfter, least: number): Box[] {
  function inside(text: string, from: number, height: number, depth: number): Box[] {
    const law = depth < deepest ? lawAfter(text) : undefined;
    if (!law) return [];
    const edges = edgesOf(law);
    return law.flatMap((p, sign) => {
      const [top, bottom] = [from + edges[sign] * height, from + edges[sign + 1] * height];
      if (p * height < least || bottom <= 0 || top >= 1) return [];
      const longer = text + signs[sign];
      return [
        { text: longer, sign, from: top, to: bottom, depth, inner: inside(longer, top, bottom - top, depth + 1) },
      ];
    });
  }
  return inside(written, -low / size, 1 / size, 0);
}

/** The boxes from the outermost to the innermost around a place of the view, as long as they are at least `least` high. */
export function through(boxes: readonly Box[], at: number, least: number): Box[] {
  const box = boxes.find(({ from, to }) => from <= at && at < to && to - from >= least);
  return box ? [box, ...through(box.inner, at, least)] : [];
}

export const flat = (boxes: readonly Box[]): Box[] => boxes.flatMap((box) => [box, ...flat(box.inner)]);
