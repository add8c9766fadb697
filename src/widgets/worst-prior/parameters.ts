import { choice, integer, number, simplex } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Up to so many tosses the worst prior needs no more than five coins. */
export const mostTosses = 13;

export const names = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

const bias = (which: string, start: number) =>
  number({
    label: `Chance of heads of the ${which} coin`,
    default: start,
    min: 0,
    max: 1,
    step: 0.01,
    control: 'view',
  });

export const params = {
  prior: choice({
    label: 'How the coin is drawn',
    default: 'coins',
    control: 'view',
    options: [
      { value: 'coins', label: 'one of five coins' },
      { value: 'bias', label: 'every bias alike' },
      { value: 'angle', label: 'every angle alike (Jeffreys)' },
      { value: 'odds', label: 'every log-odds from −5 to 5 alike' },
      { value: 'narrow', label: 'every log-odds from −½ to ½ alike' },
    ],
  }),
  tosses: integer({ label: 'T, tosses', default: 10, min: 1, max: mostTosses, control: 'view' }),
  first: bias('first', 0),
  second: bias('second', 0.25),
  third: bias('third', 0.5),
  fourth: bias('fourth', 0.75),
  fifth: bias('fifth', 1),
  weights: simplex({
    label: 'How often each coin is drawn',
    names: names.map((name) => `${name} coin`),
    default: names.map(() => 1 / names.length),
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
