import { law } from '#contract/law.ts';
import { choice, integer, number } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

/** What the cell has reached at each handle, and where on the axis a straight curve has it. */
const steps = [
  ['starts', 'The answer starts at', -3],
  ['sixth', 'One sixth of the full answer at', -2],
  ['third', 'One third at', -1],
  ['half', 'Half the full answer at', 0],
  ['twoThirds', 'Two thirds at', 1],
  ['fiveSixths', 'Five sixths at', 2],
  ['full', 'The full answer from', 3],
] as const;

export const knots = steps.map(([key]) => key);
export type Knot = (typeof knots)[number];

/** The axis of the stimuli ends here on both sides. */
export const reach = 3;

const threshold = (which: number) =>
  number({ label: steps[which][1], default: steps[which][2], min: -reach, max: reach, step: 0.05, control: 'view' });

const mostOutcomes = 24;

export const params = {
  stimuli: choice({
    label: 'Stimuli',
    default: 'contrast',
    control: 'view',
    options: [
      { value: 'contrast', label: 'like contrasts in a scene (synthetic)' },
      { value: 'uniform', label: 'all equally often' },
      { value: 'humps', label: 'two kinds' },
      { value: 'own', label: 'a law of your own' },
    ],
  }),
  noise: choice({
    label: 'Noise',
    default: 'steady',
    control: 'view',
    options: [
      { value: 'steady', label: 'the same for every answer' },
      { value: 'counts', label: 'that of counted spikes (Poisson)' },
    ],
  }),
  deviation: number({
    label: 'Standard deviation of the noise, full answer = 1',
    default: 0.05,
    min: 0.02,
    max: 0.3,
    step: 0.01,
    control: 'view',
  }),
  spikes: integer({ label: 'Spikes of a full answer, on average', default: 20, min: 2, max: 60, control: 'view' }),
  price: number({
    label: 'Price of a full answer',
    unit: 'bits',
    default: 0,
    min: 0,
    max: 4,
    step: 0.1,
    help: 'Half an answer costs half as much, silence nothing.',
    control: 'view',
  }),
  starts: threshold(0),
  sixth: threshold(1),
  third: threshold(2),
  half: threshold(3),
  twoThirds: threshold(4),
  fiveSixths: threshold(5),
  full: threshold(6),
  own: law({
    label: 'Law of the stimuli, from the darkest to the brightest',
    names: Array.from({ length: mostOutcomes }, (_, i) => `stimulus ${i + 1}`),
    default: [0.1, 0.4, 0.1, 0.1, 0.2, 0.1],
    control: 'view',
  }),
};

export type Asked = Values<typeof params>;
