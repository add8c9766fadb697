import type { Preset } from '#contract/spec.ts';
import type { Asked } from './parameters.ts';

export const presets: readonly Preset<Asked>[] = [
  {
    id: 'waves',
    title: 'Waves',
    values: {},
    why: 'Fast stripes tell neighbors apart and slow ones tell far places apart. What two places have in common depends on their distance alone: the table has one shade along each diagonal.',
  },
  {
    id: 'moved',
    title: 'The same, elsewhere',
    values: { place: 100 },
    why: 'All hands have gone on, and the curve has moved along with the place. The cosine at a distance of 8 is what it was.',
  },
  {
    id: 'turns',
    title: 'Turns',
    values: { code: 'turns' },
    why: 'Nothing is added. Each pair of a query and of a key is turned, and the angle between the two hands of a dial is the same wherever both stand as far apart.',
  },
  {
    id: 'learned',
    title: 'Learned vectors',
    values: { code: 'learned' },
    why: 'Nobody told the network that places have an order. Neighbors have become alike, but two places 8 apart can have much in common or little.',
  },
  {
    id: 'learned-early',
    title: 'Learned, near the beginning',
    values: { code: 'learned', place: 12 },
    why: 'Here places 8 apart have far more in common than in the middle of the window.',
  },
];
