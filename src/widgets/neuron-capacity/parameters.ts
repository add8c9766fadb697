import { integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

export const mostRounds = 200;

export const params = {
  rounds: integer({ label: 'Rounds of the iteration', default: 0, min: 0, max: mostRounds, control: 'view' }),
  weight: number({ label: 'w, weight of the neuron', default: 1.5, min: 0.1, max: 10, step: 0.1, scale: 'log', control: 'view' }), // prettier-ignore
  noise: number({ label: 'σ, deviation of the noise', default: 0.2, min: 0.05, max: 1, step: 0.05, control: 'view' }),
  spread: number({ label: 'Spread of the data', default: 0.5, min: 0.2, max: 3, step: 0.1, control: 'view' }),
};

export type Asked = Values<typeof params>;
