import { number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** The left hump stays here; the right one is so far to its right as the reader says. */
export const leftMean = -2;

const view = { control: 'view' } as const;
const hump = { ...view, min: 0.6, max: 1.6, step: 0.01 };

export const params = {
  mean: number({ ...view, label: 'Mean of the bump', default: 0, min: -4, max: 5.5, step: 0.01 }),
  width: number({ ...view, label: 'Width of the bump, one standard deviation', default: 2.5725, min: 0.6, max: 4, step: 0.01 }), // prettier-ignore
  weight: number({ ...view, label: 'Weight of the left hump', default: 0.6, min: 0.05, max: 0.95, step: 0.01 }),
  apart: number({ ...view, label: 'Distance of the humps', default: 5, min: 0, max: 7, step: 0.05 }),
  left: number({ ...hump, label: 'Width of the left hump', default: 0.7 }),
  right: number({ ...hump, label: 'Width of the right hump', default: 0.9 }),
};

export type Asked = Values<typeof params>;
