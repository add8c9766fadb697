import { line } from 'd3';
import { expect, it } from 'vitest';
import { polyline } from './path.ts';

it('draws straight lines through points as d3 does, to a tenth of a pixel', () => {
  const points: [number, number][] = [
    [0, 10],
    [20.04, -30.06],
    [40.25, 0.04],
  ];
  expect(polyline(points)).toBe(line().digits(1)(points));
  expect(polyline([])).toBe('');
});
