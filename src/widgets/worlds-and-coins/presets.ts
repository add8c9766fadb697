import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'eight-documents',
    title: 'Eight documents',
    values: {},
    why: 'The world is nearly known after eight documents, and its part of a toss has become small. Each document’s own part is as large as in the first.',
  },
  {
    id: 'two-headed',
    title: 'Two-headed and two-tailed',
    values: { first: 1, second: 0, documents: 2, tosses: 1 },
    why: 'One toss shows which coin a document has, and nothing is left to chance. It can be worked out by hand: 1.680 bits for both tosses together, 0.840 for each.',
  },
  {
    id: 'one-coin',
    title: 'One coin for all',
    values: { share: 1 },
    why: 'Each world has one coin only. Who knows the world knows every document’s coin: everything is shared, and more documents do remove all that can be learned.',
  },
  {
    id: 'nothing-shared',
    title: 'Worlds alike',
    values: { share: 0.5 },
    why: 'Both worlds use both coins equally often. No document tells anything of another, and the number of documents makes no difference.',
  },
  {
    id: 'hard-to-tell',
    title: 'Coins 0.7 and 0.4',
    values: { first: 0.7, second: 0.4 },
    why: 'Coins that are hard to tell apart. There is as much to know as before, of the world and of each coin. But one document of three tosses tells little of either, and little is paid.',
  },
];
