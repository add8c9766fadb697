import { integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** The fixed trial, and drawn ones, are followed for so many tosses. */
export const longest = 1000;
/** The law of the trial that stops is followed for so many, unless it is hopeless after fewer. */
export const followed = 4000;

const chance = { min: 0.02, max: 0.98, step: 0.01, control: 'view' } as const;

export const params = {
  tosses: integer({ label: 'n, tosses of the fixed trial', default: 30, min: 0, max: 400, control: 'view' }),
  error: number({
    label: 'ε, the error that is allowed',
    default: 0.01,
    min: 0.001,
    max: 0.4,
    step: 0.001,
    scale: 'log',
    control: 'view',
  }),
  first: number({ ...chance, label: 'First coin: chance of heads', default: 0.7 }),
  second: number({ ...chance, label: 'Second coin: chance of heads', default: 0.4 }),
  prior: number({
    label: 'Chance that the first coin is picked',
    default: 0.5,
    min: 0.01,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  trials: integer({ label: 'Drawn trials', default: 400, min: 20, max: 400, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
