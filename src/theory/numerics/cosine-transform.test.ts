import { describe, expect, it } from 'vitest';
import { uniforms } from '#sim/random.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { cosineTransform, inverseCosineTransform } from './cosine-transform.ts';

const next = uniforms(3);
const block = Array.from({ length: 64 }, () => 200 * next() - 100);

describe('the cosine transform', () => {
  it('is the double sum of its definition', () => {
    const scale = (k: number) => (k === 0 ? Math.SQRT1_2 : 1) / 2;
    const wave = (k: number, i: number) => Math.cos(((2 * i + 1) * k * Math.PI) / 16);
    const found = cosineTransform(block);
    for (const [u, v] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [3, 5],
      [7, 7],
    ]) {
      // prettier-ignore
      const sum = block.reduce((total, x, i) => total + x * wave(u, i % 8) * wave(v, Math.floor(i / 8)), 0);
      close(found[8 * v + u], scale(u) * scale(v) * sum, 1e-11);
    }
  });

  it('turns without stretching, and back', () => {
    const waves = cosineTransform(block);
    const squares = (list: ArrayLike<number>) => Array.from(list).reduce((sum, x) => sum + x * x, 0);
    close(squares(waves), squares(block));
    closeAll([...inverseCosineTransform(waves)], block, 1e-11);
  });

  it('of an even gray is its mean alone, eight times', () => {
    const waves = cosineTransform(new Array(64).fill(5));
    expect(waves[0]).toBeCloseTo(40, 12);
    expect(Math.max(...waves.slice(1).map(Math.abs))).toBeLessThan(1e-12);
  });

  it('refuses other sizes', () => {
    expect(() => cosineTransform([1, 2])).toThrow(RangeError);
    expect(() => inverseCosineTransform(new Array(64).fill(NaN))).toThrow(RangeError);
  });
});
