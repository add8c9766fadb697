import { integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** The longest sequence: twelve doublings. */
export const last = 4096;

const view = { control: 'view' } as const;
const count = { ...view, min: 0.5, max: 50, step: 0.5, scale: 'log' } as const;
const chance = { ...view, min: 0.05, max: 0.95, step: 0.01 };

export const params = {
  theta: number({ ...chance, label: 'The true coin: chance of heads', default: 0.7 }),
  tosses: integer({ ...view, label: 'n, tosses seen', default: 256, min: 1, max: last, scale: 'log' }),
  firstA: number({ ...count, label: 'First observer, Beta(a, b): a', default: 1 }),
  firstB: number({ ...count, label: 'First observer: b', default: 1 }),
  secondA: number({ ...count, label: 'Second observer, Beta(a, b): a', default: 20 }),
  secondB: number({ ...count, label: 'Second observer: b', default: 20 }),
  dogma: number({ ...chance, label: 'The dogmatist is certain of heads', default: 0.5 }),
  seed: { ...seed({ default: 2 }), ...view },
};

export type Asked = Values<typeof params>;
