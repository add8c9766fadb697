import { expect, it } from 'vitest';
import { hurwitzZeta } from '#theory/numerics/special.ts';
import { uniforms } from './random.ts';
import { drawZipf } from './zipf.ts';

it('draws the ranks with their probabilities, and what is beyond them with its mass', () => {
  for (const s of [1.2, 1.5, 2, 3]) {
    const [next, n] = [uniforms(3, Math.round(10 * s)), 20_000];
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < n; i++) counts[Math.min(drawZipf(s, next), 5) - 1]++;
    counts.forEach((count, i) => {
      const p = i < 4 ? (i + 1) ** -s / hurwitzZeta(s, 1) : hurwitzZeta(s, 5) / hurwitzZeta(s, 1);
      expect(Math.abs(count / n - p)).toBeLessThan(4.5 * Math.sqrt((p * (1 - p)) / n));
    });
  }
});

it('needs an exponent above 1', () => {
  expect(() => drawZipf(1, uniforms(1))).toThrow('exponent must be greater than 1 and finite, got 1');
});
