import { integer, number, seed } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** Markers with an effect or without: A is prognostic, B predictive, C both, D neither. */
export const markers = ['A', 'B', 'C', 'D'] as const;
/** How many of them the outcome depends on. */
export const real = 3;
/** Markers that the outcome does not depend on: D, and more of its kind in a trial. */
export const noise = 9;

const effect = (label: string, value: number, max: number, help: string) =>
  number({ label, default: value, min: 0, max, step: 0.01, control: 'view', help });

// The largest effects together are one half, so that every chance of a good outcome is between 0 and 1.
export const params = {
  prognostic: effect('A: moves the outcome in both arms', 0.16, 0.2, 'Up where the marker is there, down where it is not, by this much.'), // prettier-ignore
  predictive: effect('B: turns the treatments’ difference', 0.1, 0.12, 'The new treatment is better by this much where the marker is there, and worse where it is not; and the usual one the other way round.'), // prettier-ignore
  main: effect('C: moves the outcome in both arms', 0.05, 0.05, 'As A does.'),
  turn: effect('C: turns the treatments’ difference', 0.06, 0.06, 'As B does.'),
  advantage: number({
    label: 'New treatment: chance above one half, on average',
    default: 0.03,
    min: -0.07,
    max: 0.07,
    step: 0.01,
    control: 'view',
    help: 'The chance of a good outcome with the usual treatment is as far below one half.',
  }),
  steered: number({
    label: 'Who gets the new treatment depends on A',
    default: 0,
    min: -0.45,
    max: 0.45,
    step: 0.05,
    control: 'view',
    help: 'At 0 a coin decides. Below 0 those who fare badly without treatment get the new one more often.',
  }),
  patients: integer({ label: 'Patients in the trial', default: 200, min: 20, max: 1000, scale: 'log', control: 'view' }), // prettier-ignore
  seed: { ...seed({ default: 3 }), control: 'view' as const },
};

export type Asked = Values<typeof params>;
