import { choice, integer, number, seed, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';
import { tale } from './texts.ts';

export const longestText = 200_000;
const many = 1_000_000;

/** What the reader does now, not what is trained: never in a link. */
const passing = { control: 'view', transient: true } as const;

export const params = {
  data: choice({
    label: 'What it is trained on',
    default: 'babble',
    options: [
      { value: 'babble', label: 'a chain of letters' },
      { value: 'coins', label: 'the two coins' },
      { value: 'register', label: 'a shift register' },
      { value: 'fair', label: 'a fair coin' },
      { value: 'book', label: 'prose of this book' },
      { value: 'own', label: 'your text' },
    ],
  }),
  amount: choice({
    label: 'Symbols to train on, at most',
    default: '32768',
    options: [
      { value: '512', label: '512' },
      { value: '2048', label: '2,048' },
      { value: '8192', label: '8,192' },
      { value: '32768', label: '32,768' },
      { value: '131072', label: '131,072' },
    ],
  }),
  size: choice({
    label: 'The network: blocks × width',
    default: '1x16',
    options: [
      { value: '1x16', label: '1 × 16' },
      { value: '2x16', label: '2 × 16' },
      { value: '2x32', label: '2 × 32' },
      { value: '2x64', label: '2 × 64' },
    ],
  }),
  steps: choice({
    label: 'Steps',
    default: '100',
    options: [
      { value: '100', label: '100' },
      { value: '300', label: '300' },
      { value: '1000', label: '1,000' },
      { value: '3000', label: '3,000' },
      { value: '10000', label: '10,000' },
    ],
  }),
  rate: number({
    label: 'Learning rate, at its peak',
    default: 0.02,
    min: 0.0005,
    max: 0.1,
    step: 0.0005,
    scale: 'log',
  }),
  seed: seed(),
  text: text({ label: 'Your text', default: tale, maximumLength: longestText, ...passing }),
  playing: toggle({ label: 'Training', default: false, begins: true, ...passing }),
  pace: choice({
    label: 'Pace',
    default: '1',
    options: [
      { value: '1', label: 'full' },
      { value: '0.3', label: 'a third' },
      { value: '0.05', label: 'slow' },
    ],
    ...passing,
  }),
  /** How often the reader asked for a single step, for a new beginning, and for as many steps again. */
  single: integer({ label: 'Single steps', default: 0, min: 0, max: many, ...passing }),
  round: integer({ label: 'Beginnings', default: 0, min: 0, max: many, ...passing }),
  more: integer({ label: 'Times as many steps again', default: 0, min: 0, max: many, ...passing }),
  /** Which network that was kept it begins from: 0 for a fresh one. */
  from: integer({ label: 'Kept network', default: 0, min: 0, max: many, ...passing }),
};

export type Asked = Values<typeof params>;
