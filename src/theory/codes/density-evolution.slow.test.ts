import { expect, it } from 'vitest';
import { densityEvolution } from './density-evolution.ts';

it('has the thresholds of the ensembles: 0.167, 0.113 and 0.084, as Richardson and Urbanke found', () => {
  for (const [perCheck, below, above] of [[4, 0.165, 0.169], [5, 0.112, 0.115], [6, 0.083, 0.085]]) {
    expect(densityEvolution(3, perCheck, below, 150)[149]).toBeLessThan(1e-12);
    expect(densityEvolution(3, perCheck, above, 150)[149]).toBeGreaterThan(0.03);
  }
}); // prettier-ignore
