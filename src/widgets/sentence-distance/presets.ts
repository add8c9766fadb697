import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'meaning',
    title: 'What is said',
    values: {},
    why: 'The outlined pair has the same words, and pursuer and pursued have changed places. By the mean no pair is nearer. And the straight line, which needs no network, is above the three curves.',
  },
  {
    id: 'paraphrase',
    title: 'The same, said otherwise',
    values: { first: 7, second: 8 },
    why: 'These two say the same of the same persons. By the mean 96 of the 120 pairs are nearer to each other.',
  },
  {
    id: 'beyond',
    title: 'Beyond the words',
    values: { compare: 'beyond' },
    why: 'What is left when shared words are held fixed: how far do the distances follow what is said where the words do not tell? In this draw nearly all of it is within what could be by chance.',
  },
  {
    id: 'form',
    title: 'How it is said',
    values: { compare: 'form' },
    why: 'Active or passive, the place first or last, which of two words. The same distances follow this better than what is said.',
  },
  {
    id: 'last',
    title: 'The last token',
    values: { summary: 'last' },
    why: 'The vector of the period, which has seen the whole sentence. In the square, what is full of color above the diagonal should be so below it.',
  },
  {
    id: 'embedding',
    title: 'Before the first block',
    values: { stage: 0 },
    why: 'The embedding knows which token stands where and has looked at no other one. Its mean does about as well as that after the last block.',
  },
  {
    id: 'shuffled',
    title: 'Words shuffled',
    values: { shuffled: true },
    why: 'The control: every sentence with its words in an order drawn by chance, so that nobody could tell who did it. The words alone have not changed. At the embedding the mean hardly falls; after the last block nothing is left of it in this draw.',
  },
  {
    id: 'own',
    title: 'Sentences of yours',
    values: { source: 'own', first: 1, second: 3 },
    why: 'Five sentences on the sea, to be replaced. Which pair does the mean put together, and is it the one that you would?',
  },
];
