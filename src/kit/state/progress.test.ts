import { describe, expect, it } from 'vitest';
import { atLeast, within } from './progress.ts';

describe('atLeast', () => {
  it('is the share of the way to the goal, and 1 from there on', () => {
    expect([-1, 0, 1, 2, 5].map((value) => atLeast(value, 2))).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe('within', () => {
  it('is 1 up to the tolerance and less beyond it', () => {
    expect(within(0.1, 0.1, 4)).toBe(1);
    expect(within(0.100001, 0.1, 4)).toBeLessThan(1);
    expect(within(2, 0.1, 4)).toBe(0.5);
    expect(within(9, 0.1, 4)).toBe(0);
  });
});
