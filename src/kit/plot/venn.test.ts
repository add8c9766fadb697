import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesForAreas, lensArea, lensPath } from './venn.ts';

const circles = (radiusA: number, radiusB: number, distance: number) => ({ radiusA, radiusB, distance });

/** Area of a set by counting the points of a fine grid: slow, and knows no geometry. */
function areaByCounting(inside: (x: number, y: number) => boolean, reach: number): number {
  const steps = 2000;
  const side = (2 * reach) / steps;
  let hits = 0;
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < steps; j++) if (inside(-reach + (i + 0.5) * side, -reach + (j + 0.5) * side)) hits++;
  return hits * side * side;
}

describe('lensArea', () => {
  it('of unit circles through each other’s centers is 2π/3 − √3/2', () => {
    expect(lensArea(circles(1, 1, 1))).toBeCloseTo((2 * Math.PI) / 3 - Math.sqrt(3) / 2, 14);
  });
  it('of unit circles that meet at right angles is π/2 − 1', () => {
    expect(lensArea(circles(1, 1, Math.SQRT2))).toBeCloseTo(Math.PI / 2 - 1, 14);
  });
  it('of circles of radius √2 and 1 with the smaller one’s diameter as chord is π − 1', () => {
    // Half of the unit disc, and the quarter disc of radius √2 less its right triangle: π/2 + (π/2 − 1).
    expect(lensArea(circles(Math.SQRT2, 1, 1))).toBeCloseTo(Math.PI - 1, 14);
  });
  it('of circles of radius 2 and 1 agrees with counting points, also where the chord lies beyond a center', () => {
    for (const distance of [1.1, 1.5, 2.5]) {
      const counted = areaByCounting((x, y) => x * x + y * y < 4 && (x - distance) ** 2 + y * y < 1, 2);
      expect(lensArea(circles(2, 1, distance))).toBeCloseTo(counted, 3);
    }
  });
  it('is 0 for circles that touch or are apart, and the smaller disc for nested ones', () => {
    expect(lensArea(circles(2, 1, 3))).toBe(0);
    expect(lensArea(circles(2, 1, 9))).toBe(0);
    expect(lensArea(circles(2, 1, 1))).toBe(Math.PI);
    expect(lensArea(circles(1, 2, 0))).toBe(Math.PI);
    expect(lensArea(circles(0, 0, 0))).toBe(0);
  });
});

describe('circlesForAreas', () => {
  const area = fc.double({ min: 1e-6, max: 4, noNaN: true });
  it('gives the areas and the overlap that were asked for', () => {
    fc.assert(
      fc.property(area, area, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const overlap = share * Math.min(a, b);
        const found = circlesForAreas(a, b, overlap);
        expect(Math.abs(Math.PI * found.radiusA ** 2 - a)).toBeLessThan(1e-14 * 8);
        expect(Math.abs(Math.PI * found.radiusB ** 2 - b)).toBeLessThan(1e-14 * 8);
        expect(Math.abs(lensArea(found) - overlap)).toBeLessThan(1e-13);
      }),
    );
  });
  it('nests the smaller circle, touching inside, when all of it is shared', () => {
    const found = circlesForAreas(3, 1, 1);
    expect(found.distance).toBe(found.radiusA - found.radiusB);
    expect(lensArea(found)).toBeCloseTo(1, 14);
    expect(circlesForAreas(2, 2, 2).distance).toBe(0);
  });
  it('lets the circles touch outside when nothing is shared', () => {
    const found = circlesForAreas(3, 1, 0);
    expect(found.distance).toBe(found.radiusA + found.radiusB);
  });
  it('draws an area of 0 as a point on the rim', () => {
    expect(circlesForAreas(0, Math.PI, 0)).toEqual(circles(0, 1, 1));
    expect(circlesForAreas(0, 0, 0)).toEqual(circles(0, 0, 0));
  });
  it('refuses what is no area, naming it', () => {
    expect(() => circlesForAreas(-1, 1, 0)).toThrow('areaA must be at least 0 and finite, got -1');
    expect(() => circlesForAreas(1, 1, NaN)).toThrow('overlap must be at least 0 and finite, got NaN');
  });
});

describe('lensPath', () => {
  /** Area enclosed by the path, from its own arcs: the polygon of their ends and the segment beyond each chord. */
  function enclosed(path: string): number {
    const [, x0, y0] = /^M([-\d.e]+),([-\d.e]+)/.exec(path)!.map(Number);
    let [x, y, total] = [x0, y0, 0];
    for (const [, ...numbers] of path.matchAll(/A([-\d.e]+),[-\d.e]+ 0 0 1 ([-\d.e]+),([-\d.e]+)/g)) {
      const [radius, nextX, nextY] = numbers.map(Number);
      const angle = 2 * Math.asin(Math.min(1, Math.hypot(nextX - x, nextY - y) / 2 / radius));
      total += (x * nextY - nextX * y) / 2 + (radius * radius * (angle - Math.sin(angle))) / 2;
      [x, y] = [nextX, nextY];
    }
    expect([x, y]).toEqual([x0, y0]);
    return total;
  }
  it.each([
    ['a thin lens', circles(1, 1, 1.9)],
    ['a thick lens', circles(1, 0.8, 0.5)],
    ['a lens that is all but nested', circles(1, 0.5, 0.5 + 1e-12)],
    ['a lens larger than half of circle A', circles(0.5, 1, 0.7)],
    ['a lens larger than half of circle B', circles(1, 0.5, 0.7)],
  ])('encloses the area of %s', (_, pair) => {
    expect(enclosed(lensPath(pair, 3, 2))).toBeCloseTo(lensArea(pair), 12);
  });
  it('is the smaller circle when one holds the other, and empty when they are apart', () => {
    expect(lensPath(circles(2, 1, 1), 0, 0)).toBe('M0,0a1,1 0 1 1 2,0a1,1 0 1 1 -2,0Z');
    expect(lensPath(circles(1, 2, 1), 0, 0)).toBe('M-1,0a1,1 0 1 1 2,0a1,1 0 1 1 -2,0Z');
    expect(lensPath(circles(1, 1, 2), 0, 0)).toBe('');
  });
});
