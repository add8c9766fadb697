import { describe, expect, it } from 'vitest';
import { closeAll } from '../../fixtures/oracle.ts';
import { firstPage } from './first-page.ts';
import { DirichletPredictor } from './dirichlet-predictor.ts';
import { pairChain, signOf, signs, signsOf, space } from './reduced-text.ts';

describe('27 signs', () => {
  it('are the letters and the space', () => {
    expect(signs).toHaveLength(27);
    expect(signs[space]).toBe(' ');
    expect(signsOf('az b')).toEqual([0, 25, 26, 1]);
    expect(() => signsOf('aB')).toThrow(RangeError);
    expect(['q', 'Q', ',', ' ', '\n', '7', 'é'].map(signOf)).toEqual([16, 16, 26, 26, 26, 26, 26]);
    expect(() => signOf('')).toThrow(RangeError);
  });

  it('make up the first page, with single spaces', () => {
    expect(signsOf(firstPage)).toHaveLength(firstPage.length);
    expect(firstPage).not.toMatch(/^ | $| {2}/);
  });

  it('are counted in pairs as a predictor counts them that learns a chain', () => {
    const text = signsOf(firstPage.slice(0, 900));
    const predictor = new DirichletPredictor(27, 1, 0.5);
    for (const sign of text) predictor.add(sign);
    // It knows the law after the last sign; the others by reading on.
    closeAll(predictor.predict(), pairChain(text, 27, 0.5)[text.at(-1)!]);
    closeAll(pairChain([0, 1, 0, 0], 2, 1).flat(), [2 / 4, 2 / 4, 2 / 3, 1 / 3]);
    for (const row of pairChain(text, 27, 0.5)) expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });
});
