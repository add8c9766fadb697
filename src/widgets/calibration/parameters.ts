import { choice, integer, number, seed, text } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { passage } from './passage.ts';

export const longestText = 3000;

export const params = {
  source: choice({
    label: 'Whose forecasts',
    default: 'learned',
    control: 'view',
    options: [
      { value: 'learned', label: 'a small model’s' },
      { value: 'network', label: 'the network’s, on a text' },
    ],
  }),
  examples: choice({
    label: 'Examples it learned from',
    default: '100',
    control: 'view',
    options: [
      ...['100', '200', '400', '1600'].map((value) => ({ value, label: value })),
      { value: 'all', label: 'endlessly many' },
    ],
  }),
  forecasts: integer({ label: 'New cases', default: 400, min: 40, max: 1000, scale: 'log', control: 'view' }),
  bins: integer({ label: 'Bins', default: 10, min: 1, max: 50, scale: 'log', control: 'view' }),
  temperature: number({
    label: 'Temperature T',
    default: 1,
    min: 0.5,
    max: 4,
    step: 0.05,
    scale: 'log',
    singlyTo: 4,
    control: 'view',
  }),
  text: text({ label: 'Text', default: passage, maximumLength: longestText, control: 'view', transient: true }),
  // What the reader has bet, from this browser’s memory: it belongs into no link.
  bets: text({
    label: 'Bets of the book',
    default: '',
    maximumLength: 2000,
    control: 'view',
    transient: true,
    unlinked: true,
  }),
  seed: { ...seed({ label: 'Seed', default: 10 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
