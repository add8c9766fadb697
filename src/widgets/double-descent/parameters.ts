import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const mostWidth = 200;
export const mostExamples = 40;
/** Draws of normal examples that are averaged. Waves are fitted to one draw, the one that is shown. */
export const draws = 24;

export const params = {
  world: choice({
    label: 'What is fitted',
    default: 'waves',
    options: [
      { value: 'waves', label: 'a curve, by waves' },
      { value: 'normal', label: 'random features, solved exactly' },
    ],
    control: 'view',
  }),
  axis: choice({
    label: 'What varies',
    default: 'width',
    options: [
      { value: 'width', label: 'the width' },
      { value: 'examples', label: 'the number of examples' },
    ],
    control: 'view',
  }),
  width: integer({
    label: 'm, the width',
    default: 20,
    min: 1,
    max: mostWidth,
    scale: 'log',
    singlyTo: mostExamples,
    control: 'view',
  }),
  examples: integer({
    label: 'n, examples',
    default: 20,
    min: 4,
    max: mostExamples,
    scale: 'log',
    singlyTo: mostExamples,
    control: 'view',
  }),
  noise: number({ label: 'σ, noise in the targets', default: 0.3, min: 0, max: 1, step: 0.05, control: 'view' }),
  uneven: number({
    label: 'How unevenly the points lie',
    default: 0.3,
    min: 0,
    max: 0.5,
    step: 0.05,
    control: 'view',
  }),
  truth: integer({
    label: 'D, features that matter',
    default: 100,
    min: 1,
    max: mostWidth,
    scale: 'log',
    singlyTo: mostExamples,
    control: 'view',
  }),
  penalty: choice({
    label: 'How it is fitted',
    default: 'none',
    options: [
      { value: 'none', label: 'least squares, shortest solution' },
      { value: 'yours', label: 'ridge, your penalty' },
      { value: 'best', label: 'ridge, the best penalty for each' },
    ],
    control: 'view',
  }),
  ridge: number({
    label: 'λ, your penalty',
    default: 0.01,
    min: 0.0001,
    max: 10,
    step: 0.0001,
    scale: 'log',
    control: 'view',
  }),
  seed: { ...seed({ default: 8 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
