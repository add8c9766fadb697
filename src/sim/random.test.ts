import { describe, expect, it } from 'vitest';
import { uniforms, type Uniform } from './random.ts';

const take = (n: number, next: Uniform) => Array.from({ length: n }, () => next());
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Pearson's statistic of counts that should be equal. */
function chiSquare(values: readonly number[], cells: number): number {
  const counts = new Array<number>(cells).fill(0);
  for (const value of values) counts[Math.floor(value * cells)]++;
  const expected = values.length / cells;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Whether Pearson's statistic is within five standard deviations of its mean. */
function isFlat(values: readonly number[], cells: number): boolean {
  return Math.abs(chiSquare(values, cells) - (cells - 1)) < 5 * Math.sqrt(2 * (cells - 1));
}

describe('uniforms', () => {
  it('gives the same numbers for ever: links must restore the pictures that they were made for', () => {
    expect(take(3, uniforms(1))).toMatchInlineSnapshot(`
      [
        0.9109929502894345,
        0.1968260112374398,
        0.6863139506132847,
      ]
    `);
    expect(take(2, uniforms(2 ** 53 - 1, 7, 0))).toMatchInlineSnapshot(`
      [
        0.08337642048702221,
        0.8226225502524548,
      ]
    `);
  });

  it('stays in [0, 1) and uses 53 bits', () => {
    const values = take(4096, uniforms(5));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    const scaled = values.map((value) => value * 2 ** 53);
    expect(scaled.every(Number.isInteger)).toBe(true);
    const odd = scaled.filter((value) => value % 2 === 1).length;
    expect(Math.abs(odd - 2048)).toBeLessThan(5 * 32);
  });

  it('is flat along a stream, in both halves of its bits', () => {
    const values = take(200_000, uniforms(11, 3));
    expect(isFlat(values, 1000)).toBe(true);
    expect(
      isFlat(
        values.map((value) => (value * 2 ** 26) % 1),
        1000,
      ),
    ).toBe(true);
    const pairs = values.slice(1).map((value, i) => (Math.floor(values[i] * 32) + value) / 32);
    expect(isFlat(pairs, 1024)).toBe(true);
  });

  it('is flat across streams of neighboring seeds, indices and pairs of them', () => {
    const n = 40_000;
    const firsts = {
      seeds: Array.from({ length: n }, (_, i) => uniforms(i)()),
      indices: Array.from({ length: n }, (_, i) => uniforms(1, i)()),
      grid: Array.from({ length: n }, (_, i) => uniforms(1, i % 200, Math.floor(i / 200))()),
      powers: Array.from({ length: 31 * 1000 }, (_, i) => uniforms(i % 1000, 2 ** (i % 31))()),
    };
    for (const values of Object.values(firsts)) {
      expect(new Set(values).size).toBeGreaterThan(values.length - 2);
      expect(isFlat(values, 256)).toBe(true);
      const pairs = values.slice(1).map((value, i) => (Math.floor(values[i] * 16) + value) / 16);
      expect(isFlat(pairs, 256)).toBe(true);
    }
  });

  it('has streams that do not follow each other', () => {
    const n = 20_000;
    for (const [one, other] of [
      [uniforms(1, 0), uniforms(1, 1)],
      [uniforms(1), uniforms(2)],
      [uniforms(3), uniforms(3, 0)],
      [uniforms(3, 1, 2), uniforms(3, 2, 1)],
      [uniforms(5, 0), uniforms(5 + 2 ** 32, 0)],
    ]) {
      const product = take(n, one).map((value) => (value - 0.5) * (other() - 0.5) * 12);
      // Mean 0 and variance 1 if they are independent.
      expect(Math.abs(mean(product))).toBeLessThan(5 / Math.sqrt(n));
    }
  });

  it('refuses what is no whole number', () => {
    expect(() => uniforms(-1)).toThrow(new RangeError('seed must be a whole number in [0, 2^53), got -1'));
    expect(() => uniforms(1.5)).toThrow(RangeError);
    expect(() => uniforms(1, NaN)).toThrow(new RangeError('indices must be whole numbers in [0, 2^53), got NaN'));
    expect(() => uniforms(1, 2 ** 53)).toThrow(RangeError);
  });
});
