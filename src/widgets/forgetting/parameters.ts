import { choice, integer, number, seed, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const longestText = 100_000;
const many = 1_000_000;

/** What the reader does now, not what is trained: never in a link. */
const passing = { control: 'view', transient: true } as const;

export const methods = ['none', 'leash', 'replay', 'oldLeash'] as const;
export type Method = (typeof methods)[number];
export const shares = ['0.25', '0.5', '0.75', '0.875'] as const;

export const params = {
  method: choice({
    label: 'While it learns the new text',
    default: 'none',
    options: [
      { value: 'none', label: 'nothing holds it' },
      { value: 'leash', label: 'a leash on the new text' },
      { value: 'replay', label: 'replay of the old' },
      { value: 'oldLeash', label: 'a leash on the old text' },
    ],
  }),
  share: choice({
    label: 'Share of the old in what it is taught',
    default: '0.5',
    options: [
      { value: '0.25', label: '¼' },
      { value: '0.5', label: '½' },
      { value: '0.75', label: '¾' },
      { value: '0.875', label: '⅞' },
    ],
  }),
  data: choice({
    label: 'New text',
    default: 'play',
    options: [
      { value: 'play', label: 'a play' },
      { value: 'cipher', label: 'the play, letters moved by 13' },
      { value: 'own', label: 'your text' },
    ],
  }),
  steps: choice({
    label: 'Steps',
    default: '100',
    options: [
      { value: '50', label: '50' },
      { value: '100', label: '100' },
      { value: '200', label: '200' },
      { value: '400', label: '400' },
    ],
  }),
  rate: number({
    label: 'Learning rate, at its peak',
    default: 0.002,
    min: 0.0001,
    max: 0.01,
    step: 0.0001,
    scale: 'log',
  }),
  seed: seed(),
  text: text({ label: 'Your text', default: '', maximumLength: longestText, ...passing }),
  playing: toggle({ label: 'Training', default: false, ...passing }),
  /** How often the reader undid what was learned. */
  round: integer({ label: 'Times undone', default: 0, min: 0, max: many, ...passing }),
  /** How often the reader began to train: each training is of its own settings, and what stopped one need not stop the next. */
  attempt: integer({ label: 'Times begun', default: 0, min: 0, max: many, ...passing }),
};

export type Asked = Values<typeof params>;
