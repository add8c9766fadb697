import { choice, number, table } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { cases, filled, mostColumns, mostRows } from './cases.ts';

export const mostBeta = 60;

export const params = {
  beta: number({
    label: 'β, what a bit about Y is worth',
    unit: 'bits of X',
    default: 5,
    min: 1,
    max: mostBeta,
    step: 0.01,
    scale: 'log',
    fine: true,
    control: 'view',
  }),
  joint: table({
    label: 'p(x, y)',
    rows: Array.from({ length: mostRows }, (_, i) => `x${i + 1}`),
    columns: Array.from({ length: mostColumns }, (_, j) => `y${j + 1}`),
    open: true,
    default: filled(cases[0].joint),
    control: 'view',
  }),
  /** No control: a table that the reader changes keeps the names of the case that it was. */
  called: choice({
    label: 'Rows and columns have the names of',
    default: 'none',
    control: 'view',
    options: [
      { value: 'none', label: 'the case that the table is' },
      ...cases.map(({ id, x }) => ({ value: id, label: x })),
    ],
  }),
  seen: choice({
    label: 'The chance that is drawn is that of',
    default: 'y1',
    control: 'view',
    options: [
      { value: 'y1', label: 'the first column' },
      { value: 'y2', label: 'the second column' },
      { value: 'y3', label: 'the third column' },
    ],
  }),
};

export type Asked = Values<typeof params>;
