import { choice, number, seed, type NumberParameter } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { sayIn } from '#contract/say.ts';
import { amountIn, large, perParameter } from './words.ts';

const say = sayIn('bits');
type Written = NonNullable<NumberParameter['written']>;
const amount: Written = {
  format: (exponent) => large(10 ** exponent, say),
  read: (text) => Math.log10(amountIn(text)),
};
/** The value is the power of ten, which the slider needs; the box has the amount. */
const power = (
  label: string,
  { written = {}, ...options }: { default: number; min: number; max: number; step: number; written?: Partial<Written> },
) => number({ label, control: 'view', written: { ...amount, ...written }, ...options });
const none = 8;

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
  budget: power('Budget, in operations', { default: 23.76, min: 18, max: 26, step: 0.01 }),
  ratio: power('Tokens per parameter', {
    ...{ default: 1.3, min: -2, max: 4, step: 0.01 },
    written: { format: (exponent) => perParameter(10 ** exponent, say) },
  }),
  served: power('Tokens served later', {
    ...{ default: none, min: none, max: 14, step: 0.1 },
    written: {
      format: (exponent) => (exponent === none ? 'none' : amount.format(exponent)),
      read: (text) => (/^(none|0)$/i.test(text.trim()) ? none : amount.read(text)),
    },
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
  largest: power('Largest budget of a run, in operations', { default: 21.5, min: 20, max: 25, step: 0.1 }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
