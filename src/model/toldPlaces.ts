/** The ways in which the networks of `train/positions.py` are told the places of their tokens. */
import type { Config } from '#contract/training.ts';
import type { Arithmetic } from './arithmetic.ts';

export type ToldPlaces = 'learned' | 'sinusoidal' | 'rotary' | 'none';

/** The angle by which wave or pair k of `width` turns from one place to the next. Vaswani et al. 2017. */
const frequency = (k: number, width: number) => 10000 ** ((-2 * k) / width);

/** Sines, then cosines, [context, width]. */
export function waves({ context, width }: Pick<Config, 'context' | 'width'>): Float32Array {
  const half = width / 2;
  return Float32Array.from({ length: context * width }, (_, i) => {
    const [place, k] = [Math.floor(i / width), i % width];
    const angle = place * frequency(k % half, width);
    return k < half ? Math.sin(angle) : Math.cos(angle);
  });
}

/** Turns each pair (k, k + size/2) of every head of rows that lie `stride` apart by its place. Su et al. 2021. */
function turner({ context, width, heads }: Config) {
  const [size, half] = [width / heads, width / heads / 2];
  const angles = Array.from({ length: context * half }, (_, i) => Math.floor(i / half) * frequency(i % half, size));
  const [cosines, sines] = [Math.cos, Math.sin].map((of) => Float64Array.from(angles, of));
  return (rows: Float32Array, first: number, count: number, stride: number): Float32Array => {
    const turned = rows.slice(0, count * stride);
    for (let row = 0; row < count; row++)
      for (let h = 0; h < heads; h++)
        for (let k = 0; k < half; k++) {
          const [i, at] = [row * stride + h * size + k, (first + row) * half + k];
          const [a, b] = [rows[i], rows[i + half]];
          turned[i] = a * cosines[at] - b * sines[at];
          turned[i + half] = a * sines[at] + b * cosines[at];
        }
    return turned;
  };
}

/** Attention whose queries and keys are turned by their places; all else as it is. */
export function rotary(arithmetic: Arithmetic, config: Config): Arithmetic {
  const [turn, d] = [turner(config), config.width];
  return {
    ...arithmetic,
    attend(query, keyValue, before, kept) {
      const count = query.length / d;
      return arithmetic.attend(turn(query, before, count, d), turn(keyValue, 0, before + count, 2 * d), before, kept);
    },
  };
}
