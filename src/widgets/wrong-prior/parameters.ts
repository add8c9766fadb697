import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Everything is computed up to here, so that the picture stands still while the reader goes along it. */
export const last = 200;
export const mostRuns = 100;

/** The coins of the running example. */
export const coins = [0.7, 0.4] as const;

export const games = ['two', 'strange', 'any'] as const;
export type Game = (typeof games)[number];

const view = { control: 'view' } as const;
const chance = { ...view, min: 0, max: 1, step: 0.01 };
const count = { ...view, min: 0.5, max: 50, step: 0.5, scale: 'log' } as const;

export const params = {
  game: choice<Game>({
    ...view,
    label: 'The game',
    default: 'two',
    options: [
      { value: 'two', label: 'one of two coins, heads 0.7 or 0.4' },
      { value: 'strange', label: 'perhaps a third coin' },
      { value: 'any', label: 'a coin of any bias' },
    ],
  }),
  weight: number({ ...chance, label: 'True chance of the coin with heads 0.7', default: 0.5 }),
  assumed: number({ ...chance, label: 'Believed chance of the coin with heads 0.7', default: 0.01 }),
  bias: number({ ...view, label: 'The true coin: chance of heads', default: 0.9, min: 0.02, max: 0.98, step: 0.01 }),
  spare: choice({
    ...view,
    label: 'What she spares for other coins than 0.7 and 0.4',
    default: '0',
    options: [
      { value: '0', label: 'nothing' },
      { value: '1e-9', label: 'one in a thousand million' },
      { value: '1e-6', label: 'one in a million' },
      { value: '1e-3', label: 'one in a thousand' },
      { value: '0.1', label: 'one in ten' },
    ],
  }),
  spread: choice({
    ...view,
    label: 'And for which',
    default: 'coin',
    options: [
      { value: 'coin', label: 'for just this coin' },
      { value: 'all', label: 'for every bias alike' },
    ],
  }),
  trueA: number({ ...count, label: 'True law Beta(a, b): a', default: 1 }),
  trueB: number({ ...count, label: 'True law: b', default: 1 }),
  a: number({ ...count, label: 'Believed law Beta(a, b): a', default: 20 }),
  b: number({ ...count, label: 'Believed law: b', default: 20 }),
  tosses: integer({ ...view, label: 'T, tosses so far', default: 100, min: 1, max: last }),
  runs: integer({ ...view, label: 'Simulated games', default: 40, min: 2, max: mostRuns }),
  seed: { ...seed(), ...view },
};

export type Asked = Values<typeof params>;
