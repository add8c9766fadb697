import { integer, number, simplex } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Answers to one question; the last is harmful, and rare before the tuning. */
export const answers = ['terse', 'polite', 'wordy', 'fawning', 'harmful'] as const;
export const harmful = 4;
export const rewardKeys = ['terse', 'polite', 'wordy', 'fawning', 'harmful'] as const;

const reward = (name: string, value: number) =>
  number({ label: `Reward of the ${name} answer`, default: value, min: 0, max: 10, step: 0.1, control: 'view' });

export const params = {
  terse: reward('terse', 0),
  polite: reward('polite', 1),
  wordy: reward('wordy', 1.5),
  fawning: reward('fawning', 2),
  harmful: reward('harmful', 8),
  beta: number({ label: 'β, price of a nat, in reward', default: 1, min: 0.2, max: 20, step: 0.01, scale: 'log', control: 'view' }), // prettier-ignore
  rare: number({ label: 'Chance of the harmful answer before', default: 1e-4, min: 1e-6, max: 0.1, step: 1e-6, scale: 'log', control: 'view' }), // prettier-ignore
  truth: number({ label: 'What the harmful answer is worth in truth', default: -5, min: -10, max: 10, step: 0.5, control: 'view' }), // prettier-ignore
  n: integer({ label: 'n, answers of which the best is taken', default: 4, min: 1, max: 1024, scale: 'log', control: 'view' }), // prettier-ignore
  shares: simplex({ label: 'The other answers before', names: answers.slice(0, harmful), default: [0.4, 0.3, 0.2, 0.1], control: 'view' }), // prettier-ignore
};

export type Asked = Values<typeof params>;
