import { choice, integer, number, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Most steps of belief propagation, which is when it gives up. */
export const lastStep = 30;

/** Designs of the LDPC code: every bit in three checks, every check of so many bits; the rate is 1 − 3 / perCheck. */
export const perCheckOf = { '0.25': 4, '0.4': 5, '0.5': 6, '0.667': 9, '0.75': 12 } as const;
export type Rate = keyof typeof perCheckOf;
/* prettier-ignore */
const rateNames: Record<Rate, string> = { '0.25': '1/4', '0.4': '2/5', '0.5': '1/2', '0.667': '2/3', '0.75': '3/4' };
export const rates = Object.keys(perCheckOf) as Rate[];

export const params = {
  flip: number({ label: 'Chance that the line flips a bit', default: 0.05, min: 0.005, max: 0.2, step: 0.005, control: 'view' }), // prettier-ignore
  count: choice({
    label: 'Count',
    default: 'bit',
    control: 'view',
    options: [
      { value: 'bit', label: 'wrong bits' },
      { value: 'block', label: 'wrong blocks' },
    ],
  }),
  repeats: choice({
    label: 'Send each bit',
    default: '3',
    control: 'view',
    options: ['3', '5', '7', '9', '11'].map((value) => ({ value, label: `${value} times` })),
  }),
  rate: choice({
    label: 'Rate of the LDPC code',
    default: '0.5',
    control: 'view',
    options: rates.map((value) => ({ value, label: rateNames[value] })),
  }),
  length: choice({
    label: 'Bits of a block',
    default: '1920',
    control: 'view',
    options: ['120', '480', '1920'].map((value) => ({ value, label: value })),
  }),
  steps: integer({ label: 'Steps of belief propagation', default: lastStep, min: 0, max: lastStep, control: 'view' }),
  effort: choice({
    label: 'Blocks sent to measure',
    default: 'few',
    control: 'view',
    options: [
      { value: 'few', label: 'few' },
      { value: 'many', label: 'ten times as many' },
    ],
  }),
  seed: { ...seed({ label: 'Seed of codes and flips' }), control: 'view' as const },
  /** The reader's own picture, as `drawing.ts` writes it; empty for ours. */
  picture: text({ label: 'Picture', default: '', maximumLength: 1024, control: 'view', transient: true }),
};

export type Asked = Values<typeof params>;
