import { describe, expect, it } from 'vitest';
import { moveShare } from './bars.ts';
import { afterStroke, drawn } from './curve.ts';
import { sayScores } from './scores.ts';

describe('a bar of a distribution', () => {
  const sum = (shares: readonly number[]) => shares.reduce((total, share) => total + share, 0);
  it('takes from the others in proportion', () => {
    const after = moveShare([0.41, 0.21, 0.38], 2, 0.19, 0.01);
    expect(after[2]).toBeCloseTo(0.19, 12);
    // 0.40 to 0.20, as before.
    expect((after[0] - 0.01) / (after[1] - 0.01)).toBeCloseTo(2, 12);
    expect(sum(after)).toBeCloseTo(1, 12);
  });
  it('leaves each its least, also on the way back', () => {
    const all = moveShare([1 / 3, 1 / 3, 1 / 3], 0, 0.99, 0.01);
    expect(all.map((share) => Number(share.toFixed(9)))).toEqual([0.98, 0.01, 0.01]);
    const back = moveShare(all, 0, 0.01, 0.01);
    expect(back.map((share) => Number(share.toFixed(9)))).toEqual([0.01, 0.495, 0.495]);
  });
});

describe('a stroke of the pen', () => {
  const at = [0, 1, 2, 3, 4];
  const flat = [0, 0, 0, 0, 0];
  it('moves every point that it passes, along a line', () => {
    expect(afterStroke({ at }, flat, { x: 0, y: 0 }, { x: 1, y: 4 })).toEqual([0, 1, 2, 3, 4]);
    expect(afterStroke({ at }, flat, { x: 1, y: 4 }, { x: 0.5, y: 2 })).toEqual([0, 0, 2, 3, 0]);
  });
  it('moves the nearest point where it only touches', () => {
    expect(afterStroke({ at }, flat, { x: 0.3, y: 5 }, { x: 0.3, y: 5 })).toEqual([0, 5, 0, 0, 0]);
  });
  it('is drawn with the top at the top, at the distances of the values', () => {
    expect(drawn({ at: [0, 1, 4], top: 2 } as never, [0, 1, 2])).toBe('M0,100L25,50L100,0');
  });
});

it('sums up what predictions cost, bets apart from guesses', () => {
  const made = (kind: 'bet' | 'curve' | 'bars', bits: number) => ({ id: 'x', order: 1, kind, guess: [0.5], bits });
  expect(sayScores([])).toMatch(/no predictions yet/);
  expect(sayScores([made('bet', 1)])).toBe('1 bet cost you 1.00 bit, where half and half costs 1.');
  expect(sayScores([made('bet', 2), made('bet', 1), made('curve', 0.25), made('bars', 0.75)])).toBe(
    '2 bets cost you 1.50 bits each in the mean, where half and half costs 1. ' +
      '2 guesses with bars or curves cost you 0.50 bits each in the mean, where the truth itself costs none.',
  );
  const statement = { ...made('bet', 3), id: 'errata-x-t' };
  expect(sayScores([made('bet', 1), statement])).toBe(
    '1 bet cost you 1.00 bit, where half and half costs 1. ' +
      'An answer to a statement of our sources cost you 3.00 bits, where half and half costs 1.',
  );
});
