import { integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const mostCoins = 4;

const heads = (label: string, start: number) =>
  number({
    label: `${label} coin: chance of heads`,
    default: start,
    min: 0.02,
    max: 0.98,
    step: 0.01,
    control: 'view',
  });

export const params = {
  first: heads('First', 0.5),
  second: heads('Second', 0.7),
  third: heads('Third', 0.3),
  fourth: heads('Fourth', 0.9),
  count: integer({ label: 'n, how many coins there are', default: 3, min: 2, max: mostCoins, control: 'view' }),
  tossed: integer({ label: 'The coin that is tossed', default: 1, min: 1, max: mostCoins, control: 'view' }),
  window: integer({ label: 'w, symbols in the window', default: 4, min: 1, max: 24, control: 'view' }),
  pause: integer({
    label: 'Symbols that all sources share, between two tosses',
    default: 0,
    min: 0,
    max: 8,
    control: 'view',
  }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
