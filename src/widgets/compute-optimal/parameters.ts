import { choice, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { raised } from './words.ts';

const power = (label: string, options: { default: number; min: number; max: number; step: number }) =>
  number({ label, control: 'view', ...options });

export const params = {
  law: choice({
    label: 'The loss is as fitted by',
    default: 'corrected',
    control: 'view',
    options: [
      { value: 'corrected', label: 'Besiroglu et al. 2024' },
      { value: 'published', label: 'Hoffmann et al. 2022, as printed' },
      { value: 'unrounded', label: 'the same, exponents with four digits' },
    ],
  }),
  budget: power('Budget, as a power of ten of operations', { default: 23.76, min: 18, max: 26, step: 0.01 }),
  ratio: power('Tokens per parameter, as a power of ten', { default: 1.3, min: -2, max: 4, step: 0.01 }),
  served: power('Tokens served later, as a power of ten (8 is none)', {
    default: 8,
    min: 8,
    max: 14,
    step: 0.1,
  }),
  shown: choice({
    label: 'What is shown',
    default: 'valley',
    control: 'view',
    options: [
      { value: 'valley', label: 'the budget, split in every way' },
      { value: 'refits', label: 'the experiment, repeated' },
    ],
  }),
  noise: number({ label: 'Error of a run’s loss, in percent', default: 1.5, min: 0.1, max: 3, step: 0.1, control: 'view' }), // prettier-ignore
  largest: power('Largest budget of a run, as a power of ten', { default: 21.5, min: 20, max: 25, step: 0.1 }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;

/** In words: `10²³·⁷⁶`. */
export const tenTo = (exponent: number) => `10${raised(exponent)}`;
