import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'cigar',
    title: 'A cigar',
    values: {},
    why: 'Most of the cloud lies along one direction. Four counts of its directions give four numbers, from 1.25 to 2.48.',
  },
  {
    id: 'one-hot',
    title: 'One-hot letters',
    values: { first: 0.5, second: 0.25, third: 0.25 },
    why: 'Each letter has a direction of its own and length 1. The eigenvalues are then the frequencies of the letters, and the two entropies agree. It is a property of this embedding.',
  },
  {
    id: 'doubled',
    title: 'All vectors doubled',
    values: { first: 0.5, second: 0.25, third: 0.25, scale: 2 },
    why: 'The same letters, every vector twice as long. The von Neumann entropy stays, the coding rate grows, and nobody has written another text.',
  },
  {
    id: 'ball',
    title: 'A ball',
    values: { first: 0.5, second: 0.5, third: 0.5 },
    why: 'All directions alike: every count says three, and both ceilings are reached. The text is the same as before.',
  },
  {
    id: 'needle',
    title: 'One huge direction',
    values: { first: 2, second: 0.02, third: 0.02 },
    why: 'One direction has 98 percent of the total. The stable rank is 1.02, while the singular values still count 1.76 directions.',
  },
  {
    id: 'flat',
    title: 'A disk, and a rare text',
    values: { first: 0.6, second: 0.6, third: 0, text: 'rare' },
    why: 'A text that says little, in a cloud that fills a plane. Letter c has the vector zero here, and the cloud has an entropy of one bit.',
  },
];
