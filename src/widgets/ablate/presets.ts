import type { Preset } from '#contract/spec.ts';
import type { Values } from '#contract/values.ts';
import type { params } from './parameters.ts';
import { letters } from './texts.ts';

export const presets: readonly Preset<Values<typeof params>>[] = [
  {
    id: 'pair',
    title: 'Two heads',
    values: {},
    why: 'One looks at the token before, the other at everything alike. Without both a token costs more than the two costs add up to, as if each could do some of the work of the other.',
  },
  {
    id: 'first-layer',
    title: 'The first feed-forward layer',
    values: { off: '1.f' },
    why: 'It has no attention weights at all, and no head nor layer of the network is worth more.',
  },
  {
    id: 'nothing',
    title: 'Zero instead of the mean',
    values: { off: '1.4', by: 'zero' },
    why: 'With nothing in its place the even head seems to be worth more than twice as much. Most of what it adds is the same for every token; without that, all that comes later gets what it has never seen.',
  },
  {
    id: 'less',
    title: 'Less than the sum',
    values: { off: '1.4 1.f' },
    why: 'Without the first feed-forward layer the even head hardly matters any more: nothing else does either, since the network is then hardly better than an even guess.',
  },
  {
    id: 'every-head',
    title: 'No attention',
    values: { off: '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4' },
    why: 'All heads give their means. What is left sees the last token and its place, and of all others only what went into the means.',
  },
  {
    id: 'letters',
    title: 'Letters by lot',
    values: { text: letters, token: 20 },
    why: 'On another text the same parts have another worth. With its mean in its place, head 1.4 alone costs less than 0.1 bits here, which cannot be told from nothing.',
  },
];
