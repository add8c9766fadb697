import { expect, it } from 'vitest';
import { natsPer } from '#contract/say.ts';
import { cost } from './practice.ts';

it('charges minus the logarithm of the probability that was given to the truth', () => {
  expect(cost(0.5, true) / natsPer('bits')).toBeCloseTo(1, 12);
  expect(cost(0.25, true) / natsPer('bits')).toBeCloseTo(2, 12);
  expect(cost(0.75, false) / natsPer('bits')).toBeCloseTo(2, 12);
  expect(cost(0.99, false)).toBeGreaterThan(cost(0.6, false));
});
