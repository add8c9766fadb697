import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

/** No case touches the text of the reader. */
const keeps = ({ text, reading }: Asked) => ({ text, reading });
const preset = (id: string, title: string, values: Partial<Asked>, why: string): Preset<Asked> => ({
  id,
  title,
  values,
  why,
  keeps,
});

export const presets: readonly Preset<Asked>[] = [
  preset(
    'sixteen',
    '16 vectors',
    {},
    'On the prepared text: five networks, a straight line, R² = 0.993. Random vectors of the same number and width fall with the same power and fit as well: 16 vectors cannot fill 128 dimensions, whoever made them.',
  ),
  preset(
    'many',
    '512 vectors',
    { count: '512' },
    'On the prepared text: now there are at least four vectors for each dimension. Random vectors that all differ nearly fill their space at every width. The networks do not, and neither do random vectors of which there is one for each character and each place.',
  ),
  preset(
    'letters',
    'One vector for each character',
    { count: '512', place: 'none' },
    'No network at all: each character has one random vector, wherever it stands. The prepared text has 36 different characters, and on it these vectors fall more steeply than the networks.',
  ),
  preset(
    'rank',
    'Effective rank',
    { measure: 'rank', count: '512' },
    'On the prepared text: the width grows eightfold, and the directions in use by this count little more than double. Divide by what grows with the width, and you have a number that falls.',
  ),
  preset(
    'first-block',
    'After the first block',
    { stage: 'first', count: '512' },
    'On the prepared text: the same networks, a block or more earlier. R² is 0.78, and two networks are out of line.',
  ),
  preset(
    'one-direction',
    'One huge direction',
    { stage: 'first', measure: 'top', count: '512' },
    'On the prepared text: after the first block half of all that there is lies in one direction, in every network. Take the mean off, and see what is left.',
  ),
  preset(
    'mean-off',
    'The mean taken off',
    { stage: 'first', measure: 'top', count: '512', centered: 'off' },
    'On the prepared text nearly all of the large direction was the mean of all vectors, which is there whatever the text says. What you see now is the largest direction of the rest, made equally long again.',
  ),
];
