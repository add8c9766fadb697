import { describe, expect, it } from 'vitest';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { binaryEntropy } from '#theory/measures/entropy.ts';
import { bottleneckOptimum } from './bottleneck-optimum.ts';
import { hardClusterings } from './hard-clusterings.ts';

const skies = [
  [0.2, 0.05],
  [0.15, 0.1],
  [0.05, 0.2],
  [0.02, 0.23],
];

describe('functions of X', () => {
  it('are as many as Bell’s numbers say', () => {
    const evenly = (size: number) => Array.from({ length: size }, () => [1 / size]);
    expect([1, 2, 3, 4, 5, 6].map((size) => hardClusterings(evenly(size)).length)).toEqual([1, 2, 5, 15, 52, 203]);
    expect(() => hardClusterings(evenly(9))).toThrow('joint must have at most 8 rows');
  });

  it('keep what can be worked out by hand', () => {
    const two = hardClusterings(skies).find(({ labels }) => labels.join('') === '0011')!;
    close(two.complexity, Math.LN2);
    close(two.relevance, binaryEntropy(0.42) - (binaryEntropy(0.7) + binaryEntropy(0.14)) / 2, 1e-12);
    const [one] = hardClusterings(skies);
    closeAll([one.complexity, one.relevance], [0, 0]);
  });

  it('are never better than the best of all encoders, which may be soft', () => {
    for (const beta of [2, 4, 10, 50]) {
      const { lowest } = bottleneckOptimum(skies, beta);
      for (const { complexity, relevance } of hardClusterings(skies)) {
        expect(complexity - beta * relevance).toBeGreaterThanOrEqual(lowest - 1e-12);
      }
    }
  });
});
