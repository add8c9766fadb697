import { describe, expect, it } from 'vitest';
import { relativeEntropy } from '#theory/measures/divergence.ts';
import { sayScore, scoreOf } from './score.ts';

const bits = Math.LN2;

describe('the score of probabilities', () => {
  it('of a bet is minus the logarithm of what was given to the truth', () => {
    expect(scoreOf('divergence', [1], [0.5])).toBeCloseTo(1, 12);
    expect(scoreOf('divergence', [1], [0.25])).toBeCloseTo(2, 12);
    expect(scoreOf('divergence', [0], [0.75])).toBeCloseTo(2, 12);
    expect(scoreOf('divergence', [0], [0.99])).toBeGreaterThan(scoreOf('divergence', [0], [0.6]));
  });
  it('is the mean relative entropy of yes and no', () => {
    const [truth, guess] = [
      [0.1, 0.5, 1],
      [0.3, 0.01, 0.9],
    ];
    const each = truth.map((p, i) => relativeEntropy([p, 1 - p], [guess[i], 1 - guess[i]]) / bits);
    expect(scoreOf('divergence', truth, guess)).toBeCloseTo((each[0] + each[1] + each[2]) / 3, 12);
    // D(½‖¼) = ½ log₂ 2 + ½ log₂ ⅔
    expect(scoreOf('divergence', [0.5], [0.25])).toBeCloseTo(0.5 + 0.5 * Math.log2(2 / 3), 12);
  });
  it('is the relative entropy of a distribution, and not symmetric', () => {
    const [p, q] = [
      [0.5, 0.25, 0.25, 0],
      [0.25, 0.25, 0.25, 0.25],
    ];
    // H(q) − H(p) for an even q: 2 − 1.5.
    expect(scoreOf('distribution', p, q)).toBeCloseTo(0.5, 12);
    expect(scoreOf('distribution', p, q)).toBeCloseTo(relativeEntropy(p, q) / bits, 12);
    expect(scoreOf('distribution', q, p)).toBe(Infinity);
  });
});

it('the score of amounts is the mean distance', () => {
  expect(scoreOf('distance', [1, 0, 0.5], [0.5, 0.25, 0.5])).toBeCloseTo(0.25, 12);
});

it.each(['divergence', 'distribution', 'distance'] as const)(
  'a %s of the truth is nothing, and never less',
  (score) => {
    for (let k = 1; k < 40; k++) {
      const p = [k / 40, 1 - k / 40];
      expect(scoreOf(score, p, p)).toBe(0);
      expect(scoreOf(score, p, [0.3, 0.7])).toBeGreaterThanOrEqual(0);
    }
  },
);

it('wants a guess for every number', () => {
  expect(() => scoreOf('distance', [1, 2], [1])).toThrow(RangeError);
  expect(() => scoreOf('distance', [], [])).toThrow(RangeError);
});

it('is said in bits', () => {
  expect([0.744, 1, 0].map(sayScore)).toEqual(['0.74 bits', '1.00 bit', '0.00 bits']);
});
