import { choice, integer, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Everything is computed up to here, so that the picture stands still while the reader goes along it. */
export const last = 200;
export const mostRuns = 200;

export const priors = ['uniform', 'two', 'jeffreys', 'fair'] as const;
export type Prior = (typeof priors)[number];

export const params = {
  prior: choice<Prior>({
    label: 'What is known of the coin beforehand',
    default: 'uniform',
    options: [
      { value: 'uniform', label: 'nothing: every bias from 0 to 1 alike' },
      { value: 'two', label: 'it is one of two, each with chance ½: heads 0.7 or 0.4' },
      { value: 'jeffreys', label: 'it is rather lopsided: Beta(½, ½)' },
      { value: 'fair', label: 'it is nearly fair: Beta(20, 20)' },
    ],
  }),
  tosses: integer({ label: 'T, tosses so far', default: 60, min: 1, max: last, control: 'view' }),
  runs: integer({ label: 'Simulated coins', default: 40, min: 2, max: mostRuns, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
