import { choice, integer, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { TASK_COUNTS } from '#sim/task-chains.ts';

/** Symbols of each sequence of a chain; pairs of each prompt of regression. */
export const symbols = 128;
export const pairs = 17;

export const nameOfCount = (count: number) => (count === Infinity ? '∞' : String(count));

export const params = {
  setting: choice({
    label: 'The tasks are',
    default: 'chains',
    options: [
      { value: 'chains', label: 'Markov chains, with trained networks' },
      { value: 'regression', label: 'linear regressions' },
    ],
  }),
  tasks: choice({
    label: 'N, how many tasks pretraining had',
    default: '16',
    options: TASK_COUNTS.map((count) => ({
      value: count === Infinity ? 'all' : String(count),
      label: nameOfCount(count),
    })),
  }),
  sequences: integer({ label: 'Sequences to average over', default: 32, min: 8, max: 128 }),
  seed: seed(),
};

export type Asked = Values<typeof params>;

export const tasksOf = ({ tasks }: Asked) => (tasks === 'all' ? Infinity : Number(tasks));
