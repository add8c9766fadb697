import { number, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const params = {
  weight: number({
    label: 'Weight w of the ill',
    default: 10,
    min: 0.1,
    max: 100,
    step: 0.1,
    scale: 'log',
    control: 'view',
  }),
  prevalence: number({
    label: 'Ill, of all',
    default: 0.02,
    min: 0.005,
    max: 0.5,
    step: 0.005,
    scale: 'log',
    control: 'view',
  }),
  separation: number({
    label: 'How far the marker sets them apart',
    default: 2,
    min: 0,
    max: 4,
    step: 0.1,
    control: 'view',
  }),
  undo: toggle({ label: 'Undo the weight in what is said', default: false, control: 'view' }),
};

export type Asked = Values<typeof params>;
