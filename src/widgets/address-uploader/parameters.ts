import { number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Bits of an address: the people have doubled so many times. */
export const addressBits = 1e15;
/** The party begins in one day. */
export const day = 86_400;
export const bitsInGigabit = 1e9;

export const params = {
  known: number({
    label: 'Bits of the address that the site knows already',
    default: 9.136e14,
    min: 0,
    max: addressBits,
    step: 1e11,
    unit: 'bits',
    control: 'view',
  }),
  rate: number({
    label: 'Upload speed',
    default: 1,
    min: 0.1,
    max: 100,
    step: 0.1,
    scale: 'log',
    unit: 'gigabit/s',
    control: 'view',
  }),
  trust: number({
    label: 'Chance that what the site thinks holds; else the address may be any',
    default: 0.99,
    min: 0.5,
    max: 1,
    step: 0.01,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
