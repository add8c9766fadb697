import { expect, it } from 'vitest';
import { tableOfParts } from './kept-parts.ts';
import { mutualInformation } from './mutual-information.ts';
import { threeWayInformation } from './trivariate.ts';
import { closeInBits, oracleCases } from '../../../fixtures/oracle.ts';

it('leaves of two accounts what the reference tables say that each and both tell', () => {
  const cases = oracleCases<{ p_x1_x2_y: number[][][] }>('13_llm_metrics', 'multimodal_redundancy_synergy_bits');
  for (const { input, expected } of cases) {
    const p = input.p_x1_x2_y;
    const sizes = [p.length, p[0].length];
    const told = (...kept: boolean[]) => mutualInformation(tableOfParts(p.flat(), sizes, kept));
    closeInBits(told(true, false), expected.I_X1_Y);
    closeInBits(told(false, true), expected.I_X2_Y);
    closeInBits(told(true, true), expected.I_X1X2_Y);
    expect(told(false, false)).toBe(0);
    closeInBits(threeWayInformation(p).informationYZGivenX, expected.I_X2_Y_given_X1);
  }
});

it('keeps the order of the parts, the last one changing fastest', () => {
  const joint = Array.from({ length: 12 }, (_, i) => [(i + 1) / 156, (i + 1) / 156]);
  const sizes = [2, 3, 2];
  expect(tableOfParts(joint, sizes, [true, true, true])).toEqual(joint);
  const sums = (rows: number[][]) => rows.map(([p]) => Math.round(156 * p));
  expect(sums(tableOfParts(joint, sizes, [false, true, false]))).toEqual([18, 26, 34]);
  expect(sums(tableOfParts(joint, sizes, [true, false, true]))).toEqual([9, 12, 27, 30]);
  expect(sums(tableOfParts(joint, sizes, [false, false, false]))).toEqual([78]);
});

it('refuses a table of another size', () => {
  expect(() => tableOfParts([[0.5], [0.5]], [3], [true])).toThrow(RangeError);
  expect(() => tableOfParts([[0.5], [0.5]], [2], [])).toThrow(RangeError);
});
