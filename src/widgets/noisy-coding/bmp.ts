import { side, type Bits } from './drawing.ts';

/** Paper, ink, and both where the pixel is wrong; blue, green, red, 0. */
const palette = [
  [255, 255, 255, 0],
  [34, 30, 28, 0],
  [150, 172, 250, 0],
  [38, 44, 196, 0],
];
const rowBytes = side / 2;
const start = 14 + 40 + 4 * palette.length;

const little = (value: number, bytes: number) => Array.from({ length: bytes }, (_, i) => (value >> (8 * i)) & 255);

/** A bitmap of four bits a pixel, from the last row to the first; wrong pixels are shown as they are received, in red. */
function bytesOf(picture: Bits, wrong: ReadonlySet<number>): number[] {
  const colorAt = (i: number) => (wrong.has(i) ? 3 - picture[i] : picture[i]);
  const rows = Array.from({ length: side }, (_, r) =>
    Array.from({ length: rowBytes }, (_, c) => {
      const i = (side - 1 - r) * side + 2 * c;
      return 16 * colorAt(i) + colorAt(i + 1);
    }),
  ).flat();
  const header = [
    ...[66, 77, ...little(start + rows.length, 4), 0, 0, 0, 0, ...little(start, 4)],
    ...[...little(40, 4), ...little(side, 4), ...little(side, 4), 1, 0, 4, 0, ...little(0, 4)],
    ...[
      ...little(rows.length, 4),
      ...little(2835, 4),
      ...little(2835, 4),
      ...little(palette.length, 4),
      ...little(0, 4),
    ],
  ];
  return [...header, ...palette.flat(), ...rows];
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The picture as an address, so that it stands in the page without any script. */
export function pictureAddress(picture: Bits, wrong: readonly number[]): string {
  const bytes = bytesOf(picture, new Set(wrong));
  let base64 = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b = 0, c = 0] = bytes.slice(i, i + 3);
    const group = (a << 16) | (b << 8) | c;
    const all = [18, 12, 6, 0].map((shift) => digits[(group >> shift) & 63]).join('');
    base64 += all.slice(0, Math.min(4, bytes.length - i + 1)).padEnd(4, '=');
  }
  return `data:image/bmp;base64,${base64}`;
}
