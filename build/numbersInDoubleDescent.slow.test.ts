import { expect, test } from 'vitest';
import { drawNormalDesign, drawPlaces } from '#sim/regression-designs.ts';
import { cosinesAt } from '#theory/learning/cosine-features.ts';
import { bestRidge } from '#theory/learning/least-norm-risk.ts';
import { ridgeFits } from '#theory/learning/ridge-fit.ts';
import { singularSystem } from '#theory/numerics/singular-values.ts';
import { quotesOf } from '../fixtures/prose.ts';

/* The numbers of the page on double descent that take many draws, each computed here and found there as it is displayed. */

const quotes = quotesOf('double-descent');

test('the peak of other draws of points', () => {
  const grid = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200);
  const teacher = (x: number) => Math.sin(2 * Math.PI * x);
  const errorOf = (m: number, seed: number) => {
    const places = drawPlaces(20, 0.3, seed, 0);
    const [{ fitted, variance }] = ridgeFits(cosinesAt(m, places), places.map(teacher), cosinesAt(m, grid), [0]).fits;
    return (fitted.reduce((sum, x, i) => sum + (x - teacher(grid[i])) ** 2, 0) + 0.09 * variance) / 200;
  };
  const seeds = Array.from({ length: 40 }, (_, seed) => seed);
  const errors = seeds.map((seed) => errorOf(20, seed));
  expect(errors[8]).toBeCloseTo(3.2, 2);
  expect(errors.filter((error) => error < 0.33)).toHaveLength(20);
  quotes('Of the draws with seeds 0 to 39 half stay below 0.33 at $m = n = 20$.');
  for (const error of errors) expect(error).toBeGreaterThan(0.09);
  const widths = [...Array.from({ length: 36 }, (_, i) => 5 + i), 60, 200];
  const peaks = seeds.map((seed) => {
    const along = widths.map((m) => errorOf(m, seed));
    return widths[along.indexOf(Math.max(...along))];
  });
  expect(peaks.filter((m) => m !== 20)).toEqual([21]);
  quotes('39 have their peak there, the other one at 21.');
});

test('with the best penalty the error falls to m = D and rises beyond', () => {
  // The risk at the best penalty is that of a posterior mean: 1 − (seen/m) Σ s²/(s² + λ), over draws of the features.
  const draws = 300;
  const risk = (m: number) => {
    const seen = Math.min(1, m / 20);
    const penalty = bestRidge({ examples: 18, width: m, seen, unseen: 1 - seen, noiseVariance: 0.25 });
    const risks = Array.from({ length: draws }, (_, draw) => {
      const system = singularSystem(drawNormalDesign(18, m, 3, draw));
      return 1 - (seen / m) * system.reduce((sum, { value }) => sum + value ** 2 / (value ** 2 + penalty), 0);
    });
    const mean = risks.reduce((sum, x) => sum + x, 0) / draws;
    const error = Math.sqrt(risks.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (draws - 1) / draws);
    expect(error).toBeLessThan(0.0015);
    return mean;
  };
  const [ten, twenty, forty, most] = [10, 20, 40, 200].map(risk);
  expect(twenty).toBeLessThan(ten - 0.1);
  expect(forty).toBeGreaterThan(twenty + 0.1);
  quotes(`It is ${twenty.toFixed(2)} at $m = 20$ and ${most.toFixed(2)} at $m = 200$.`);
});
