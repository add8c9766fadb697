import { cellEnd, type TokenPlaces } from '#kit/reading/cells.ts';

/** A block ends at the first line break after this many tokens, at the first space after the second, or else at the third. */
const atLineBreak = 40;
const atSpace = 500;
const anywhere = 700;

/** The first token of every block, and the number of tokens at the end: pieces of text of which only the visible are drawn. */
export function blocksOf(places: TokenPlaces): number[] {
  const { text, starts, ends } = places;
  const blocks = [0];
  for (let t = 0; t < starts.length;) {
    const next = cellEnd(places, t);
    const length = next - blocks[blocks.length - 1];
    const ended =
      (length >= atLineBreak && text[ends[next - 1] - 1] === '\n') ||
      (length >= atSpace && text[starts[next]] === ' ') ||
      length >= anywhere;
    if (ended || next === starts.length) blocks.push(next);
    t = next;
  }
  return blocks;
}

/** Where the pieces of a block begin, and its end: about so many tokens each, as many as are drawn within a part of a frame. */
const pieceLength = 80;
export function piecesOf(places: TokenPlaces, from: number, to: number): number[] {
  const pieces = [from];
  for (let t = cellEnd(places, from + pieceLength - 1); t < to; t = cellEnd(places, t + pieceLength - 1))
    pieces.push(t);
  return [...pieces, to];
}

/** Pixels of a line, and of a character on average; good enough for what has never been drawn. */
const line = 40;
const character = 8.6;

/** How high a block will be, about. */
export function estimateHeight({ text, starts }: TokenPlaces, from: number, to: number, width: number): number {
  const end = to < starts.length ? starts[to] : text.length;
  const perLine = Math.max(1, Math.floor(width / character));
  let lines = 0;
  for (let start = starts[from]; start < end || lines === 0;) {
    const found = text.indexOf('\n', start);
    const lineEnd = found < 0 || found > end ? end : found;
    lines += Math.max(1, Math.ceil((lineEnd - start) / perLine));
    start = lineEnd + 1;
  }
  return line * lines;
}

/** Where each block begins, and the whole height at the end. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = [0];
  for (const height of heights) offsets.push(offsets[offsets.length - 1] + height);
  return offsets;
}

/** The last index i with sorted[i] ≤ value. */
export function indexAt(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sorted[middle] <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
