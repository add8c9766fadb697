import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { fixedPoint } from './fixed-point.ts';

const precision = { tolerance: 1e-13, steps: 20 };

describe('a fixed point', () => {
  it('of the cosine is Dottie’s number, and of a line where it crosses the diagonal', () => {
    close(fixedPoint(([x]) => [Math.cos(x)], [1], precision)![0], 0.7390851332151607, 1e-12);
    closeAll(
      fixedPoint(([x, y]) => [0.5 * y + 1, 0.25 * x - 1], [7, -3], precision)!,
      [4 / 7, -6 / 7],
      1e-12,
    );
  });

  it('is found where the map creeps towards it or runs away from it', () => {
    close(fixedPoint(([x]) => [x - 1e-6 * (x - 3)], [2.9], precision)![0], 3, 1e-6);
    close(fixedPoint(([x]) => [x * x], [1.2], precision)![0], 1, 1e-12);
  });

  it('is not made up where there is none, or no direction to it', () => {
    expect(fixedPoint(([x]) => [x + 1], [0], precision)).toBeUndefined();
    expect(fixedPoint(([x]) => [Math.log(x - 1)], [2], precision)).toBeUndefined();
    expect(fixedPoint(([x]) => [Math.cos(x)], [1], { tolerance: 1e-13, steps: 1 })).toBeUndefined();
  });
});
