import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longest = 24;
/** Letters of the text that is drawn. */
export const textLength = 240;

const stays = (label: string, fallback: number) =>
  number({ label, default: fallback, min: 0.02, max: 0.98, step: 0.01, control: 'view' });

export const params = {
  window: integer({ label: 'w, letters in the window', default: 8, min: 1, max: longest, control: 'view' }),
  writer: choice<'first' | 'second'>({
    label: 'The chain that runs is',
    default: 'first',
    options: [
      { value: 'first', label: 'the first' },
      { value: 'second', label: 'the second' },
    ],
    control: 'view',
  }),
  firstA: stays('First chain: a after a', 0.9),
  firstB: stays('First chain: b after b', 0.8),
  secondA: stays('Second chain: a after a', 0.6),
  secondB: stays('Second chain: b after b', 0.6),
  prior: number({
    label: 'π, probability of the first chain beforehand',
    default: 0.5,
    min: 0.02,
    max: 0.98,
    step: 0.01,
    control: 'view',
  }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
