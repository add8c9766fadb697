import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { entropy } from '#theory/measures/entropy.ts';
import { letterMaps } from './letter-maps.ts';

const p = [0.5, 0.3, 0.2];
const square = [0, 1, 2].map((x) => [0, 1, 2].map((y) => (x - y) ** 2));

describe('letterMaps', () => {
  it('has one way for each partition: Bell’s numbers', () => {
    expect(letterMaps(p, square)).toHaveLength(5);
    const many = (size: number) =>
      letterMaps(
        new Array<number>(size).fill(1 / size),
        Array.from({ length: size }, () => [0]),
      ).length;
    expect([1, 2, 4, 5].map(many)).toEqual([1, 2, 15, 52]);
  });

  it('has the extremes: all alike, and each for itself', () => {
    const maps = letterMaps(p, square);
    close(maps[0].rate, 0);
    // Around 1: 0.5 + 0.2.
    close(maps[0].distortion, 0.7);
    expect(maps[0].reproductions).toEqual([1, 1, 1]);
    close(maps.at(-1)!.rate, entropy(p));
    expect(maps.at(-1)!.distortion).toBe(0);
  });

  it('is the best of all maps from letters to letters at its price, by brute force', () => {
    for (const price of [0.2, 1, 3]) {
      const best = Math.min(...letterMaps(p, square).map(({ rate, distortion }) => rate + price * distortion));
      let least = Infinity;
      for (let all = 0; all < 27; all++) {
        const map = [all % 3, Math.floor(all / 3) % 3, Math.floor(all / 9)];
        const law = [0, 1, 2].map((y) => p.reduce((sum, px, x) => sum + (map[x] === y ? px : 0), 0));
        least = Math.min(least, entropy(law) + price * p.reduce((sum, px, x) => sum + px * square[x][map[x]], 0));
      }
      close(best, least);
    }
  });

  it('refuses what does not fit', () => {
    expect(() => letterMaps([0.5, 0.5], [[0, 1]])).toThrow(RangeError);
    expect(() => letterMaps(new Array<number>(9).fill(1 / 9), [])).toThrow(RangeError);
  });
});
