import { choice, integer, number, seed, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longestText = 200_000;
const many = 1_000_000;
/** What the reader does now, not what is computed: never in a link. */
const passing = { control: 'view', transient: true } as const;

export const lawNames = ['floor', 'none', 'line'] as const;
export type LawName = (typeof lawNames)[number];
export const called: Record<LawName, string> = {
  floor: 'power law with a floor',
  none: 'power law without',
  line: 'straight line in log N',
};

export const params = {
  fitted: integer({
    label: 'Networks that the laws are fitted to, from the smallest',
    default: 5,
    min: 3,
    max: 5,
    control: 'view',
  }),
  law: choice({
    label: 'Whose band is drawn',
    default: 'floor',
    control: 'view',
    options: lawNames.map((value) => ({ value, label: called[value] })),
  }),
  counters: toggle({ label: 'What counters of order 1 to 5 need', default: true, control: 'view' }),
  source: choice({
    label: 'Your runs learn from',
    default: 'book',
    control: 'view',
    options: [
      { value: 'book', label: 'chapters of this book' },
      { value: 'own', label: 'your text' },
    ],
  }),
  steps: choice({
    label: 'Steps of 256 characters, the same for every width',
    default: '2000',
    control: 'view',
    options: [
      { value: '500', label: '500' },
      { value: '2000', label: '2,000' },
      { value: '8000', label: '8,000' },
    ],
  }),
  rate: number({
    label: 'Learning rate at its peak, the same for every width',
    default: 0.004,
    min: 0.001,
    max: 0.05,
    step: 0.001,
    scale: 'log',
    control: 'view',
  }),
  seed: { ...seed({ label: 'Seed of your runs' }), control: 'view' as const },
  text: text({ label: 'Your text', default: '', maximumLength: longestText, ...passing }),
  playing: toggle({ label: 'Training', default: false, begins: true, ...passing }),
  /** How often the reader asked for a new beginning. */
  round: integer({ label: 'Beginnings', default: 0, min: 0, max: many, ...passing }),
};

export type Asked = Values<typeof params>;
