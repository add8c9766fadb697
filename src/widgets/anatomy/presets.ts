import type { Preset } from '#contract/spec.ts';
import type { V } from './parameters.ts';

export const presets: readonly Preset<V>[] = [
  {
    id: 'shook',
    title: 'Head or shoulders?',
    values: {},
    why: 'A head is shaken, shoulders are shrugged. One head of attention makes more than half of the difference: it looks back at the verb.',
  },
  {
    id: 'alone',
    title: 'The same logit alone',
    values: { against: 'itself' },
    why: 'Now the last feed-forward layer leads. But it writes nearly as much for the shoulders, so that it decides little between the two.',
  },
  {
    id: 'verb',
    title: 'What the verb brings',
    values: { trail: 'logit.4.697~head.2.0.4.697~from.2.0.4.697.3' },
    why: 'The second step back from the answer: a head reads the row of “ook”, the end of “shook”, and this is what it finds there for the answer.',
  },
  {
    id: 'darcy',
    title: 'The end of a name',
    values: { text: 'Elizabeth and Mr. Dar', against: 'itself' },
    why: 'The logit of the end of Darcy, by itself. Feed-forward layers write it, and more than all of it: what the heads write directly is against it, taken together.',
  },
];
