import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../fixtures/oracle.ts';
import { landscape } from './landscape.ts';
import {
  decodePicture,
  encodePicture,
  lengthOfPicture,
  pictureOf,
  quantize,
  wavesOf,
  type Method,
} from './picture-coder.ts';
import { uniforms } from './random.ts';

const side = 32;
const picture = Array.from(landscape(side), (gray) => gray - 128.5);
const waves = wavesOf(picture, side);
const squares = (list: ArrayLike<number>) => Array.from(list).reduce((sum, x) => sum + x * x, 0);

describe('the coder of pictures', () => {
  it.each<Method>(['pixels', 'waves'])(
    'gives back what it was given, told by %s, in as many digits as it says',
    (method) => {
      for (const step of [1, 5, 40]) {
        const levels = quantize(method === 'pixels' ? picture : waves, step, method);
        const digits = encodePicture(levels, side, method);
        expect(decodePicture(digits, side, method)).toEqual(levels);
        // The coder rounds up by less than two digits, and leaves out zeros at the end.
        const beyond = digits.length - lengthOfPicture(levels, side, method) / Math.LN2;
        expect(beyond).toBeLessThan(2);
        expect(beyond).toBeGreaterThan(-12);
      }
    },
  );

  it('gives back numbers far beyond its counts', () => {
    const next = uniforms(9);
    const wild = Int32Array.from({ length: 256 }, () => Math.round(2 ** (20 * next()) * (next() < 0.5 ? -1 : 1)));
    for (const method of ['pixels', 'waves'] as const)
      expect(decodePicture(encodePicture(wild, 16, method), 16, method)).toEqual(wild);
  });

  it('turns pictures into waves and back without stretching', () => {
    close(squares(waves), squares(picture));
    closeAll(pictureOf(waves, side), picture, 1e-9);
  });

  it('rounds pixels to the nearest, and waves a little towards 0', () => {
    expect([...quantize([4.9, 5.1, -5.1, 15], 10, 'pixels')]).toEqual([0, 1, -1, 2]);
    expect([...quantize([5.9, 6.1, -6.1, 15], 10, 'waves')]).toEqual([0, 1, -1, 1]);
  });

  it('pays next to nothing for an even gray', () => {
    expect(lengthOfPicture(new Int32Array(side * side), side, 'waves') / (side * side)).toBeLessThan(0.1);
  });

  it('refuses what is no picture', () => {
    expect(() => wavesOf([1, 2], 8)).toThrow(RangeError);
    expect(() => wavesOf(picture, 12)).toThrow('side must be a multiple of 8, got 12');
    expect(() => quantize([1], 0, 'waves')).toThrow(RangeError);
  });
});

describe('the landscape', () => {
  it('is the same each time, of gray levels from dark to light', () => {
    expect(landscape(16)).toEqual(landscape(16));
    const grays = landscape(96);
    expect(Math.min(...grays)).toBeGreaterThan(5);
    expect(Math.max(...grays)).toBeLessThanOrEqual(255);
    expect(new Set(grays).size).toBeGreaterThan(100);
  });
});
