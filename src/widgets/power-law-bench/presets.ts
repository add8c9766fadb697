import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'no-floor',
    title: 'No floor',
    values: {},
    why: 'A straight line on log paper with R² above 0.96. The exponent is less than a fifth of the right one, and a hundred times further on the line is more than a third of a nat too low.',
  },
  {
    id: 'half-right',
    title: 'A floor of 1.5',
    values: { floor: 1.5 },
    why: 'R² is 0.99, and most would be content. The exponent is still more than a third too small.',
  },
  {
    id: 'right',
    title: 'The right floor, no luck',
    values: { floor: 1.7, drawn: false },
    why: 'The points lie on the law and the floor is right: now the line is the law, at every size, and R² is 1.',
  },
  {
    id: 'short',
    title: 'A short range',
    values: { decades: 0.75 },
    why: 'The same law and the same errors, seen over less than one power of ten. Now the losses do not even say whether there is a floor.',
  },
  {
    id: 'long',
    title: 'Four powers of ten',
    values: { decades: 4 },
    why: 'Over four powers of ten the points are seen to bend away from the line without a floor, and the floor, fitted, is known to a few hundredths.',
  },
];
