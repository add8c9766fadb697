import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'untold',
    title: 'Told nothing',
    values: {},
    why: 'At the embedding there is nothing of the place to be read. Behind the blocks there is, though nobody put it in: the mask shows the first token one token and the last one 128.',
  },
  {
    id: 'learned',
    title: 'A vector for each place',
    values: { network: 'learned', stage: 0 },
    why: 'Here the place is put into the row at the start. From block to block less of it can be read.',
  },
  {
    id: 'rotary',
    title: 'Rotary',
    values: { network: 'rotary', stage: 1 },
    why: 'The rows are told nothing; queries and keys are turned. It predicts best of the five, and this reader gets little of their place out of its rows.',
  },
  {
    id: 'linear',
    title: 'A linear reader',
    values: { reader: 'linear' },
    why: 'A reader without a hidden layer gets less out of the same rows. What is usable depends on who uses it.',
  },
];
