import { side, type Bits } from './drawing.ts';

/**
 * Grays from 0, black, to 1 as ink or none, the error of each pixel handed on to its neighbors to the right and below: Floyd and
 * Steinberg 1976. First the grays are stretched so that the darkest is black and the brightest white.
 */
export function dithered(grays: readonly number[]): Bits {
  const [dark, bright] = [Math.min(...grays), Math.max(...grays)];
  const left = grays.map((gray) => (bright > dark ? (gray - dark) / (bright - dark) : Math.round(gray)));
  return left.map((_, i) => {
    const bit = left[i] < 0.5 ? 1 : 0;
    const error = left[i] - (1 - bit);
    const column = i % side;
    const hand = (to: number, share: number) => {
      if (to < left.length) left[to] += error * share;
    };
    if (column < side - 1) hand(i + 1, 7 / 16);
    if (column > 0) hand(i + side - 1, 3 / 16);
    hand(i + side, 5 / 16);
    if (column < side - 1) hand(i + side + 1, 1 / 16);
    return bit;
  });
}
