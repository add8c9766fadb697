import { number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Chances are given as one in so many: fractions are what the reader of this chapter has. */
export const params = {
  first: number({
    label: 'First event: one chance in',
    default: 2,
    min: 1,
    max: 1e7,
    step: 0.01,
    scale: 'log',
    control: 'view',
  }),
  second: number({
    label: 'Second event: one chance in',
    default: 6,
    min: 1,
    max: 1000,
    step: 0.01,
    scale: 'log',
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
