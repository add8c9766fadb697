import { choice, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

const eigenvalue = (label: string, value: number, min: number) =>
  number({ label, default: value, min, max: 2, step: 0.01, control: 'view' });

/** Of each text, how often its letters a, b and c come. */
export const texts = {
  abac: { shares: [0.5, 0.25, 0.25], written: 'abacabac …' },
  even: { shares: [1 / 3, 1 / 3, 1 / 3], written: 'abcabc …' },
  rare: { shares: [0.9, 0.05, 0.05], written: 'aaaaaaaaabaaaaaaaaac …' },
} as const;

export const params = {
  first: eigenvalue('Eigenvalue 1', 1.4, 0.05),
  second: eigenvalue('Eigenvalue 2', 0.3, 0),
  third: eigenvalue('Eigenvalue 3', 0.05, 0),
  scale: number({
    label: 'All vectors times',
    default: 1,
    min: 0.5,
    max: 2,
    step: 0.05,
    scale: 'log',
    control: 'view',
  }),
  precision: number({
    label: 'ε, the error that is allowed',
    default: 0.5,
    min: 0.1,
    max: 2,
    step: 0.05,
    scale: 'log',
    control: 'view',
  }),
  text: choice({
    label: 'The text has',
    default: 'abac',
    options: [
      { value: 'abac', label: 'half a, a quarter b, a quarter c' },
      { value: 'even', label: 'a, b, c equally often' },
      { value: 'rare', label: '90 percent a, five each of b and c' },
    ],
    control: 'view',
  }),
  turn: number({ label: 'Turn the cloud', default: 30, min: 0, max: 180, step: 5, unit: '°', control: 'view' }),
};

export type Asked = Values<typeof params>;
