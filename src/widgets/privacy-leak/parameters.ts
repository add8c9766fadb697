import { integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const params = {
  epsilon: number({
    label: 'ε, privacy of one answer',
    default: 1,
    min: 0.05,
    max: 8,
    step: 0.01,
    scale: 'log',
    control: 'view',
  }),
  prior: number({
    label: 'Share of yeses, which the attacker knows',
    default: 0.5,
    min: 0.01,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  answers: integer({ label: 'Answers of each patient', default: 1, min: 1, max: 20, control: 'view' }),
  patients: integer({ label: 'Patients', default: 1000, min: 10, max: 100_000, scale: 'log', control: 'view' }),
};

export type Asked = Values<typeof params>;
