import { expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { ladderOf } from './ladder.ts';

const sizes = [1e4, 3e4, 1e5, 1e6];
const law = (size: number) => 1.1 + 20 * size ** -0.34;
const weights = Array.from({ length: 40 }, () => 1);

it('has bands as wide as other texts scatter', () => {
  const noise = uniforms(8);
  // Hardness of a piece is common to all sizes, some of it is not.
  const drawn = () => {
    const hard = weights.map(() => 0.4 * (noise() - 0.5));
    return sizes.map((size) => ({
      parameters: size,
      pieces: hard.map((more) => law(size) + more + 0.02 * (noise() - 0.5)),
    }));
  };
  const ahead = Array.from({ length: 60 }, () => ladderOf(drawn(), weights, 4).laws.line.ahead);
  const values = ahead.map(({ value }) => value).sort((a, b) => a - b);
  const scatter = values[56] - values[3];
  const width = ahead.reduce((sum, { from, to }) => sum + (to - from) / ahead.length, 0);
  expect(width / scatter).toBeGreaterThan(0.7);
  expect(width / scatter).toBeLessThan(1.4);
});
