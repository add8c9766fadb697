import type { Preset } from '#contract/spec.ts';
import { knots, reach, type Asked, type Knot } from './parameters.ts';

const curve = (...at: readonly number[]) =>
  Object.fromEntries(knots.map((knot, i) => [knot, at[i] ?? at[0]])) as Record<Knot, number>;

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'straight',
    title: 'A straight curve',
    values: {},
    why: 'It spreads the answers over all stimuli alike, and most stimuli lie in the middle. The outer answers are hardly ever given.',
  },
  {
    id: 'cumulative',
    title: 'Every answer equally often',
    values: curve(-1.7, -0.8, -0.35, 0, 0.35, 0.8, 1.7),
    why: 'Steep where stimuli are frequent, flat where they are rare. The histogram is nearly flat, and 0.75 bits are gained over the straight curve.',
  },
  {
    id: 'ends',
    title: 'More at both ends',
    values: curve(-1.1, -0.65, -0.3, 0, 0.3, 0.65, 1.1),
    why: 'Better than every answer equally often: silence and the full answer have neighbors on one side only, so they are mistaken less often and are worth more.',
  },
  {
    id: 'always-full',
    title: 'As much as it can',
    values: curve(-reach),
    why: 'The cell gives its full answer to every stimulus. It fires most and tells nothing.',
  },
  {
    id: 'yes-or-no',
    title: 'Yes or no, in much noise',
    values: { deviation: 0.3, ...curve(0) },
    why: 'With so much noise a cell that only says yes or no tells almost as much as any can, 0.82 bits. One that gives every answer equally often tells 0.47.',
  },
  {
    id: 'spikes',
    title: 'Counted spikes',
    values: { noise: 'counts', ...curve(-0.6, -0.2, 0.15, 0.45, 0.8, 1.25, 2.2) },
    why: 'The noise grows with the answer, so small answers are told apart best. Here the root of the answer is spread about evenly: small answers come more often.',
  },
  {
    id: 'price',
    title: 'Spikes at a price',
    values: { noise: 'counts', price: 2, ...curve(-0.15, 0.25, 0.7, 0.8, 1.3, 1.3, 1.3) },
    why: 'A full answer costs two bits. Now more than half of the stimuli get less than a tenth of the full answer, and every answer equally often would bring in next to nothing.',
  },
  {
    id: 'two-kinds',
    title: 'Two kinds of stimuli',
    values: { stimuli: 'humps', ...curve(-2.1, -1.6, -1.3, -0.9, 1.3, 1.6, 2.1) },
    why: 'Hardly anything comes in the middle, so the curve spends few answers there.',
  },
];
