import { choice, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

const chance = (which: string) =>
  number({
    label: `How often the ${which} bit is a 1`,
    default: 0.5,
    min: 0,
    max: 1,
    step: 0.01,
    control: 'view',
  });

export const params = {
  source: choice({
    label: 'What the source writes',
    default: 'agree',
    control: 'view',
    options: [
      { value: 'agree', label: 'the bit, if both are equal; else a fair bit' },
      { value: 'xor', label: 'whether they differ (XOR)' },
      { value: 'and', label: 'whether both are 1 (AND)' },
      { value: 'each', label: 'each bit by itself' },
    ],
  }),
  tie: number({
    label: 'Tie',
    help: 'From as unequal as the two chances allow, −1, over independent, 0, to as equal as they allow, 1.',
    default: 0,
    min: -1,
    max: 1,
    step: 0.02,
    control: 'view',
  }),
  first: chance('first'),
  second: chance('second'),
  noise: number({
    label: 'Noise: how often a written bit is turned around',
    default: 0,
    min: 0,
    max: 0.5,
    step: 0.01,
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
