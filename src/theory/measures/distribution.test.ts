import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribution } from '../../../fixtures/arbitrary.ts';
import { close, closeAll } from '../../../fixtures/oracle.ts';
import { assertDistribution, assertProbability, mixture, normalize, sum } from './distribution.ts';

describe('assertDistribution', () => {
  it('accepts what sums to 1 up to 1e-9', () => {
    expect(() => assertDistribution([0.25, 0.75], 'p')).not.toThrow();
    expect(() => assertDistribution([0.5, 0.5 + 9e-10], 'p')).not.toThrow();
    expect(() => assertDistribution(new Float64Array([1]), 'p')).not.toThrow();
  });

  it('names the argument, the place and the value that is wrong', () => {
    expect(() => assertDistribution([], 'prior')).toThrow(
      new RangeError('prior must have at least one entry, got none'),
    );
    expect(() => assertDistribution([1.1, -0.1], 'p')).toThrow(new RangeError('p[1] must not be negative, got -0.1'));
    expect(() => assertDistribution([NaN, 1], 'p')).toThrow(new RangeError('p[0] must be a finite number, got NaN'));
    expect(() => assertDistribution([0, Infinity], 'p')).toThrow(
      new RangeError('p[1] must be a finite number, got Infinity'),
    );
    expect(() => assertDistribution([0.5, 0.25], 'p')).toThrow(new RangeError('p must sum to 1, got 0.75'));
    expect(() => assertDistribution([0.5, 0.5 + 2e-9], 'p')).toThrow(RangeError);
    expect(() => assertDistribution([0, 0], 'p')).toThrow(new RangeError('p must sum to 1, got 0'));
  });
});

describe('assertProbability', () => {
  it('accepts both ends and rejects what lies outside and NaN', () => {
    for (const p of [0, 0.3, 1]) expect(() => assertProbability(p, 'p')).not.toThrow();
    for (const p of [-1e-12, 1 + 1e-12, NaN, Infinity]) expect(() => assertProbability(p, 'p')).toThrow(RangeError);
  });
});

describe('normalize', () => {
  it('divides weights by their sum', () => {
    expect(normalize([1, 3])).toEqual([0.25, 0.75]);
    expect(normalize([0, 5, 0])).toEqual([0, 1, 0]);
  });

  it('changes nothing about a distribution', () => {
    fc.assert(fc.property(distribution, (p) => closeAll(normalize(p), p)));
  });

  it('rejects weights that give no law, with a reason', () => {
    expect(() => normalize([0, 0])).toThrow(new RangeError('weights must not all be 0, got 0'));
    expect(() => normalize([1, -1], 'counts')).toThrow(new RangeError('counts[1] must not be negative, got -1'));
    expect(() => normalize([1e308, 1e308])).toThrow(new RangeError('weights must have a finite sum, got Infinity'));
    expect(() => normalize([])).toThrow(RangeError);
  });
});

describe('mixture', () => {
  it('averages place by place and stays a distribution', () => {
    expect(mixture([1, 0], [0, 1], 0.25)).toEqual([0.25, 0.75]);
    fc.assert(fc.property(distribution, (p) => close(sum(mixture(p, [...p].reverse(), 0.3)), 1)));
  });

  it('rejects laws over different outcomes and weights outside 0 to 1', () => {
    expect(() => mixture([1], [0.5, 0.5], 0.5)).toThrow('p and q must have equally many outcomes, got 1 and 2');
    expect(() => mixture([1], [1], 1.5)).toThrow('weight must be between 0 and 1, got 1.5');
  });
});
