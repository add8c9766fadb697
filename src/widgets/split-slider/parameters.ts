import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** The law of all sequences is written down: 2 to this power. */
export const mostTosses = 12;

export const ways = ['first', 'all'] as const;
export type Way = (typeof ways)[number];

const chance = { min: 0, max: 1, step: 0.01, control: 'view' } as const;

export const params = {
  share: number({ ...chance, label: 'Estimation error, as a share of the whole', default: 0.5 }),
  way: choice<Way>({
    label: 'What the parameter Θ holds',
    control: 'view',
    default: 'first',
    options: [
      { value: 'first', label: 'the first tosses that will come, and the one after them by chance' },
      { value: 'all', label: 'by chance, all tosses that will come; else nothing' },
    ],
  }),
  tosses: integer({ label: 'T, tosses', default: mostTosses, min: 1, max: mostTosses, control: 'view' }),
  first: number({ ...chance, label: 'First coin: chance of heads', default: 0.7 }),
  second: number({ ...chance, label: 'Second coin: chance of heads', default: 0.4 }),
  runs: integer({ label: 'Simulated sequences', default: 100, min: 2, max: 400, control: 'view' }),
  seed: { ...seed({ default: 4 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
