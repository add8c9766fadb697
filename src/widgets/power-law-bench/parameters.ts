import { integer, number, seed, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** The law that the data come from, in nats per token: constants of the kind that Hoffmann et al. 2022 found. */
export const truth = { floor: 1.7, scale: 400, exponent: 0.34 } as const;
/** The largest network whose loss is known. */
export const largest = 1e10;

export const params = {
  floor: number({
    label: 'The floor that you take for granted',
    unit: 'nats',
    default: 0,
    min: 0,
    max: 2,
    step: 0.01,
    control: 'view',
  }),
  times: number({
    label: 'Predict so many times beyond the largest size',
    default: 100,
    min: 1,
    max: 10_000,
    step: 1,
    scale: 'log',
    control: 'view',
  }),
  decades: number({
    label: 'Powers of ten between the smallest and the largest size',
    default: 2,
    min: 0.5,
    max: 4,
    step: 0.25,
    control: 'view',
  }),
  sizes: integer({ label: 'Sizes that were trained', default: 6, min: 4, max: 12, control: 'view' }),
  noise: number({
    label: 'Error of each loss (standard deviation)',
    unit: 'nats',
    default: 0.01,
    min: 0.001,
    max: 0.05,
    step: 0.001,
    control: 'view',
  }),
  drawn: toggle({ label: 'Draw the errors', default: true, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
