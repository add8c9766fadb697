import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { anglePerPlace, turned, waveCode } from './position-codes.ts';

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i], 0);

describe('the hands', () => {
  it('begin with a radian a place and slow down by one factor', () => {
    close(anglePerPlace(0, 64), 1);
    // The last of 32 hands, and of eight: 10000^(−62/64) and 10000^(−14/16).
    close(anglePerPlace(31, 64), Math.exp((-62 / 64) * Math.log(10_000)), 1e-12);
    close(1 / anglePerPlace(7, 16), 3162.27766016838, 1e-12);
    for (let k = 1; k < 8; k++) close(anglePerPlace(k, 16) / anglePerPlace(k - 1, 16), 10 ** -0.5, 1e-12);
  });
});

describe('waves', () => {
  it('are sines, then cosines', () => {
    closeAll(waveCode(3, 4), [Math.sin(3), Math.sin(0.03), Math.cos(3), Math.cos(0.03)], 1e-12);
    closeAll(waveCode(0, 6), [0, 0, 0, 1, 1, 1]);
  });

  it('have a length of their own, and products that are sums of cosines of the distance', () => {
    for (const [s, t] of [[0, 0], [5, 9], [90, 40], [127, 0]]) {
      const cosines = Array.from({ length: 32 }, (_, k) => Math.cos((t - s) * 10_000 ** (-k / 32)));
      close(dot(waveCode(s, 64), waveCode(t, 64)), cosines.reduce((sum, x) => sum + x, 0), 1e-9);
    }
  }); // prettier-ignore
});

describe('turns', () => {
  it('are products with complex numbers on the unit circle', () => {
    const [a, b] = [[0.3, -1.2, 2, 0.5], 7];
    const [first, second] = [7, 0.07];
    const times = (x: number, y: number, angle: number) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]; // prettier-ignore
    const [x, y] = [times(a[0], a[2], first), times(a[1], a[3], second)];
    closeAll(turned(a, b), [x[0], y[0], x[1], y[1]], 1e-12);
  });

  it('keep lengths, add up, and leave products that depend on the difference of the places alone', () => {
    const [query, key] = [[0.3, -1.2, 2, 0.5, 1, -0.4], [1, 0.2, -0.7, 0.9, 0.1, 2]]; // prettier-ignore
    close(dot(turned(query, 11), turned(query, 11)), dot(query, query), 1e-12);
    closeAll(turned(Array.from(turned(query, 4)), 5), Array.from(turned(query, 9)), 1e-12);
    const product = (s: number, t: number) => dot(turned(query, s), turned(key, t));
    for (const shift of [1, 10, 100]) close(product(5 + shift, 2 + shift), product(5, 2), 1e-9);
    expect(Math.abs(product(5, 2) - product(2, 5))).toBeGreaterThan(0.1);
  });
});

it('refuses widths that are no pairs', () => {
  expect(() => waveCode(1, 5)).toThrow('width must be even, got 5');
  expect(() => turned([1, 2, 3], 1)).toThrow('vector.length must be even, got 3');
  expect(() => anglePerPlace(4, 8)).toThrow(RangeError);
});
