import { expect, it } from 'vitest';
import { closeAll } from '../../fixtures/oracle.ts';
import { drawNoise, drawNormalDesign, drawPlaces } from './regression-designs.ts';

it('places are even without unevenness, ordered in (0, 1), and never nearer than the even share', () => {
  closeAll(drawPlaces(4, 0, 1, 0), [0.125, 0.375, 0.625, 0.875]);
  for (const uneven of [0.3, 1]) {
    const places = drawPlaces(20, uneven, 5, 2);
    const gaps = places.slice(1).map((x, i) => x - places[i]);
    expect(Math.min(...gaps)).toBeGreaterThan(0);
    expect(places[0]).toBeGreaterThan(0);
    expect(places[19]).toBeLessThan(1);
  }
});

it('designs are standard normal, and a larger one holds a smaller one', () => {
  const large = drawNormalDesign(60, 50, 4, 1);
  const small = drawNormalDesign(7, 3, 4, 1);
  small.forEach((row, i) => expect(large[i].slice(0, 3)).toEqual(row));
  const all = large.flat();
  const mean = all.reduce((sum, x) => sum + x, 0) / all.length;
  const square = all.reduce((sum, x) => sum + x * x, 0) / all.length;
  expect(Math.abs(mean)).toBeLessThan(4 / Math.sqrt(3000));
  expect(Math.abs(square - 1)).toBeLessThan(4 * Math.sqrt(2 / 3000));
  expect(drawNoise(9, 4, 1).slice(0, 4)).toEqual(drawNoise(4, 4, 1));
});
