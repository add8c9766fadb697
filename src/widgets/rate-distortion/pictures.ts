import { landscape } from '#sim/landscape.ts';
import { lengthOfPicture, pictureOf, quantize, wavesOf, type Method } from '#sim/picture-coder.ts';
import { uniforms } from '#sim/random.ts';
import { drawNormal } from '#sim/samplers.ts';
import { side, type Asked } from './parameters.ts';

/** A picture around its mean gray, and what is known of it. */
export interface Source {
  /** Mean gray of the picture, which both sides know: it is not in the file. */
  readonly mean: number;
  readonly pixels: ArrayLike<number>;
  readonly waves: Float64Array;
  /** Mean square of each of the 64 coefficients over all blocks, of the picture and not of a draw. */
  readonly variances: readonly number[];
}

/** A picture as the coder with this step leaves it. */
export interface Coded {
  readonly step: number;
  /** Nats for each pixel. */
  readonly rate: number;
  /** Mean squared error, in squares of a gray level. */
  readonly distortion: number;
}

const pixelCount = side * side;

/** The gray levels that are written in base64; nothing if it is not a picture of this size. */
export function graysOf(base64: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*$/.test(base64) || base64.length !== (pixelCount * 4) / 3) return undefined;
  const digit = (at: number) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.indexOf(base64.charAt(at));
  return Uint8Array.from({ length: pixelCount }, (_, i) => {
    const bit = 8 * i;
    const [first, shift] = [Math.floor(bit / 6), bit % 6];
    return (((digit(first) << 6) | digit(first + 1)) >> (4 - shift)) & 255;
  });
}

type Which = Pick<Asked, 'own' | 'drawn' | 'seed'>;

function sourceOf({ own, drawn, seed }: Which): Source {
  const grays: ArrayLike<number> = graysOf(own) ?? landscape(side);
  const mean = Array.from(grays).reduce((a, b) => a + b, 0) / pixelCount;
  const pixels = Float64Array.from(grays, (gray) => gray - mean);
  const waves = wavesOf(pixels, side);
  const variances = new Array<number>(64).fill(0);
  const cell = (i: number) => (Math.floor(i / side) % 8) * 8 + (i % 8);
  waves.forEach((wave, i) => (variances[cell(i)] += (64 * wave * wave) / pixelCount));
  // Seven digits: models travel as text.
  variances.forEach((variance, k) => (variances[k] = Number(variance.toPrecision(7))));
  if (!drawn) return { mean, pixels, waves, variances };
  const next = uniforms(seed, 5, 4);
  const fresh = Float64Array.from(waves, (_, i) => Math.sqrt(variances[cell(i)]) * drawNormal(next));
  return { mean, pixels: pictureOf(fresh, side), waves: fresh, variances };
}

/** The last picture: while the step moves it stays. */
let kept: { readonly key: string; readonly source: Source } | undefined;

/** Which picture it is: with another step it is the same. */
export const keyOf = ({ own, drawn, seed }: Which) => [own, drawn, drawn && seed].join();

export function pictureFor(asked: Which): Source {
  const key = keyOf(asked);
  if (kept?.key !== key) kept = { key, source: sourceOf(asked) };
  return kept.source;
}

/** What comes out of the coder, around the mean: gray levels that may be below 0 or above 255. */
export function decoded({ pixels, waves }: Source, step: number, method: Method): Float64Array {
  if (method === 'pixels') return Float64Array.from(quantize(pixels, step, method), (level) => level * step);
  return pictureOf(
    Float64Array.from(quantize(waves, step, method), (level) => level * step),
    side,
  );
}

/** How long the code is, and how far off what comes out. The waves turn without stretching, so that their errors are those of the pixels. */
export function codedAt({ pixels, waves }: Source, step: number, method: Method): Coded {
  const numbers = method === 'pixels' ? pixels : waves;
  const levels = quantize(numbers, step, method);
  let squares = 0;
  for (let i = 0; i < pixelCount; i++) squares += (numbers[i] - levels[i] * step) ** 2;
  return { step, rate: lengthOfPicture(levels, side, method) / pixelCount, distortion: squares / pixelCount };
}
