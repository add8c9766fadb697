import type { Preset } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { params } from './parameters.ts';
import { again, letters } from './texts.ts';

export const presets: readonly Preset<Values<typeof params>>[] = [
  {
    id: 'even',
    title: 'The even head',
    values: {},
    why: 'Head 1.4 looks at everything before it almost alike: a map of its attention shows nothing. Only one other head is worth more.',
  },
  {
    id: 'sharp',
    title: 'The sharpest head',
    values: { head: '3.2' },
    why: 'No head has less entropy on this text. It is worth less than half of what the even one is.',
  },
  {
    id: 'cheap',
    title: 'Sharp and cheap',
    values: { head: '3.3' },
    why: 'Of the third least entropy, and what it is worth is less than two standard errors from nothing.',
  },
  {
    id: 'before',
    title: 'The token before',
    values: { head: '1.1', measure: 'previous' },
    why: 'Nearly half of its weight is on the token before. Among the heads of this network it is the nearest to one with a task that can be named.',
  },
  {
    id: 'again',
    title: 'The same again',
    values: { head: '4.1', measure: 'induction', text: again, token: 92 },
    why: 'Twelve words in no order, three times. A head of induction would look from each word to what followed it the last time. Only head 4.1 has more weight there than chance, and it is less than a tenth.',
  },
  {
    id: 'letters',
    title: 'Letters by lot',
    values: { text: letters, token: 40 },
    why: 'The heads look much as they do at English. What they are worth is another matter: of such a text there is little to predict.',
  },
];
