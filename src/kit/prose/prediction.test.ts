import { describe, expect, it } from 'vitest';
import { writtenValues } from '#contract/values.ts';
import { spec as relays } from '#widgets/relay-cascade/spec.ts';
import { spec as test } from '#widgets/surprising-evidence/spec.ts';
import type { AnyWidget } from '#contract/spec.ts';
import {
  askedOf,
  parseSweep,
  problemOfTruth,
  sayGuess,
  startOf,
  statesOf,
  stepOf,
  truthOf,
  type PredictProps,
} from './prediction.ts';

function truth(spec: AnyWidget, props: PredictProps): number[] {
  const states = statesOf(props).map((state) => {
    const values = writtenValues(spec, state);
    return { spec, values, model: spec.compute(values) as unknown };
  });
  return truthOf(props.of, states);
}

describe('a sweep', () => {
  it('is a parameter and its values, both ends included', () => {
    expect(parseSweep('noise 0..1 by 0.25')).toEqual({ param: 'noise', values: [0, 0.25, 0.5, 0.75, 1] });
    expect(parseSweep('n -1..1 by 1')).toEqual({ param: 'n', values: [-1, 0, 1] });
    expect(parseSweep('p 0..1 by 0.1')!.values[3]).toBe(0.3);
  });
  it.each([
    '',
    'p',
    'p 0..1',
    'p 0..1 by 0',
    'p 1..0 by 0.1',
    'p 0..1 by 0.3',
    'p 0..1 by 0.05',
    'p 0..1 by 1',
    'p 0..1..2 by 1',
  ])('is not “%s”', (text) => expect(parseSweep(text)).toBeUndefined());
});

describe('the truth', () => {
  it('of a curve is the readout at each value, in bits: 1 − h(p) for a relay that flips a fair bit', () => {
    const h = (p: number) => (p === 0 || p === 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p));
    const props = { of: 'mutual', sweep: 'noise1 0..1 by 0.1', relays: '1' };
    const values = truth(relays, props);
    expect(values).toHaveLength(11);
    values.forEach((value, i) => expect(value).toBeCloseTo(1 - h(i / 10), 12));
    const asked = askedOf(relays, { ...props, max: '1' }, values);
    expect(asked).toMatchObject({ score: 'distance', min: 0, max: 1, top: 1, step: 0.01, unit: 'bits' });
    expect(startOf(asked)).toEqual(Array(11).fill(0.5));
  });
  it('of a bar is a probability, by Bayes’ rule', () => {
    const props = { of: 'posteriorPositive', preset: 'one-bit' };
    const [p] = truth(test, props);
    expect(p).toBeCloseTo(0.5, 12);
    expect(askedOf(test, props, [p])).toMatchObject({ score: 'divergence', min: 0.01, max: 0.99, top: 1, unit: '' });
  });
  it('must lie on the scale, and several probabilities must be one distribution', () => {
    const asked = (props: PredictProps & { max?: string }) => {
      const values = truth(relays, props);
      return problemOfTruth(askedOf(relays, props, values), values);
    };
    expect(asked({ of: 'hx', max: '1' })).toBeUndefined();
    expect(asked({ of: 'hx', max: '0.5' })).toBe('what is to be predicted, 1, is outside of 0 to 0.5');
    expect(asked({ of: 'blindAccuracy blindAccuracy' })).toBeUndefined();
    expect(asked({ of: 'blindAccuracy clear' })).toMatch(/add up to 1.5/);
  });
});

it('has at most a hundred round steps', () => {
  expect([1, 2, 3, 8, 20, 100, 0.5, 0.01].map(stepOf)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 1, 0.005, 0.0001]);
});

it('writes a guess with the decimals of its step', () => {
  expect(sayGuess(0.5, { step: 0.01, unit: 'bits' } as never)).toBe('0.50 bits');
  expect(sayGuess(12.2, { step: 0.2, unit: 'bits' } as never)).toBe('12.2 bits');
  expect(sayGuess(7, { step: 1, unit: '' } as never)).toBe('7');
});
