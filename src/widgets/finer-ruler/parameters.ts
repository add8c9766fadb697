import { choice, integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { shapes, type Shape } from '#theory/continuous/reading.ts';

/** Marks of the finest ruler that is shown, in a meter; the coarsest has one. */
export const mostMarks = 1000;

const names: Record<Shape, string> = {
  uniform: 'uniform',
  triangle: 'triangle',
  normal: 'normal',
  exponential: 'exponential',
  bumps: 'two bumps',
  gap: 'with a gap',
  rain: 'half of it on one point',
  counts: 'counts, infinitely many',
};

export const params = {
  law: choice<Shape>({
    label: 'Law of the place',
    control: 'view',
    default: 'normal',
    options: shapes.map((value) => ({ value, label: names[value] })),
  }),
  marks: integer({
    label: 'Marks of the ruler in a meter',
    default: 10,
    min: 1,
    max: mostMarks,
    scale: 'log',
    control: 'view',
  }),
  deviation: number({
    label: 'Standard deviation, in meters',
    default: 0.2,
    min: 0.02,
    max: 0.45,
    step: 0.01,
    control: 'view',
  }),
  lengthUnit: choice({
    label: 'Lengths are written in',
    control: 'view',
    default: 'meters',
    options: [
      { value: 'meters', label: 'meters' },
      { value: 'centimeters', label: 'centimeters' },
    ],
  }),
};

export type Asked = Values<typeof params>;

/** How many of the units of length a meter has. */
export const perMeter = ({ lengthUnit }: Pick<Asked, 'lengthUnit'>) => (lengthUnit === 'meters' ? 1 : 100);
