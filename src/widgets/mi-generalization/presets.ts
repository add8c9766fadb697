import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'best-of-many',
    title: 'The best of many guessers',
    values: {},
    why: 'Nobody here knows anything, and one of 64 looks good. The bound by information is close to the truth, and below the bound that counts guessers.',
  },
  {
    id: 'hot',
    title: 'A hot pick',
    values: { temperature: 10 },
    why: 'The learner hardly looks at its sample. Its choice tells little, it overfits little, and the bound by information says so. The count of guessers is what it was.',
  },
  {
    id: 'one-who-knows',
    title: 'One who knows',
    values: { skill: 0.1, temperature: 0.5 },
    why: 'One guesser is right nine times in ten. Nearly every sample leads to him, so that the choice tells little of the sample.',
  },
  {
    id: 'coarse-thresholds',
    title: 'A threshold on 16 places',
    values: { family: 'thresholds', digits: 4 },
    why: 'Few places: information says half of what counting says, and counting half of what the dimension says.',
  },
  {
    id: 'fine-thresholds',
    title: 'A threshold with 40 digits',
    values: { family: 'thresholds', digits: 40 },
    why: 'The same task on a finer scale. The learner errs about twice as often as on 16 places, once in 21, and no more often than with 12 digits. The dimension is still 1, and the bound by information is above one half, which is the most that this learner can be off by.',
  },
  {
    id: 'noisy-mean',
    title: 'A mean with little noise',
    values: { family: 'mean', noise: 0.001 },
    why: 'The gap is 2/n for every noise. The information grows without limit as the noise goes away, and for squared loss the expression is no bound in the first place.',
  },
];
