import { expect, test } from 'vitest';
import { densityEvolution } from '#theory/codes/density-evolution.ts';
import { proseOf } from '../fixtures/prose.ts';

test('where belief propagation ends, as the page on codes against noise says', () => {
  expect(densityEvolution(3, 6, 0.0835, 150)[149]).toBeLessThan(1e-9);
  expect(densityEvolution(3, 6, 0.0845, 150)[149]).toBeGreaterThan(0.04);
  const prose = proseOf('codes-against-noise');
  expect(prose).toContain('up to a flip rate of about 0.084');
});
