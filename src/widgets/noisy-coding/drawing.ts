/** Pictures of `side` by `side` pixels, row by row, 1 is ink; written four pixels to a hexadecimal digit. */
export const side = 64;
export const pixels = side * side;

export type Bits = readonly number[];

export const written = (bits: Bits): string =>
  Array.from({ length: pixels / 4 }, (_, i) =>
    bits
      .slice(4 * i, 4 * i + 4)
      .reduce((digit, bit) => 2 * digit + bit, 0)
      .toString(16),
  ).join('');

/** The picture of a text, or ours if it is none. */
export function pictureOf(text: string): Bits {
  if (text.length !== pixels / 4 || !/^[0-9a-f]*$/.test(text)) return owl;
  return Array.from(text).flatMap((digit) => [8, 4, 2, 1].map((place) => (parseInt(digit, 16) & place ? 1 : 0)));
}

/** Inside an ellipse around (cx, cy). */
const oval = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;

/** An owl on a branch under the moon; the later of two shapes covers the earlier. */
function inkAt(x: number, y: number): number {
  // The owl is symmetric: right and left are drawn once.
  const [u, v] = [Math.abs(x - 27.5), y];
  if (v > 15 && v < 37 && oval(u, v, 8, 25, 3, 3.4)) return oval(u, v, 7, 24, 1.1, 1.1) ? 0 : 1;
  if (oval(u, v, 8, 25, 6.6, 6.6)) return 0;
  if (v >= 27 && v <= 34 && u <= (34 - v) / 2) return 0;
  if (v >= 9 && v < 20 && u >= 7 && u <= 15 && v >= 9 + (15 - u) * 1.1) return 1;
  if (oval(u, v, 0, 41, 10, 11)) return (Math.floor(v / 3) + Math.floor((u + 1) / 3)) % 2 === 0 && v > 36 ? 1 : 0;
  if (oval(u, v, 0, 35, 17, 21)) return 1;
  if (v >= 54 && v <= 58 + Math.sin(x / 7)) return 1;
  if (v > 50 && v < 55 && u > 4 && u < 8) return 1;
  const isMoon = oval(x, y, 53, 11, 8, 8) && !oval(x, y, 49.5, 9, 7, 7);
  const isStar = [[6, 8], [10, 27], [58, 32], [50, 44], [4, 46]].some(([a, b]) => Math.abs(x - a) + Math.abs(y - b) <= 1); // prettier-ignore
  return isMoon || isStar ? 1 : 0;
}

export const owl: Bits = Array.from({ length: pixels }, (_, i) => inkAt(i % side, Math.floor(i / side)));
