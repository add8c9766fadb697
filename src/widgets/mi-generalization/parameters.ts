import { choice, integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const mostDigits = 40;
export const temperatures = [0.1, 100] as const;
export const noises = [0.001, 1] as const;

export const params = {
  family: choice({
    label: 'The learner',
    default: 'guessers',
    control: 'view',
    options: [
      { value: 'guessers', label: 'picks among guessers' },
      { value: 'thresholds', label: 'finds a threshold' },
      { value: 'mean', label: 'says a noisy mean' },
    ],
  }),
  temperature: number({ label: 'T, temperature of the pick', default: 0.5, min: temperatures[0], max: temperatures[1], step: 0.1, scale: 'log', control: 'view' }), // prettier-ignore
  digits: integer({ label: 'Binary digits of a place', default: 12, min: 1, max: mostDigits, control: 'view' }),
  noise: number({ label: 's, deviation of the noise', default: 0.1, min: noises[0], max: noises[1], step: 0.001, scale: 'log', control: 'view' }), // prettier-ignore
  samples: integer({ label: 'n, samples', default: 20, min: 5, max: 60, control: 'view' }),
  guessers: integer({ label: 'k, guessers', default: 64, min: 2, max: 1024, scale: 'log', control: 'view' }),
  skill: number({ label: 'Chance that the best guesser errs', default: 0.5, min: 0, max: 0.5, step: 0.05, control: 'view' }), // prettier-ignore
  runs: integer({ label: 'Runs to draw', default: 40, min: 10, max: 200, control: 'view' }),
  seed: { ...seed(), control: 'view' as const },
};

export type Asked = Values<typeof params>;
