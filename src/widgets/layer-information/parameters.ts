import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Points that a trained probe is judged on. */
export const judgedOn = 400;

export const params = {
  problem: choice({
    label: 'The network',
    default: 'spiral',
    control: 'view',
    options: [
      { value: 'spiral', label: 'unwinds a spiral in four layers' },
      { value: 'xor', label: 'computes XOR in two layers' },
    ],
  }),
  probe: choice({
    label: 'Who reads it',
    default: 'linear',
    control: 'view',
    options: [
      { value: 'linear', label: 'a linear probe' },
      { value: 'cubic', label: 'a probe with cubes and products' },
      { value: 'any', label: 'a table of all places' },
    ],
  }),
  turn: integer({
    label: 'Steps that a layer turns each ring back against the next inner one',
    default: 1,
    min: -1,
    max: 2,
    control: 'view',
  }),
  noise: number({
    label: 'Chance that a layer knocks a point to a neighboring place',
    default: 0,
    min: 0,
    max: 0.5,
    step: 0.01,
    control: 'view',
  }),
  samples: integer({
    label: 'Points that the trained probe learns from',
    default: 200,
    min: 10,
    max: 2000,
    scale: 'log',
    control: 'view',
  }),
  stage: integer({ label: 'Layer that is looked at (0 is the input)', default: 2, min: 0, max: 4, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
