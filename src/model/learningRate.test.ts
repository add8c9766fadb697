import { describe, expect, it } from 'vitest';
import { learningRate } from './learningRate.ts';

describe('the learning rate', () => {
  const request = { rate: 0.004, warmup: 10, steps: 110 };
  it('rises in proportion to the step, and falls along a cosine to a tenth', () => {
    for (let step = 1; step <= 10; step++) expect(learningRate(step, request)).toBeCloseTo((0.004 * step) / 10, 15);
    expect(learningRate(60, request)).toBeCloseTo(0.0022, 15);
    expect(learningRate(110, request)).toBeCloseTo(0.0004, 15);
    // A third of the way cos is 1/2.
    expect(learningRate(10 + 20, { ...request, steps: 70 })).toBeCloseTo(0.004 * (0.1 + 0.9 * 0.75), 15);
    for (let step = 11; step <= 110; step++)
      expect(learningRate(step, request)).toBeLessThan(learningRate(step - 1, request));
  });

  it('stays at a tenth after the end, and needs neither a warm-up nor anything after it', () => {
    expect(learningRate(500, request)).toBeCloseTo(0.0004, 15);
    expect(learningRate(1, { rate: 1, warmup: 0, steps: 1000 })).toBeCloseTo(1, 5);
    expect(learningRate(5, { rate: 1, warmup: 10, steps: 10 })).toBe(0.5);
  });
});
