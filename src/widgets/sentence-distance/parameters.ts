import { choice, integer, text, toggle } from '#contract/parameter.ts';
import type { Values } from '#contract/values.ts';

const option = <C extends string>(value: C, label: string) => ({ value, label });

/** Sentences of one draw, and the most that a reader can compare. */
export const drawn = 16;
export const mostOwn = 8;
export const longestLine = 120;

export const params = {
  summary: choice({
    label: 'A sentence is summed up by',
    default: 'mean',
    options: [
      option('mean', 'the mean of its vectors'),
      option('covariance', 'their covariance'),
      option('last', 'the last one'),
      option('words', 'its words alone'),
    ],
    control: 'view',
  }),
  compare: choice({
    label: 'Compared with',
    default: 'meaning',
    options: [
      option('meaning', 'what is said'),
      option('beyond', 'what is said, beyond the words'),
      option('form', 'how it is said'),
    ],
    control: 'view',
  }),
  stage: integer({ label: 'After block (0: the embedding)', default: 4, min: 0, max: 12, control: 'view' }),
  shuffled: toggle({ label: 'Shuffle the words of every sentence', default: false, control: 'view' }),
  draw: integer({ label: 'Draw of sentences, number', default: 2, min: 1, max: 99, control: 'view' }),
  first: integer({ label: 'First sentence of the pair', default: 2, min: 1, max: drawn, control: 'view' }),
  second: integer({ label: 'Second sentence of the pair', default: 9, min: 1, max: drawn, control: 'view' }),
  source: choice({
    label: 'Sentences',
    default: 'drawn',
    options: [option('drawn', 'of known meaning'), option('own', 'of yours')],
    control: 'view',
  }),
  own: text({
    label: 'Your sentences, one a line',
    default:
      'The old man loved the sea.\nThe sea was dear to the old man.\nThe old man did not love the sea.\nThe sea did not love the old man.\nA storm broke over the harbor.',
    maximumLength: 1200,
    control: 'view',
    transient: true,
  }),
};

export type Asked = Values<typeof params>;
export type Summary = Asked['summary'];
