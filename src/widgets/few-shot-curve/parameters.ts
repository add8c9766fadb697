import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Tosses of each document of coins; symbols of each sequence of chains. */
export const tosses = 16;
export const symbols = 128;

export const params = {
  source: choice({
    label: 'A task is',
    default: 'coins',
    options: [
      { value: 'coins', label: 'a coin' },
      { value: 'chains', label: 'a Markov chain, with a trained network' },
    ],
  }),
  tasks: choice({
    label: 'N, how many tasks there are',
    default: '16',
    options: ['4', '16', '64', '256'].map((value) => ({ value, label: value })),
  }),
  documents: choice({
    label: 'M, documents read before',
    default: '2',
    control: 'view',
    options: [
      ...['0', '1', '2', '3'].map((value) => ({ value, label: value })),
      { value: 'all', label: 'endlessly many' },
    ],
  }),
  contrast: number({
    label: 'How much the two worlds differ',
    default: 4,
    min: 0,
    max: 8,
    step: 0.1,
    control: 'view',
  }),
  examples: integer({
    label: 'τ, examples in the context',
    default: 8,
    min: 1,
    max: symbols,
    scale: 'log',
    control: 'view',
  }),
  sequences: integer({ label: 'Sequences to average over', default: 64, min: 16, max: 256, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

/** Of coins every toss is there; of chains only some numbers of symbols are. */
export const paramsOf = (source: 'coins' | 'chains') =>
  source === 'coins' ? { ...params, examples: { ...params.examples, singlyTo: tosses } } : params;

export type Asked = Values<typeof params>;

export const tasksOf = ({ tasks }: Asked) => Number(tasks);
export const documentsOf = ({ documents }: Asked) => (documents === 'all' ? Infinity : Number(documents));
