import { assertWholeNumber } from '#theory/numerics/assert.ts';
import { uniforms } from './random.ts';

/** Numbers in [0, 1) that stand at the points of a grid, over and over. */
const table = (() => {
  const next = uniforms(54);
  return Float64Array.from({ length: 4096 }, next);
})();

/** Noise that is smooth between the points of a grid, with level ground at each of them: value noise. */
function smooth(layer: number, x: number, y: number): number {
  const [i, j] = [Math.floor(x), Math.floor(y)];
  const at = (a: number, b: number) => table[(a * 71 + b * 1013 + layer * 389) & 4095];
  const ease = (t: number) => t * t * (3 - 2 * t);
  const [u, v] = [ease(x - i), ease(y - j)];
  const row = (b: number) => at(i, b) * (1 - u) + at(i + 1, b) * u;
  return row(j) * (1 - v) + row(j + 1) * v;
}

/** The same at several sizes, each half as large and half as high: about ½ on average. */
function rough(layer: number, x: number, y: number, sizes: number): number {
  let [sum, height] = [0, 0.5];
  for (let k = 0; k < sizes; k++, height /= 2) sum += height * smooth(layer + k, x * 2 ** k, y * 2 ** k);
  return sum;
}

/**
 * A landscape in gray levels from 0 to 255, side × side pixels row by row: a sun, clouds, two ranges of hills and a lake. It is always the
 * same. Throws RangeError unless `side` is a whole number from 8 to 512.
 */
export function landscape(side: number): Uint8Array {
  assertWholeNumber(side, 'side', 8, 512);
  const place = (pixel: number) => (pixel + 0.5) / side;
  const ridges = Array.from({ length: side }, (_, column) => {
    const x = place(column);
    return [0.52 - 0.3 * rough(11, 2.2 * x, 0, 5), 0.66 - 0.22 * rough(23, 3.1 * x + 5, 0, 6)] as const;
  });
  const gray = (column: number, row: number): number => {
    const [x, y] = [place(column), place(row)];
    const [far, near] = ridges[column];
    if (y < far) {
      const sun = Math.hypot(x - 0.72, y - 0.17);
      if (sun < 0.075) return 246;
      return 150 + 70 * y + 30 * Math.exp(-9 * sun) + 160 * Math.max(0, rough(41, 3 * x, 7 * y, 4) - 0.5);
    }
    if (y < near) return 118 - 60 * (y - far) + 40 * (rough(57, 9 * x, 12 * y, 4) - 0.47);
    if (y < 0.74) return 44 + 70 * (rough(71, 26 * x, 30 * y, 3) - 0.44);
    const ripple = Math.sin(150 * (y - 0.7) ** 0.8 + 5 * rough(83, 4 * x, 9 * y, 3));
    const glitter = 45 * Math.exp(-40 * (x - 0.72) ** 2) * (ripple > 0.3 ? 1 : 0.2);
    return 96 + 60 * (y - 0.74) + 16 * ripple + glitter;
  };
  return Uint8Array.from({ length: side * side }, (_, i) =>
    Math.round(Math.min(255, Math.max(0, gray(i % side, Math.floor(i / side))))),
  );
}
