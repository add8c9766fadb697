import { describe, expect, it } from 'vitest';
import { close } from '../../../fixtures/oracle.ts';
import { lloydMaxNormal, uniformQuantizerNormal } from './normal-quantizer.ts';

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** E(X − nearest point)² by the trapezoid rule. */
function squaredError(points: readonly number[]): number {
  const [from, to, count] = [-9, 9, 36_000];
  const step = (to - from) / count;
  let sum = 0;
  for (let i = 0; i <= count; i++) {
    const x = from + i * step;
    sum += step * density(x) * Math.min(...points.map((point) => (x - point) ** 2));
  }
  return sum;
}

describe('the quantizers of Lloyd and Max', () => {
  it('have the closed forms of one and two cells', () => {
    expect(lloydMaxNormal(1)).toMatchObject({ edges: [], distortion: 1, entropy: 0 });
    const { points, distortion, entropy } = lloydMaxNormal(2);
    close(points[1], Math.sqrt(2 / Math.PI));
    close(distortion, 1 - 2 / Math.PI);
    close(entropy, Math.LN2);
  });

  it('have the errors of the printed table, to its digits', () => {
    // Max 1960, table I, as in textbooks: 3, 4, 5, 8 cells.
    const table: [number, string][] = [[3, '0.1902'], [4, '0.1175'], [5, '0.0799'], [8, '0.0345']]; // prettier-ignore
    for (const [levels, error] of table) expect(lloydMaxNormal(levels).distortion.toFixed(4)).toBe(error);
  });

  it.each([3, 6, 16])('with %i cells are stationary, symmetric, and as good as they say', (levels) => {
    const { edges, points, distortion, chances } = lloydMaxNormal(levels);
    edges.forEach((edge, i) => close(edge, (points[i] + points[i + 1]) / 2, 1e-9));
    points.forEach((point, i) => expect(point + points[levels - 1 - i]).toBeCloseTo(0, 9));
    close(chances.reduce((a, b) => a + b), 1); // prettier-ignore
    close(distortion, squaredError(points), 1e-6);
    // Any other points are worse.
    for (const by of [-0.05, 0.05]) {
      const moved = points.map((point, i) => (i === 1 ? point + by : point));
      expect(squaredError(moved)).toBeGreaterThan(distortion);
    }
  });
});

describe('even cells', () => {
  it('come to lie ½ log πe/6 above the curve', () => {
    const gapOf = (width: number) => {
      const { entropy, distortion } = uniformQuantizerNormal(width);
      return entropy + Math.log(distortion) / 2;
    };
    close(gapOf(0.05), Math.log((Math.PI * Math.E) / 6) / 2, 1e-6);
    expect(gapOf(2)).toBeLessThan(gapOf(1));
    close(uniformQuantizerNormal(0.05).distortion, 0.05 ** 2 / 12, 1e-3);
  });

  it('are as good as they say', () => {
    const { edges, points, distortion } = uniformQuantizerNormal(1.5);
    expect(edges).toContain(0.75);
    // The means of even cells are not the nearest points for numbers close to a wall.
    expect(distortion).toBeGreaterThan(squaredError(points) - 1e-9);
    close(distortion, 0.1578389516929345, 1e-10);
  });

  it('refuse what is out of range', () => {
    expect(() => lloydMaxNormal(0)).toThrow(RangeError);
    expect(() => lloydMaxNormal(33)).toThrow(RangeError);
    expect(() => uniformQuantizerNormal(0.001)).toThrow(RangeError);
  });
});
