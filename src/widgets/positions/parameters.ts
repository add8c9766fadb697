import { choice, integer } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const names = ['learned', 'sinusoidal', 'rotary', 'none', 'none-one-layer'] as const;
export type Name = (typeof names)[number];

/** As the figure calls them. */
export const called: Record<Name | 'untrained', string> = {
  learned: 'learned',
  sinusoidal: 'waves',
  rotary: 'rotary',
  none: 'none',
  'none-one-layer': 'none, one layer',
  untrained: 'none, before training',
};

export const blocks = 3;
export const places = 128;

export const params = {
  view: choice({
    label: 'What is measured',
    default: 'place',
    control: 'view',
    options: [
      { value: 'place', label: 'bits of its place in a row' },
      { value: 'swap', label: 'what a swap of two letters changes' },
    ],
  }),
  network: choice({
    label: 'How the network is told of places',
    default: 'none',
    control: 'view',
    options: names.map((value) => ({ value, label: called[value] })),
  }),
  reader: choice({
    label: 'Who reads the row',
    default: 'hidden',
    control: 'view',
    options: [
      { value: 'hidden', label: 'a reader with a hidden layer' },
      { value: 'linear', label: 'a linear reader' },
    ],
  }),
  stage: integer({ label: 'Blocks behind which it is read (0 is the embedding)', default: 2, min: 0, max: blocks, control: 'view' }), // prettier-ignore
  back: integer({
    label: 'Places before the last at which the swapped pair ends',
    default: 1,
    min: 1,
    max: places - 2,
    scale: 'log',
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
