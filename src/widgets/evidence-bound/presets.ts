import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'even',
    title: 'An even q',
    values: {},
    why: 'q holds all four readings for equally likely. The bound is true and far below the level, because two of the readings hardly go with the sentence.',
  },
  {
    id: 'posterior',
    title: 'q at the posterior',
    values: { fish: 0.66, river: 0.97, other: 0.05 },
    why: 'The cuts lie on the dashed lines, to two decimals. The bound nearly touches the level: what is missing is less than a thousandth of a bit.',
  },
  {
    id: 'one-reading',
    title: 'One reading only',
    values: { fish: 1, river: 1, other: 1 },
    why: 'All of q on one reading. The bound is then the logarithm of one term of the sum, and more samples only draw the same term again.',
  },
  {
    id: 'apart',
    title: 'Each word by itself',
    values: { cuts: 'level', fish: 0.97, river: 0.97 },
    why: 'The best that one straight cut across can do, to two decimals. It settles on one of the two likely readings and hardly knows the other.',
  },
  {
    id: 'true-shares',
    title: 'Each word as often as it is true',
    values: { cuts: 'level', fish: 0.66, river: 0.66 },
    why: 'Each word has the chances that it has in the posterior. About the words taken singly q is right, and its bound is far lower.',
  },
  {
    id: 'untied',
    title: 'Meanings that do not go together',
    values: { cuts: 'level', tie: 0.5, fish: 0.6, river: 0.6 },
    why: 'Before the sentence the two meanings are independent. The sentence is less likely than in the other cases here. Yet words that stand apart have a higher bound than their best bound there.',
  },
];
