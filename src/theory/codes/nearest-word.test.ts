import { describe, expect, it } from 'vitest';
import { close, closeInBits } from '../../../fixtures/oracle.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { nearestWord, nearestWordCode } from './nearest-word.ts';

const alike = (n: number) => [new Array<number>(n).fill(0), new Array<number>(n).fill(1)];

describe('nearestWordCode', () => {
  it('of a fair coin has the numbers of a hand', () => {
    const three = nearestWordCode(0.5, alike(3));
    closeInBits(three.rate, 1 / 3);
    close(three.distortion, 1 / 4);
    closeInBits(nearestWordCode(0.5, alike(5)).rate, 1 / 5);
    // Of 32 blocks of five, 2 have no error, 10 have one, 20 have two.
    close(nearestWordCode(0.5, alike(5)).distortion, (10 + 2 * 20) / 32 / 5);
  });

  it('of a bent coin counts what the majority says', () => {
    const { rate, distortion } = nearestWordCode(0.2, alike(3));
    const heads = 3 * 0.2 ** 2 * 0.8 + 0.2 ** 3;
    close(rate, binaryEntropy(heads) / 3);
    close(distortion, (3 * 0.2 * 0.8) / 3);
  });

  it('loses nothing with all words, and tells nothing with one', () => {
    const all = [[0, 0], [0, 1], [1, 0], [1, 1]]; // prettier-ignore
    const whole = nearestWordCode(0.3, all);
    close(whole.rate, binaryEntropy(0.3));
    expect(whole.distortion).toBe(0);
    const one = nearestWordCode(0.3, [[0, 0]]);
    expect(one.rate).toBe(0);
    close(one.distortion, 0.3);
  });

  it('finds the nearest, and the first of several', () => {
    expect(nearestWord(alike(3), [1, 0, 1])).toBe(1);
    expect(nearestWord([[0, 0], [1, 1]], [0, 1])).toBe(0); // prettier-ignore
    expect(() => nearestWord(alike(3), [1])).toThrow(RangeError);
    expect(() => nearestWordCode(0.5, [[]])).toThrow(RangeError);
  });
});
