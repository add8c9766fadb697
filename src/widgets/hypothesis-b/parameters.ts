import { integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** A window of w symbols has w² kinds of words, and the picture needs many windows. */
export const longest = 64;

const chance = { min: 0.02, max: 0.98, step: 0.01, control: 'view' } as const;

export const params = {
  window: integer({ label: 'w, symbols in the window', default: 32, min: 1, max: longest, control: 'view' }),
  first0: number({ ...chance, label: 'First source: chance of a 1 after a 0', default: 0.7 }),
  first1: number({ ...chance, label: 'First source: chance of a 1 after a 1', default: 0.7 }),
  second0: number({ ...chance, label: 'Second source: chance of a 1 after a 0', default: 0.4 }),
  second1: number({ ...chance, label: 'Second source: chance of a 1 after a 1', default: 0.4 }),
  prior: number({
    label: 'Chance that the first source is drawn',
    default: 0.5,
    min: 0.01,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  runs: integer({ label: 'Simulated texts', default: 400, min: 2, max: 800, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
