import { integer } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const mostCells = 128;
export const mostTosses = 1000;

export const params = {
  cells: integer({
    label: 'k, cells into which the bias is told',
    default: 8,
    min: 1,
    max: mostCells,
    scale: 'log',
    singlyTo: 32,
    control: 'view',
  }),
  tosses: integer({
    label: 'T, tosses',
    default: 100,
    min: 1,
    max: mostTosses,
    scale: 'log',
    singlyTo: 100,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
