import type { Preset } from '#contract/spec.ts';
import type { V } from './parameters.ts';

export const presets: readonly Preset<V>[] = [
  {
    id: 'shook',
    title: 'Head or shoulders?',
    values: {},
    why: 'A head is shaken, shoulders are shrugged. The largest term of the difference is that of one head of attention: it looks back at the row of “ook”, the end of the verb.',
  },
  {
    id: 'alone',
    title: 'The same logit alone',
    values: { against: 'itself' },
    why: 'Now the last feed-forward layer leads. But it writes nearly as much for “ should”, so that its term in the difference of the two is small.',
  },
  {
    id: 'verb',
    title: 'What the row of “ook” brings',
    values: { trail: 'logit.4.697~head.2.0.4.697~from.2.0.4.697.3' },
    why: 'The second step back from the answer: head 1 of block 3 reads the row of “ook”, the end of “shook”, and this is what it finds there for the answer.',
  },
  {
    id: 'darcy',
    title: 'The end of a name',
    values: { text: 'Elizabeth and Mr. Dar', against: 'itself' },
    why: 'The logit of the end of Darcy, by itself. What the feed-forward layers write is more than all of it. What the heads write directly is negative, taken together. But without the heads there would be no “cy”: the feed-forward layers read what the heads have written.',
  },
];
