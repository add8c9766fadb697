import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'sixteen',
    title: '16 chains',
    values: {},
    why: 'On its own chains the network is nearer to the ideal of its pretraining than to one who learns. On new ones it pays for it, much more than one who learns.',
  },
  {
    id: 'one',
    title: 'One chain',
    values: { tasks: '1' },
    why: 'There is nothing to find out in the context, and the network does not look: on a new chain it goes on predicting the old one.',
  },
  {
    id: 'between',
    title: '64 chains',
    values: { tasks: '64' },
    why: 'Neither the one nor the other: on its own chains worse than one who retrieves, on new ones worse than one who learns, and better than the wrong one of the two on both.',
  },
  {
    id: 'many',
    title: '256 chains',
    values: { tasks: '256' },
    why: 'The network stays near one who learns every chain anew, although all of its chains were among 256, and although retrieving would cost less on them.',
  },
  {
    id: 'endless',
    title: 'A new chain every time',
    values: { tasks: 'all' },
    why: 'With endlessly many tasks there is one ideal predictor, and the network is close to it everywhere.',
  },
  {
    id: 'regression',
    title: 'Regression',
    values: { setting: 'regression', tasks: '64' },
    why: 'The setting in which the threshold was found: the mean over the old tasks against ridge regression, which is right for all of them.',
  },
];
