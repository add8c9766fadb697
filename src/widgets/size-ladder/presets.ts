import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'sixteen',
    title: '16 vectors',
    values: {},
    why: 'Five networks, a straight line, R² = 0.993. Random vectors of the same number and width fall with the same power and fit as well: 16 vectors cannot fill 128 dimensions, whoever made them.',
  },
  {
    id: 'many',
    title: '512 vectors',
    values: { count: '512' },
    why: 'Now there are at least four vectors for each dimension. Random vectors nearly fill their space at every width, and the networks’ do not: here is something that the count of vectors does not explain.',
  },
  {
    id: 'rank',
    title: 'Effective rank',
    values: { measure: 'rank', count: '512' },
    why: 'The width grows eightfold, and the directions in use by this count little more than double. Divide by what grows with the width, and you have a number that falls.',
  },
  {
    id: 'first-block',
    title: 'After the first block',
    values: { stage: 'first', count: '512' },
    why: 'The same networks and the same text, a block or more earlier. R² is 0.78, and two networks are out of line.',
  },
  {
    id: 'one-direction',
    title: 'One huge direction',
    values: { stage: 'first', measure: 'top', count: '512' },
    why: 'After the first block half of all that there is lies in one direction, in every network. Take the mean off, and see what is left.',
  },
  {
    id: 'mean-off',
    title: 'The mean taken off',
    values: { stage: 'first', measure: 'top', count: '512', centered: 'off' },
    why: 'Much of the large direction was the mean of all vectors, which is there whatever the text says. In four networks of five it made up more than half of the share.',
  },
];
