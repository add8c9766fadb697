import type { Preset } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { params } from './parameters.ts';
import { again, letters } from './texts.ts';

export const presets: readonly Preset<Values<typeof params>>[] = [
  {
    id: 'even',
    title: 'The even head',
    values: {},
    why: 'Head 1.4 looks at everything up to each token almost alike: the picture of its weights is one gray. Only one other head is worth more.',
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
    id: 'sink',
    title: 'A sink at first',
    values: { head: '4.1', measure: 'first', token: 2 },
    why: 'Nearly all that head 4.1 looks at from the third token is the line break before the text. Choose later tokens: the weight goes elsewhere.',
  },
  {
    id: 'again',
    title: 'The same again',
    values: { head: '4.1', measure: 'induction', text: again, token: 92 },
    why: 'Twelve words in no order, three times. A head of induction would look from each word to what followed it the last time. Only head 4.1 has more than one and a half times what even weights would put there, and it is less than a tenth of its weight.',
  },
  {
    id: 'even-weights',
    title: 'Even weights instead',
    values: { by: 'even' },
    why: 'Each head keeps its values and its output matrix, and looks at everything alike. What is lost now is what its choice of where to look is worth: for the even head hardly anything, for head 1.1 nearly all.',
  },
  {
    id: 'letters',
    title: 'Letters by lot',
    values: { text: letters, token: 40 },
    why: 'Head 1.1 looks at the token before as ever, and head 1.4 at everything. The heads of block 3 are less sure of where to look. What the even head is worth here, with its mean in its place, cannot be told from nothing.',
  },
];
