import { describe, expect, it } from 'vitest';
import { sampleCorrelation } from '#theory/estimation/information-estimators.ts';
import { drawCounts, drawNormalPairs, drawOrder } from './draw-pairs.ts';
import { uniforms } from './random.ts';

describe('pairs that are drawn', () => {
  it('have the correlation, number by number', () => {
    const { x, y } = drawNormalPairs(0.7, 3, 4000, uniforms(2));
    const of = (a: number, b: number) => sampleCorrelation(x.map((row) => row[a]), y.map((row) => row[b]))!; // prettier-ignore
    for (const a of [0, 1, 2]) expect(Math.abs(of(a, a) - 0.7)).toBeLessThan(4 * (0.51 / Math.sqrt(4000)));
    expect(Math.abs(of(0, 1))).toBeLessThan(4 / Math.sqrt(4000));
    expect(drawNormalPairs(1, 1, 5, uniforms(1)).y).toEqual(drawNormalPairs(1, 1, 5, uniforms(1)).x);
  });

  it('are counted by their probabilities, those of 0 never', () => {
    const p = [0, 0.5, 0, 0.2, 0.3, 0];
    const counts = drawCounts(p, 20_000, uniforms(3));
    expect(counts.reduce((a, b) => a + b)).toBe(20_000);
    expect(drawCounts([0, 1, 0], 7, uniforms(3))).toEqual([0, 7, 0]);
    p.forEach((pi, i) => expect(Math.abs(counts[i] - 20_000 * pi)).toBeLessThanOrEqual(4 * Math.sqrt(20_000 * pi * (1 - pi)))); // prettier-ignore
  });

  it('come in every order equally often', () => {
    const next = uniforms(5);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = drawOrder(3, next).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(drawOrder(1, next)).toEqual([0]);
    expect(seen.size).toBe(6);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(4 * Math.sqrt(1000 * (5 / 6)));
  });
});
