import { integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** All words up to this length are counted. */
export const mostTosses = 10;

/** Strictly between 0 and 1, so that a chain has one stationary law. */
const chance = { min: 0.01, max: 0.99, step: 0.01, control: 'view' } as const;

export const params = {
  share: number({
    label: 'How often the first chain is picked',
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.01,
    control: 'view',
  }),
  tosses: integer({ label: 'T, tosses seen', default: 8, min: 1, max: mostTosses, control: 'view' }),
  firstHeads: number({ ...chance, label: 'First chain: chance of heads after heads', default: 0.9 }),
  firstTails: number({ ...chance, label: 'First chain: chance of heads after tails', default: 0.2 }),
  secondHeads: number({ ...chance, label: 'Second chain: chance of heads after heads', default: 0.6 }),
  secondTails: number({ ...chance, label: 'Second chain: chance of heads after tails', default: 0.4 }),
};

export type Asked = Values<typeof params>;
