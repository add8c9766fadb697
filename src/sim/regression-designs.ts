import { assertBetween, assertWholeNumber } from '#theory/numerics/assert.ts';
import { drawNormal } from './samplers.ts';
import { uniforms } from './random.ts';

/** Most numbers of one list, or in a row or column. */
const MOST = 1e4;

/**
 * Places in (0, 1) in their order. The gaps between neighbors are (1 − uneven) + uneven · E with E exponential of mean 1, those at the two ends
 * half as large, and all are divided by their sum: with 0 they are even, with 1 as random as a Poisson process. Throws RangeError unless
 * count is a whole number from 1 to 10⁴ and uneven is in [0, 1].
 */
export function drawPlaces(count: number, uneven: number, seed: number, draw: number): number[] {
  assertWholeNumber(count, 'count', 1, MOST);
  assertBetween(uneven, 'uneven', 0, 1);
  assertWholeNumber(draw, 'draw');
  const next = uniforms(seed, draw);
  const gaps = Array.from({ length: count + 1 }, (_, i) => {
    const gap = 1 - uneven - uneven * Math.log(1 - next());
    return i === 0 || i === count ? gap / 2 : gap;
  });
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  let place = 0;
  return gaps.slice(0, count).map((gap) => (place += gap) / total);
}

/** Independent standard normal inputs, examples × width. Whatever the size, the entry at i, j is the same for a seed and a draw. At most 10⁴ of each. */
export function drawNormalDesign(examples: number, width: number, seed: number, draw: number): number[][] {
  assertWholeNumber(examples, 'examples', 1, MOST);
  assertWholeNumber(width, 'width', 1, MOST);
  assertWholeNumber(draw, 'draw');
  const columns = Array.from({ length: width }, (_, j) => {
    const next = uniforms(seed, draw, j);
    return Array.from({ length: examples }, () => drawNormal(next));
  });
  return Array.from({ length: examples }, (_, i) => columns.map((column) => column[i]));
}

/** Independent standard normal numbers, as many as asked; a longer list begins with a shorter one. At most 10⁴. */
export function drawNoise(count: number, seed: number, draw: number): number[] {
  assertWholeNumber(count, 'count', 0, MOST);
  assertWholeNumber(draw, 'draw');
  // Its own stream: that of inputs has a column number that no figure reaches.
  const next = uniforms(seed, draw, 2 ** 40);
  return Array.from({ length: count }, () => drawNormal(next));
}
