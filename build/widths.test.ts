import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { widthOf } from '#kit/figure/measure.ts';
import { advances, tableOfWidths } from './widths.ts';

it('the table of widths is that of the shipped font', () => {
  expect(readFileSync('src/kit/figure/widths.ts', 'utf8')).toBe(tableOfWidths());
});

it('lines of text are as wide as their letters are in the font', () => {
  for (const strong of [false, true]) {
    const { widths, tabular } = advances(strong ? 600 : 400);
    const text = 'Paid for 12 examples − “in all”';
    const sum = Array.from(text).reduce((total, c) => total + widths.get(c)!, 0);
    expect(widthOf(text, { size: 20, strong })).toBeCloseTo(sum / 50, 9);
    const digits = widths.get('1')! + widths.get('2')!;
    expect(widthOf(text, { size: 20, strong, tabular: true })).toBeCloseTo((sum - digits + 2 * tabular) / 50, 9);
  }
});
