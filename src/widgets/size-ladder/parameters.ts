import { choice, number, seed, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { prepared } from './texts.ts';

export const longestText = 700;
/** Vectors that are measured; of a shorter text all that there are. */
export const counts = ['16', '32', '64', '128', '512'] as const;
/** ε of the coding rate. */
export const precisions = ['0.1', '0.5', '1'] as const;
/** How long a random vector of a place is, in lengths of one of a character. */
export const placeLengths = { none: 0, half: 0.5, equal: 1 } as const;
export const placed = ['none', 'half', 'equal'] as const;
export const stages = ['embedding', 'first', 'last', 'normal'] as const;
/** A network whose value the fits foretell. */
export const [smallest, largest] = [1e4, 1e9];

export const params = {
  measure: choice({
    label: 'Upwards',
    default: 'rate',
    options: [
      { value: 'rate', label: 'normalized coding rate' },
      { value: 'rank', label: 'effective rank' },
      { value: 'top', label: 'share of the largest direction' },
    ],
    control: 'view',
  }),
  count: choice({
    label: 'n, how many vectors in a cloud',
    default: '16',
    options: counts.map((value) => ({ value, label: value })),
    control: 'view',
  }),
  stage: choice({
    label: 'Vectors taken',
    default: 'last',
    options: [
      { value: 'embedding', label: 'before the first block' },
      { value: 'first', label: 'after the first block' },
      { value: 'last', label: 'after the last block' },
      { value: 'normal', label: 'after the last LayerNorm' },
    ],
    control: 'view',
  }),
  centered: choice({
    label: 'Their mean',
    default: 'kept',
    options: [
      { value: 'kept', label: 'left in' },
      { value: 'off', label: 'taken off' },
    ],
    control: 'view',
  }),
  place: choice({
    label: 'A random vector for each character, and for each place',
    default: 'half',
    options: [
      { value: 'none', label: 'none' },
      { value: 'half', label: 'one half as long' },
      { value: 'equal', label: 'one as long' },
    ],
    control: 'view',
  }),
  precision: choice({
    label: 'ε',
    default: '0.5',
    options: precisions.map((value) => ({ value, label: value })),
    control: 'view',
  }),
  size: number({
    label: 'Foretell a network of so many parameters',
    default: 1e8,
    min: smallest,
    max: largest,
    step: 1e4,
    scale: 'log',
    control: 'view',
  }),
  floor: number({
    label: 'Another law: a floor, as a share of the lowest value',
    default: 0.5,
    min: 0,
    max: 0.95,
    step: 0.05,
    control: 'view',
  }),
  text: text({ label: 'Your text', default: prepared, maximumLength: longestText, control: 'view', transient: true }),
  reading: toggle({
    label: 'The networks may be loaded',
    default: false,
    control: 'view',
    transient: true,
    begins: true,
  }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
