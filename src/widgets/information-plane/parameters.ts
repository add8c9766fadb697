import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const lastStep = 600;
export const mostBins = 100_000;
export const activationNames = { tanh: 'tanh', relu: 'ReLU', linear: 'linear' } as const;

export const params = {
  activation: choice({
    label: 'Hidden units',
    default: 'tanh',
    control: 'view',
    options: [
      { value: 'tanh', label: 'tanh' },
      { value: 'relu', label: 'ReLU' },
      { value: 'linear', label: 'linear' },
    ],
  }),
  reading: choice({
    label: 'A unit is read',
    default: 'bins',
    control: 'view',
    options: [
      { value: 'bins', label: 'in bins' },
      { value: 'noise', label: 'through noise' },
    ],
  }),
  bins: integer({
    label: 'Bins from −1 to 1',
    default: 30,
    min: 2,
    max: mostBins,
    scale: 'log',
    control: 'view',
    help: 'ReLU and linear units go on beyond 1, in bins of the same width.',
  }),
  noise: number({ label: 'σ, deviation of the noise', default: 0.1, min: 0.05, max: 1, step: 0.05, control: 'view' }),
  step: integer({ label: 'Step of training', default: 46, min: 1, max: lastStep, scale: 'log', control: 'view' }),
  examples: integer({ label: 'Examples shown to the network', default: 120, min: 40, max: 240, control: 'view' }),
  flips: number({ label: 'Chance that a label is wrong', default: 0.1, min: 0, max: 0.3, step: 0.05, control: 'view' }),
  seed: { ...seed({ label: 'Seed of the examples and the first weights', default: 2 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
export type Activated = Asked['activation'];
