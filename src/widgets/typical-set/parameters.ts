import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const mostTosses = 10_000;
/** Sequences that are drawn. */
export const runs = 20;
/** What the smallest set is to have. */
export const goal = 0.99;

export const params = {
  tosses: integer({ label: 'n, tosses', default: 100, min: 10, max: mostTosses, scale: 'log', control: 'view' }),
  tolerance: number({
    label: 'ε, how far from the entropy, in bits per toss',
    default: 0.1,
    min: 0.01,
    max: 0.5,
    step: 0.01,
    control: 'view',
  }),
  look: number({ label: 'Share of heads to look at', default: 1, min: 0, max: 1, step: 0.01, control: 'view' }),
  coins: choice({
    label: 'What is tossed',
    control: 'view',
    default: 'one',
    options: [
      { value: 'one', label: 'a coin whose chance is known' },
      { value: 'two', label: 'one of two coins, drawn once' },
    ],
  }),
  heads: number({ label: 'Chance of heads', default: 0.7, min: 0.5, max: 0.99, step: 0.01, control: 'view' }),
  second: number({
    label: 'Second coin: chance of heads',
    default: 0.4,
    min: 0.01,
    max: 0.99,
    step: 0.01,
    control: 'view',
  }),
  seed: { ...seed({ default: 1 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
