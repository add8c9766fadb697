import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Skills or examples at most; skills if all are equally frequent; and how much rarer the next skill is in the geometric law. */
export const [most, equallyMany, ratio] = [10_000, 1000, 0.97];

export const params = {
  law: choice({
    label: 'How often skill number k is needed',
    default: 'zipf',
    options: [
      { value: 'zipf', label: 'as a power, k to the −(1 + a)' },
      { value: 'geometric', label: 'each 3 percent rarer than the one before' },
      { value: 'equal', label: '1000 skills, all alike' },
    ],
    control: 'view',
  }),
  way: choice({
    label: 'What is learned',
    default: 'order',
    options: [
      { value: 'order', label: 'the n most frequent skills' },
      { value: 'samples', label: 'whatever D examples have shown' },
    ],
    control: 'view',
  }),
  a: number({ label: 'a, how fast the frequencies fall', default: 0.5, min: 0.2, max: 2, step: 0.05, control: 'view' }),
  learned: integer({ label: 'n, skills learned', default: 30, min: 1, max: most, scale: 'log', control: 'view' }),
  samples: integer({ label: 'D, examples read', default: 100, min: 1, max: most, scale: 'log', control: 'view' }),
  each: integer({ label: 'm, skills that a text needs', default: 3, min: 1, max: 12, control: 'view' }),
  seed: { ...seed({ default: 18 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
