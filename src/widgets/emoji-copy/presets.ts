import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'out-of-reach',
    title: 'Out of reach',
    values: {},
    why: 'The window ends long before the first emoji. To it the last seven are as new as the first were.',
  },
  {
    id: 'within-reach',
    title: 'Within reach',
    values: { window: 2 ** 14 },
    why: 'The window is longer than the document. Nothing of it is forgotten, and the copies cost nothing.',
  },
  {
    id: 'as-a-book',
    title: 'As far as in a book',
    values: { between: 100_000, window: 2 ** 13 },
    why: 'A hundred thousand tokens lie between, fewer than this book has words. A long window sees none of the first seven, and pays for the copies what they cost at first.',
  },
  {
    id: 'drawn-anew',
    title: 'Drawn anew',
    values: { tail: 'anew' },
    why: 'The control. No memory helps, since there is nothing to remember. A single document of this kind could look like a copied one, though it hardly ever does.',
  },
  {
    id: 'one-of-two',
    title: 'One of two, anew',
    values: { tail: 'anew', emoji: 2, copied: 1 },
    why: 'A single emoji out of two. Half of the documents end as they begin, and none of them depends on its beginning. So one document proves no dependence.',
  },
];
