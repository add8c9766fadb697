import type { Mark, Name } from './mark.ts';
import { small, widthOf } from './measure.ts';

/** Words that flow: entries of a key and pieces of a note, in as many lines as they need. */

/** An entry of a key: where its sample begins, and its baseline. */
export interface Entry {
  readonly mark: Mark;
  /** Of the same name as one before, and drawn over its sample. */
  readonly again?: true;
  readonly x: number;
  readonly y: number;
}

/** A piece of a note, of one ink. */
export interface Piece {
  readonly text: string;
  readonly ink?: Name['ink'];
  readonly q?: string;
}

/** What stands before a name in a key. */
export const sampleWidth = 32;

/** Entries one after the other, in as many lines as they need. */
export function keyOf(marks: readonly Mark[], left: number, right: number): { entries: Entry[]; height: number } {
  let [x, line] = [left, 0];
  const entries: Entry[] = [];
  for (const mark of marks) {
    if (!mark.name || !mark.sample) continue;
    const before = entries.find((entry) => entry.mark.name!.text === mark.name!.text);
    if (before) {
      entries.push({ ...before, mark, again: true });
      continue;
    }
    const width = sampleWidth + widthOf(mark.name.text, { strong: true });
    if (x > left && x + width > right) [x, line] = [left, line + 1];
    entries.push({ mark, x, y: 18 * line });
    x += width + 18;
  }
  return { entries, height: entries.length > 0 ? 18 * (line + 1) + 6 : 0 };
}

/** Pieces broken into lines at spaces where there is no room, and at line breaks. */
export function wrapPieces(pieces: readonly Piece[] | undefined, room: number): Piece[][] {
  const words = (pieces ?? []).flatMap((piece) => piece.text.split(/(?<=[ \n])/).map((text) => ({ ...piece, text })));
  const all: Piece[][] = [];
  let used = Infinity;
  for (const word of words) {
    const strong = word.ink !== undefined && word.ink !== 'soft';
    const width = widthOf(word.text, { ...small, strong });
    if (used + widthOf(word.text.trimEnd(), { ...small, strong }) > room) {
      all.push([]);
      used = 0;
    }
    const line = all[all.length - 1];
    const last = line[line.length - 1];
    if (last && last.ink === word.ink && last.q === word.q)
      line[line.length - 1] = { ...last, text: last.text + word.text };
    else line.push(word);
    used = word.text.endsWith('\n') ? Infinity : used + width;
  }
  // No space at the end of a line: it would stand out beyond the room.
  return all.map((line) =>
    line.map((piece, i) => (i === line.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece)),
  );
}
